// Tjørn, who comes back: his course ended in October, he rings again in November, is known by his number while Mette types it, and has a
// second course. He is one person in every figure.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFaults, startBrowser } from '../lib/browser.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, beginClarification, chapters, citizenOf, difference, figures, holds, typePaper, writeCall } from '../lib/steps.mjs';

const PERIOD = '?dag=23.11.2015&fra=1.1.2015&til=23.11.2015';
const STAR = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4];

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

test('Tjørn’s first course ends, he is known when he rings again, and his second course has a plan of its own', async (t) => {
  const chapter = chapters(t);
  const amina = await as(browser, 'amina');
  const { page } = amina;
  const hands = keyboard(page);
  const before = await figures(page, PERIOD);
  let citizen;
  const said = () => page.locator('.done').innerText();

  await chapter('the first course', async () => {
    const enquiry = await writeCall(hands, { alias: 'Tjørn', phone: '12 34 60 02', on: '5.1.2015' });
    await beginClarification(hands, '5.1.2015');
    citizen = await citizenOf(page, enquiry);
    await typePaper(page, citizen, { on: '19.1.2015', areas: STAR });
    assert.match(await said(), /forløbet er begyndt[^]*18\. januar 2016/);
    await page.goto(`${citizen}/plan/maal`);
    await hands.write(page.locator('#maal'), 'Jeg vil have styr på regningerne');
    await hands.pick('omraade', 'Overblik over økonomien');
    await hands.write(page.locator('#dag'), '2.2.2015');
    await hands.press(page.getByRole('button', { name: 'Gem målet' }));
    await page.goto(`${citizen}/afslutning`);
    await hands.write(page.locator('#dag'), '12.10.2015');
    await hands.pick('grund', 'Borgerens ønske');
    await hands.press(page.getByRole('button', { name: 'Afslut forløbet' }));
    assert.match(await said(), /Forløbet er afsluttet/);
    assert.deepEqual(difference(before, await figures(page, PERIOD)), {
      Afsluttet: 1, 'Forskellige brugere': 1, 'henvendelser i perioden': 1, 'afklaringer i perioden': 1, 'indskrivninger i perioden': 1, 'afslutninger i perioden': 1,
    });
  });

  await chapter('he rings again: Mette is told who it may be while she types, on a phone', async () => {
    const mette = await as(browser, 'mette', { width: 390 });
    const { page: phone, hands: thumb } = mette;
    await phone.goto('/henvendelser/ny');
    await thumb.write(phone.locator('#dato'), '16.11.2015');
    await thumb.write(phone.locator('#telefon'), '12346002');
    await phone.getByText('Samme person: Tjørn (telefon)').waitFor();
    await holds(mette, 'returning-known');
    // Nobody has chosen: nobody is made a second time unseen.
    await thumb.press(phone.getByRole('button', { name: 'Gem henvendelsen' }));
    assert.match(await phone.locator('#fejl').innerText(), /Vælg, om det er samme person/);
    await holds(mette, 'returning-choose');
    await thumb.pick('samme', 'Samme person: Tjørn (telefon)');
    await thumb.pick('svar', 'Afklaring begyndt');
    await thumb.press(phone.getByRole('button', { name: 'Gem henvendelsen' }));
    assert.equal(await phone.locator('h1').innerText(), 'Tjørn');
    assert.match(await phone.locator('.done').innerText(), /Afklaringen er begyndt/);
    await mette.context.close();
    assert.deepEqual(difference(before, await figures(page, PERIOD)), {
      'I afklaring': 1, Tilknyttet: 1, 'Forskellige brugere': 1,
      'henvendelser i perioden': 2, 'afklaringer i perioden': 2, 'indskrivninger i perioden': 1, 'afslutninger i perioden': 1,
    });
  });

  await chapter('the second course begins with its own star and its own goals', async () => {
    await page.goto(`${citizen}/opfoelgning`);
    assert.match(await page.locator('h1').innerText(), /Første stjerne med Tjørn/);
    assert.match(await page.locator('form[data-filling]').innerText(), /Der er ingen mål i gang at se på/);
    await typePaper(page, citizen, { on: '20.11.2015', areas: STAR });
    assert.match(await said(), /forløbet er begyndt[^]*19\. november 2016/);
    assert.match(await page.locator('#st-h').locator('xpath=../..').innerText(), /Eneste måling, 20\. november|Eneste måling, 20\.11\./);
    await page.goto(`${citizen}/plan`);
    assert.match(await page.locator('main').innerText(), /Der er ingen mål endnu/);
    await page.goto(`${citizen}/afslutning/udskrift`);
    const paper = await page.locator('main').innerText();
    assert.match(paper, /Fra 20\. november 2015/);
    assert.doesNotMatch(paper, /regningerne/, 'the sheet is about the second course');
    assert.deepEqual(await axeFaults(page), []);
  });

  await chapter('one page tells of both courses, and he counts once', async () => {
    await page.goto(citizen);
    const told = await page.locator('main').innerText();
    assert.match(told, /Forløbet er afsluttet/);
    assert.match(told, /styr på regningerne”?\s*Overblik over økonomien · fra et tidligere forløb/);
    assert.equal(await page.locator('.event-title', { hasText: 'Første stjerne · indskrevet' }).count(), 2);
    await holds(amina, 'returning-both');
    assert.deepEqual(difference(before, await figures(page, PERIOD)), {
      Indskrevet: 1, Tilknyttet: 1, 'Forskellige brugere': 1,
      'henvendelser i perioden': 2, 'afklaringer i perioden': 2, 'indskrivninger i perioden': 2, 'afslutninger i perioden': 1,
    });
    await page.goto('/soeg?q=tj%C3%B8rn');
    assert.equal(await page.locator('.hits a.who').count(), 1, 'and is found once');
  });
  await amina.context.close();
});
