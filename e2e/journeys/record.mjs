// A group's meeting: from the agenda to the minutes, and what it decided comes back at the next one until it is done.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, holds } from '../lib/steps.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const [width, by] of [[390, 'by hand'], [1280, 'by keyboard']]) {
  test(`a meeting is called, held and approved, and its decision is followed up, ${width} px, ${by}`, async () => {
    const window = await as(browser, 'amina', { width });
    const { page, context } = window;
    const hands = by === 'by keyboard' ? keyboard(page) : window.hands;
    const name = width === 390 ? 'Aftengruppen' : 'Morgengruppen';
    const save = () => hands.press(page.getByRole('button', { name: 'Gem', exact: true }));

    await page.goto('/organisation/gruppe/ny');
    await hands.write(page.locator('#navn'), name);
    await hands.pick('art', 'projektgruppe');
    await save();
    assert.match(await page.locator('.done').innerText(), /Gemt/);

    // The agenda: a day that is none loses nothing.
    await page.goto('/moeder/ny');
    await hands.choose(page.locator('#gruppe'), name);
    await hands.write(page.locator('#dato'), '31.2.2016');
    await hands.write(page.locator('#titel_2'), 'Forankring');
    await save();
    assert.match(await page.locator('#fejl').innerText(), /Den dag findes ikke/);
    assert.equal(await page.locator('#titel_2').inputValue(), 'Forankring');
    await holds(window, `moede-forkert-dag-${width}`);
    await hands.write(page.locator('#dato'), '23.11.2015');
    await save();
    const meeting = new URL(page.url()).pathname;
    assert.match(await page.locator('main').innerText(), /1\. Status[\s\S]*Indskrevet[\s\S]*Tæller personer[\s\S]*3\. Forankring/);
    await holds(window, `moede-dagsorden-${width}`);

    // The minutes, and a decision that nobody does is told.
    await hands.press(page.getByRole('link', { name: 'Skriv referat' }));
    await hands.write(page.locator('#referat_2'), 'Planen blev gennemgået.');
    await holds(window, `moede-referat-${width}`);
    await save();
    assert.match(await page.locator('main').innerText(), /gemt med mødet[\s\S]*Planen blev gennemgået\./);
    await hands.press(page.getByRole('link', { name: 'Ny beslutning' }));
    const decision = `Find et lokale til ${width}`;
    await hands.write(page.locator('#beslutning'), decision);
    await hands.write(page.locator('#senest'), '30.11.2015');
    await save();
    assert.match(await page.locator('#fejl').innerText(), /hvem der gør det/);
    assert.equal(await page.locator('#beslutning').inputValue(), decision);
    await hands.choose(page.locator('#hvem'), 'Jonas Friis');
    await save();
    await hands.press(page.getByRole('button', { name: 'Godkend referatet' }));
    assert.match(await page.locator('.done').innerText(), /låst/);
    await holds(window, `moede-godkendt-${width}`);
    const document = await context.request.get(`${meeting}/referat.docx`);
    assert.match(document.headers()['content-disposition'], /filename="referat\.docx"$/);
    assert.equal((await document.body()).subarray(0, 2).toString(), 'PK');

    // The next meeting finds the decision by itself, and once it is done it waits no more.
    await page.goto('/moeder');
    assert.match(await page.locator('[aria-labelledby="beslutninger"]').innerText(), new RegExp(decision));
    await page.goto('/moeder/ny');
    await hands.choose(page.locator('#gruppe'), name);
    await hands.write(page.locator('#dato'), '23.11.2015');
    await save();
    assert.match(await page.locator('[aria-labelledby="fulgt"]').innerText(), new RegExp(decision));
    await hands.press(page.getByRole('link', { name: 'Skriv referat' }));
    const field = await page.locator('fieldset[id^="tilstand_"]').getAttribute('id');
    await hands.pick(field, 'gjort');
    await save();
    assert.match(await page.locator('[aria-labelledby="fulgt"]').innerText(), /gjort/);
    await page.goto('/moeder');
    assert.doesNotMatch(await page.locator('[aria-labelledby="beslutninger"]').innerText(), new RegExp(decision));
    await context.close();
  });
}

test('a note with a CPR number is not saved, and a colleague reads through what is', async () => {
  const { page, context, hands, ...window } = await as(browser, 'mette', { width: 390 });
  await page.goto('/viden/note/ny');
  await hands.write(page.locator('#titel'), 'Et skema hjælper');
  await hands.write(page.locator('#emne'), 'Økonomi');
  await hands.pick('maalgruppe', 'andre');
  await hands.write(page.locator('#tekst'), 'Hun, 010285-1234, brugte skemaet.');
  await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
  assert.equal(await page.locator('.heeded mark').innerText(), '010285-1234');
  await holds({ page, context, ...window }, 'viden-advarsel');
  await hands.write(page.locator('#tekst'), 'Skemaet gør det lettere at begynde.');
  await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
  const note = new URL(page.url()).pathname;
  assert.match(await page.locator('main').innerText(), /venter på en kollega/);
  await context.close();
  const other = await as(browser, 'jonas');
  await other.page.goto(note);
  await other.hands.press(other.page.getByRole('button', { name: 'Jeg har læst den igennem' }));
  assert.match(await other.page.locator('.done').innerText(), /kan deles/);
  await holds(other, 'viden-laest');
  await other.context.close();
});
