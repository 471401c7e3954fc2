// Vibe, from the call to the end of the course: somebody rang in July, Mette had room for her, and today she moves to Aarhus.
// Until the follow-up Mette has a mouse, from the phase shift on the keyboard alone; the list and the figures follow step by step.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFaults, picture, startBrowser } from '../lib/browser.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, assign, beginClarification, chapters, citizenOf, difference, figures, fillTogether, finish, holds, row, typePaper, writeCall, writeContact } from '../lib/steps.mjs';

const PERIOD = '?dag=23.11.2015&fra=1.7.2015&til=23.11.2015';
const WORDS_A_MINUTE = 200;

let browser;
let mette;
let amina;
before(async () => {
  browser = await startBrowser();
  mette = await as(browser, 'mette');
  amina = await as(browser, 'amina');
});
after(() => browser.close());

test('Vibe’s course from the call to the closing', async (t) => {
  const chapter = chapters(t);
  const { page } = mette;
  let citizen;
  let counted = await figures(page, PERIOD);
  /** What the figures say now, against what they said last. */
  const changed = async () => {
    const now = await figures(page, PERIOD);
    const by = difference(counted, now);
    counted = now;
    return by;
  };
  const said = () => page.locator('.done').innerText();

  await chapter('somebody rings, and the call is written down in under a minute', async () => {
    mette.hands.done.presses = 0;
    const enquiry = await writeCall(mette.hands, { alias: 'Vibe', phone: '12 34 60 01', on: '20.7.2015' });
    const { presses, letters } = mette.hands.done;
    // Slow hands: a second and a half for a press, 30 words a minute.
    const seconds = presses * 1.5 + letters / 2.5;
    console.log(`# a call written down: ${presses} presses and ${letters} letters, about ${Math.round(seconds)} s with slow hands`);
    assert.ok(seconds < 60, `${seconds} s`);
    assert.deepEqual(await changed(), { 'Kun henvendelse': 1, 'henvendelser i perioden': 1 });

    // The two questions are all that is asked for; both are answered yes, and nothing speaks for turning her away.
    await page.goto(enquiry);
    await mette.hands.press(page.getByRole('link', { name: 'Ret', exact: true }));
    for (const question of ['baggrund', 'villig']) await mette.hands.pick(question, 'Ja');
    await mette.hands.pick('forskning', 'Ja');
    await mette.hands.press(page.getByRole('button', { name: 'Gem rettelsen' }));
    assert.match(await page.locator('.facts-said').innerText(), /Baggrund\s*Ja\s*Vil tale om den\s*Ja/);
    await mette.hands.pick('svar', 'Afvist');
    assert.match(await page.locator('.note-care').innerText(), /Ingen af vilkårene taler for at afvise/);

    await beginClarification(mette.hands, '27.7.2015');
    assert.match(await said(), /Projektkoordinatoren finder en, der holder samtalerne/);
    assert.deepEqual(await changed(), {
      'I afklaring': 1, Tilknyttet: 1, 'Forskellige brugere': 1, 'Kun henvendelse': -1, 'afklaringer i perioden': 1,
    });
    citizen = await citizenOf(amina.page, enquiry);
    assert.equal((await page.goto(citizen)).status(), 404, 'nobody works with Vibe yet');
  });

  await chapter('Amina finds Mette, who has room, and Mette holds the talks', async () => {
    assert.equal(await row(page, '/mine-borgere', 'Vibe'), undefined);
    await assign(amina.hands, citizen, 'Mette', '27.7.2015');
    await holds(amina, 'story-assigned');
    assert.match((await row(page, '/mine-borgere', 'Vibe')).Forløb, /I afklaring siden 27\.7\./);
    for (const [on, note] of [['27.7.2015', 'Fortalte om indsatsen.'], ['31.7.2015', 'Vil gerne prøve.']]) {
      await writeContact(mette.hands, citizen, { on, kind: 'Møde', minutes: '45', note, step: 'Udfylde den første stjerne' });
    }
    await page.goto(`${citizen}/afklaring`);
    const talks = await page.locator('main').innerText();
    assert.match(talks, /Samtalerne holdes af\s*Mette Lund\s*Aftalt\s*Udfylde den første stjerne/);
    assert.match(talks, /31\.7\.[^]*27\.7\./);
    await holds(mette, 'story-talks');
  });

  await chapter('a star with an open area enrols nobody, the first whole one does and says until when', async () => {
    await typePaper(page, citizen, { on: '3.8.2015', areas: [2, 3, 4, 2, 3, 2, 5, 1, 3, ''] });
    assert.match(await page.locator('#fejl').innerText(), /Noget er ikke besvaret/);
    await holds(mette, 'story-star-open');
    assert.deepEqual(await changed(), {});
    await page.goto(`${citizen}/opfoelgning?doer=papir`);
    assert.equal(await page.locator('#a-stjerne-bolig').inputValue(), '2', 'what was typed is there still');
    assert.match(await page.locator('.alert-info').innerText(), /Planlagt slut: tirsdag den 2\. august 2016/);
    await mette.hands.write(page.locator('#a-stjerne-selvtillid'), '4');
    await finish(page);
    assert.match(await said(), /forløbet er begyndt[^]*Planlagt slut: 2\. august 2016/);
    assert.match(await said(), /Faser: 3\.8\.–2\.12\.2015, 3\.12\.2015–2\.4\.2016, 3\.4\.–2\.8\.2016/);
    await holds(mette, 'story-enrolled');
    assert.deepEqual(await changed(), { Indskrevet: 1, 'I afklaring': -1, 'indskrivninger i perioden': 1 });
    assert.match((await row(page, '/mine-borgere', 'Vibe')).Forløb, /Fase 1 af 3 · dag 113 af 366/);
  });

  await chapter('a goal, an action and a contact with the next step', async () => {
    await page.goto(`${citizen}/plan`);
    await mette.hands.press(page.getByRole('link', { name: 'Skriv det første mål' }));
    await mette.hands.write(page.locator('#maal'), 'Jeg vil have et sted, hvor jeg kan låse min dør');
    await mette.hands.pick('omraade', 'Stabil bolig');
    await mette.hands.pick('forslag', 'Borgerens eget forslag');
    await mette.hands.write(page.locator('#dag'), '10.8.2015');
    await mette.hands.press(page.getByRole('button', { name: 'Gem målet' }));
    assert.match(await said(), /Målet er gemt/);
    await mette.hands.press(page.getByRole('link', { name: /^Ny handling/ }));
    await mette.hands.write(page.locator('#handling'), 'Ringe til boligrådgiveren');
    await mette.hands.pick('hvem', 'Vibe');
    await mette.hands.write(page.locator('#senest'), '30.11.2015');
    await mette.hands.press(page.getByRole('button', { name: 'Gem handlingen' }));
    assert.match(await page.locator('.board').innerText(), /Ringe til boligrådgiveren\s*Vibe/);
    await holds(mette, 'story-plan');

    await page.goto('/mine-borgere');
    await mette.hands.press(page.getByRole('link', { name: 'Kontakt med Vibe' }));
    await mette.hands.pick('slags', 'Opkald');
    await mette.hands.pick('min', '15');
    await mette.hands.write(page.locator('#note'), 'Har fået tilbud om en lejlighed i Aarhus.');
    await mette.hands.write(page.locator('#skridt'), 'Se lejekontrakten igennem');
    await mette.hands.pick('hvem', 'Sammen');
    await mette.hands.press(page.getByRole('button', { name: 'Gem kontakt og næste skridt' }));
    const seen = await row(page, '/mine-borgere', 'Vibe');
    assert.match(seen['Gennemført kontakt'], /I dag/);
    assert.match(seen['Aftalt næste skridt'], /Se lejekontrakten igennem[^]*sammen/);
  });

  await chapter('a whole follow-up is filled in together: counted, read through, and nothing is asked twice', async () => {
    await typePaper(page, citizen, { on: '5.10.2015', areas: [3, 3, 4, 3, 3, 2, 5, 2, 3, 4] });
    await page.goto(`${citizen}/opfoelgning`);
    const asked = await page.locator('form[data-filling] fieldset').evaluateAll((all) => all.map((one) => one.querySelector('legend').innerText));
    assert.equal(new Set(asked).size, asked.length, `asked twice: ${asked}`);
    assert.equal(await page.locator('form[data-filling] input[type=text]:visible').count(), 0, 'the day and who fills it in are known');
    const words = await fillTogether(mette);
    const minutes = words.shown / WORDS_A_MINUTE;
    console.log(`# a whole follow-up together: ${words.presses} presses, ${words.seconds.toFixed(1)} s of the program, ${words.shown} words shown, ${minutes.toFixed(1)} min to read them`);
    assert.ok(words.presses <= 30, `${words.presses} presses`);
    assert.match(await said(), /Opfølgningen er gemt/);
    assert.match(await page.locator('#st-h').locator('xpath=../..').innerText(), /3 målinger/);
    await holds(mette, 'story-progress');
    assert.deepEqual(await changed(), {});
  });

  const keys = keyboard(page);
  await chapter('the phase shifts ten days early, which is on plan', async () => {
    await page.goto(`${citizen}/forloeb`);
    await keys.press(page.getByRole('link', { name: 'Faseskift', exact: true }));
    await keys.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await said(), /Gemt: Faseskift/);
    const second = await page.locator('.phase-cards > section').nth(1).innerText();
    assert.match(second, /3\.12\.2015–2\.4\.2016\s*Skiftede 23\.11\./);
    assert.match(second, /Opfyldt:\s*Faseskift inden for 14 dage/);
    await holds(mette, 'story-phases');
  });

  await chapter('what is missing is said, the handover made whole, and the course closed for a reason', async () => {
    await page.goto(`${citizen}/afslutning`);
    const checks = page.locator('.checks').first();
    assert.match(await checks.innerText(), /Mangler:\s*Overdragelse[^]*Ingen behov er skrevet ned endnu/);
    const reasons = await page.locator('#grund label').allInnerTexts();
    assert.deepEqual(reasons.map((one) => one.trim()), ['Borgerens ønske', 'Flyttet', 'Død', 'Overdraget', 'Mistet kontakt', 'Andet'], 'those of R11 and no other');
    await holds(mette, 'story-closing-missing');

    await page.goto(`${citizen}/plan/overdragelse`);
    await keys.write(page.locator('#behov'), 'Hjælp til at flytte ind');
    await keys.choose(page.locator('#maal'), 'Jeg vil have et sted');
    await keys.pick('hvem', 'En samarbejdspartner');
    await keys.write(page.locator('#navn'), 'Boligrådgivningen');
    await keys.press(page.getByRole('button', { name: 'Gem behovet' }));
    assert.match(await page.locator('#ov').locator('xpath=../..').innerText(), /1 ting mangler/);
    await keys.press(page.getByRole('link', { name: 'Hjælp til at flytte ind' }));
    await keys.write(page.locator('#kontakt'), 'Ida, 12 34 60 99');
    await keys.write(page.locator('#aftalt'), '1.12.2015');
    await keys.write(page.locator('#moede_holdt'), '20.11.2015');
    await keys.press(page.getByRole('button', { name: 'Gem behovet' }));
    assert.match(await page.locator('#ov').locator('xpath=../..').innerText(), /Alt er overdraget/);
    await holds(mette, 'story-handover');

    await page.goto(`${citizen}/forloeb/samtale`);
    await keys.write(page.locator('#ord'), 'Nu har jeg min egen nøgle');
    await keys.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await checks.innerText(), /Er der:\s*Afsluttende samtale[^]*Er der:\s*Sidste stjerne[^]*Er der:\s*Overdragelse/);

    await keys.pick('grund', 'Mistet kontakt');
    await keys.press(page.getByRole('button', { name: 'Afslut forløbet' }));
    assert.match(await page.locator('#fejl').innerText(), /Kontakten har ikke været mistet længe nok/);
    await keys.pick('grund', 'Flyttet');
    await keys.press(page.getByRole('button', { name: 'Afslut forløbet' }));
    assert.match(await said(), /Forløbet er afsluttet/);
  });

  await chapter('the picture is there to take home, and the list and the figures know that she has left', async () => {
    await page.goto(`${citizen}/afslutning/udskrift`);
    const paper = await page.locator('main').innerText();
    assert.match(paper, /Vibe[^]*Mit forløb[^]*Fra 3\. august 2015 til 23\. november 2015[^]*Nu har jeg min egen nøgle[^]*låse min dør/);
    assert.equal(await page.locator('main svg[role="img"], main svg').first().isVisible(), true);
    assert.deepEqual(await axeFaults(page), []);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.print-way').isVisible(), false, 'only the sheet is printed');
    await picture(page, 'story-paper');
    await page.emulateMedia({ media: null });
    assert.equal(await row(page, '/mine-borgere', 'Vibe'), undefined);
    assert.deepEqual(await changed(), { Indskrevet: -1, Tilknyttet: -1, Afsluttet: 1, 'afslutninger i perioden': 1 });
  });
});
