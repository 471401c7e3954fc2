// Bellis was in clarification when the recruitment window closed. In April her first whole star is refused with the rule and with who can
// help; Amina grants an exception with a reason, and the same answers begin the course. The demo is the story's own: its days pass.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { startCalendar } from '../lib/demo.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, assign, beginClarification, chapters, citizenOf, difference, figures, fillTogether, finish, holds, row, writeCall } from '../lib/steps.mjs';

let browser;
let demo;
before(async () => { [browser, demo] = await Promise.all([startBrowser(), startCalendar()]); });
after(() => Promise.all([browser.close(), demo.stop()]));

test('the enrolment in April', async (t) => {
  const chapter = chapters(t);
  let citizen;

  await chapter('in March she rings, and the talks begin', async () => {
    await demo.wakes('2016-03-14');
    const mette = await as(browser, 'mette', { demo });
    const amina = await as(browser, 'amina', { demo });
    const enquiry = await writeCall(mette.hands, { alias: 'Bellis', phone: '12 34 60 04', on: '14.3.2016' });
    await beginClarification(mette.hands, '14.3.2016');
    citizen = await citizenOf(amina.page, enquiry);
    await assign(amina.hands, citizen, 'Mette', '14.3.2016');
    await mette.page.goto(`${citizen}/afklaring`);
    assert.match(await mette.page.locator('main').innerText(), /Beslut senest 31\. marts 2016/);
    await mette.context.close();
    await amina.context.close();
  });

  await chapter('in April the whole star is refused, nothing typed is lost, and the page says who can help', async () => {
    await demo.wakes('2016-04-11');
    const mette = await as(browser, 'mette', { demo });
    const { page } = mette;
    await page.goto(`${citizen}/afklaring`);
    assert.match(await page.locator('main').innerText(), /Rekrutteringsperioden er slut[^]*kan projektkoordinatoren give en undtagelse med en grund/);
    await holds(mette, 'april-clarification');
    await page.goto(`${citizen}/opfoelgning`);
    const warning = await page.locator('.alert-warning').innerText();
    assert.match(warning, /Nye forløb kan kun begynde i perioden 1\.4\.2013–31\.3\.2016[^]*kan Amina Yildiz give en undtagelse med en begrundelse/);
    await fillTogether(mette, { step: 3 });
    assert.match(await page.locator('#fejl').innerText(), /Dagen ligger uden for rekrutteringsperioden/);
    assert.match(await page.locator('.alert-warning').innerText(), /Amina Yildiz/);
    await holds(mette, 'april-refused');
    assert.match((await row(page, '/mine-borgere', 'Bellis')).Forløb, /I afklaring/);
    await mette.context.close();
  });

  await chapter('Amina grants an exception with a reason, with the keyboard alone', async () => {
    const amina = await as(browser, 'amina', { demo });
    const keys = keyboard(amina.page);
    await amina.page.goto(`${citizen}/medarbejder`);
    assert.match(await amina.page.locator('main').innerText(), /Uden en undtagelse kan borgeren ikke indskrives/);
    await keys.press(amina.page.getByRole('button', { name: 'Giv undtagelsen' }));
    assert.match(await amina.page.locator('#fejl').innerText(), /Skriv en grund/);
    await holds(amina, 'april-no-reason');
    await keys.write(amina.page.locator('#undtagelse_grund'), 'Hun var indlagt i marts og nåede ikke den første stjerne.');
    await keys.press(amina.page.getByRole('button', { name: 'Giv undtagelsen' }));
    assert.match(await amina.page.locator('.done').innerText(), /Undtagelsen er givet/);
    assert.match(await amina.page.locator('main').innerText(), /Rekrutteringsperioden\s*11\. april 2016 af Amina Yildiz\s*Hun var indlagt i marts/);
    await holds(amina, 'april-granted');
    await amina.context.close();
  });

  await chapter('the answers from before begin the course, which the funding cuts short', async () => {
    const mette = await as(browser, 'mette', { demo, width: 390 });
    const { page } = mette;
    const before = await figures(page);
    await page.goto(`${citizen}/opfoelgning`);
    assert.equal(await page.locator('.alert-warning').count(), 0);
    assert.match(await page.locator('.alert-info').innerText(), /Planlagt slut: lørdag den 31\. december 2016/);
    await finish(page);
    const done = await page.locator('.done').innerText();
    assert.match(done, /forløbet er begyndt[^]*Forløbet begyndte 11\. april 2016\. Planlagt slut: 31\. december 2016/);
    await holds(mette, 'april-enrolled');
    assert.deepEqual(difference(before, await figures(page)), { Indskrevet: 1, 'I afklaring': -1, 'indskrivninger i perioden': 1 });
    assert.match((await row(page, '/mine-borgere', 'Bellis')).Forløb, /Fase 1 af 3 · dag 1 af 265/);
    await mette.context.close();
  });
});
