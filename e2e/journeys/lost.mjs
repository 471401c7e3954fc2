// Hejre does not answer any more. An attempt is no contact, an interruption moves no phase, and a course is closed for lost contact after
// more than 90 days and not before. She was only in hospital: Amina opens the course again, and both stay on the record.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, assign, beginClarification, chapters, citizenOf, difference, figures, holds, row, typePaper, writeCall, writeContact } from '../lib/steps.mjs';

let browser;
let mette;
let amina;
before(async () => {
  browser = await startBrowser();
  mette = await as(browser, 'mette');
  amina = await as(browser, 'amina');
});
after(() => browser.close());

test('Hejre is not reached for 91 days', async (t) => {
  const chapter = chapters(t);
  const { page } = mette;
  const keys = keyboard(page);
  const unreached = async () => {
    await page.goto('/mine-borgere');
    return Number(await page.locator('.tile', { hasText: 'Ingen kontakt i 14 dage' }).locator('.tile-number').innerText());
  };
  const close = () => keys.press(page.getByRole('button', { name: 'Afslut forløbet' }));
  const before = await unreached();
  let citizen;

  await chapter('she was last seen on 10 August', async () => {
    const enquiry = await writeCall(mette.hands, { alias: 'Hejre', phone: '12 34 60 03', on: '4.5.2015' });
    await beginClarification(mette.hands, '4.5.2015');
    citizen = await citizenOf(amina.page, enquiry);
    // From today: on the days before, her place was not free for those whom other stories give to Mette.
    await assign(amina.hands, citizen, 'Mette', '23.11.2015');
    await typePaper(page, citizen, { on: '1.6.2015', areas: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2] });
    await writeContact(mette.hands, citizen, { on: '10.8.2015', kind: 'Møde', minutes: '45', note: 'Gik en tur.' });
    assert.match((await row(page, '/mine-borgere', 'Hejre'))['Gennemført kontakt'], /105 dage siden/);
    assert.equal(await unreached(), before + 1);
  });

  await chapter('an attempt is told, and is no contact', async () => {
    await writeContact(mette.hands, citizen, { kind: 'Forsøg', note: 'Ringede tre gange.' });
    const { 'Gennemført kontakt': contact } = await row(page, '/mine-borgere', 'Hejre');
    assert.match(contact, /105 dage siden[^]*Forsøgt i dag/);
    assert.equal(await unreached(), before + 1);
    await page.goto('/mine-borgere?vis=kontakt');
    assert.equal(await page.locator('a.who', { hasText: 'Hejre' }).count(), 1);
    await holds(mette, 'lost-list');
  });

  await chapter('an interruption moves no boundary', async () => {
    await page.goto(`${citizen}/forloeb`);
    const phases = () => page.locator('.phase-cards p strong').allInnerTexts();
    const planned = await phases();
    await keys.press(page.getByRole('link', { name: 'Afbrydelse', exact: true }));
    await keys.write(page.locator('#dag'), '1.9.2015');
    await keys.write(page.locator('#ord'), 'Telefonen er slukket.');
    await keys.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('.marks').first().innerText(), /Afbrydelse\s*siden 1\.9\.2015/);
    assert.deepEqual(await phases(), planned);
    await holds(mette, 'lost-interruption');
  });

  await chapter('after 90 days contact is not lost long enough, after 91 it is', async () => {
    const counted = await figures(page);
    await page.goto(`${citizen}/afslutning`);
    assert.match(await page.locator('main').innerText(), /Kontakten har været mistet i mere end 90 dage/);
    await keys.write(page.locator('#dag'), '8.11.2015');
    await keys.pick('grund', 'Mistet kontakt');
    await close();
    assert.match(await page.locator('#fejl').innerText(), /Kontakten har ikke været mistet længe nok/);
    await keys.write(page.locator('#dag'), '9.11.2015');
    await close();
    assert.match(await page.locator('main').innerText(), /Forløbet er afsluttet[^]*Afsluttet 9\. november 2015: mistet kontakt/);
    assert.deepEqual(difference(counted, await figures(page)), { Indskrevet: -1, Tilknyttet: -1, Afsluttet: 1, 'afslutninger i perioden': 1 });
    assert.equal(await row(page, '/mine-borgere', 'Hejre'), undefined);
  });

  await chapter('it was a mistake: Amina opens the course again with a reason, and both stay on the record', async () => {
    const counted = await figures(page);
    const { page: lead, hands } = amina;
    await lead.goto(`${citizen}/afslutning`);
    assert.match(await lead.locator('main').innerText(), /kan projektkoordinatoren genåbne forløbet til og med 9\. december 2015/);
    await hands.press(lead.getByRole('button', { name: 'Genåbn forløbet' }));
    assert.match(await lead.locator('#fejl').innerText(), /Skriv en grund/);
    await hands.write(lead.locator('#ord'), 'Hun var indlagt og vil gerne fortsætte.');
    await hands.press(lead.getByRole('button', { name: 'Genåbn forløbet' }));
    assert.match(await lead.locator('.done').innerText(), /Forløbet er åbent igen/);
    await holds(amina, 'lost-open-again');
    assert.deepEqual(difference(counted, await figures(page)), { Indskrevet: 1, Tilknyttet: 1, Afsluttet: -1, 'afslutninger i perioden': -1 });
    await lead.goto(`/log?borger=${citizen.split('/')[2]}`);
    const log = await lead.locator('.logtable').innerText();
    assert.match(log, /Genåbnede et forløb[^]*Afsluttede et forløb/);
    assert.match((await row(page, '/mine-borgere', 'Hejre'))['Gennemført kontakt'], /105 dage siden/);
  });

  await chapter('once she is reached, lost contact is no reason any more', async () => {
    await writeContact(mette.hands, citizen, { kind: 'Opkald', minutes: '15', note: 'Ringede selv.' });
    assert.match((await row(page, '/mine-borgere', 'Hejre'))['Gennemført kontakt'], /I dag/);
    assert.equal(await unreached(), before);
    await page.goto(`${citizen}/afslutning`);
    assert.match(await page.locator('main').innerText(), /Sidste kontakt var 23\. november 2015, så det kan tidligst være 22\. februar 2016/);
    await keys.pick('grund', 'Mistet kontakt');
    await close();
    assert.match(await page.locator('#fejl').innerText(), /Kontakten har ikke været mistet længe nok/);
    // She is well and wants to stop: her place is free for somebody else.
    await keys.pick('grund', 'Borgerens ønske');
    await close();
    assert.match(await page.locator('.done').innerText(), /Forløbet er afsluttet/);
  });
});
