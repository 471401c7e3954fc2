// Words of a citizen's: asked for, written down by the worker, approved by the coordinator, chosen by the consultant, locked in a report, and taken back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { citizenOf } from '../lib/citizens.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, chapters, holds } from '../lib/steps.mjs';

const DRAFT = '/rapporter/kladde?rapport=status&modtager=samarbejdspartnere&dag=23.11.2015&fra=1.12.2014&til=30.11.2015';
const WORDS = 'Jeg åbner min post samme dag, den kommer.';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

test('a quotation', async (t) => {
  const chapter = chapters(t);
  let citizen;
  let report;

  await chapter('the citizen says yes, and the worker answers what the words are warned of', async () => {
    const mette = await as(browser, 'mette', { width: 390 });
    const { page, hands } = mette;
    citizen = await citizenOf(page, 'Lærke');
    await page.goto(`${citizen}/citater`);
    assert.match(await page.locator('main').innerText(), /Må citeres i rapporter\s*Nej/i);
    await page.goto(`${citizen}/samtykker`);
    await hands.pick('slags', 'Citat i rapporter');
    await hands.pick('svar', 'Ja');
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('.around').innerText(), /Citat i rapporter[^]*uden dit navn[^]*Gælder/);

    await page.goto(`${citizen}/citater`);
    await hands.write(page.locator('#citat'), 'Lærke siger, at hun er 38 år gammel.');
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('main').innerText(), /Se disse steder efter[^]*Navn[^]*Alder/);
    await holds(mette, 'citat-advarsel');
    await hands.write(page.locator('#citat'), WORDS);
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('.around').innerText(), new RegExp(`»${WORDS}«[^]*Venter på godkendelse`));
    await page.locator('.around-do a').first().click();
    assert.equal(await page.locator('#afgoerelse').count(), 0, 'nobody approves their own');
    await mette.context.close();
  });

  await chapter('the coordinator reads it from the desk and approves it, by keyboard', async () => {
    const amina = await as(browser, 'amina');
    const { page } = amina;
    const keys = keyboard(page);
    await page.goto('/bord');
    await keys.press(page.getByRole('link', { name: 'Et citat fra Lærke venter på, at du læser det' }));
    await keys.press(page.getByRole('link', { name: /Læs og godkend/ }));
    assert.equal(await page.locator('form blockquote').innerText(), await page.locator('td bdi').first().innerText().then((words) => words.replace(/[»«]/g, '')), 'the words stand where one decides');
    await holds(amina, 'citat-laes');
    await keys.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('#afgoerelse').innerText(), /[Vv]ælg/);
    await keys.pick('afgoerelse', 'Godkend');
    await keys.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('.around').innerText(), new RegExp(`»${WORDS}«[^]*Godkendt`));
    await amina.context.close();
  });

  await chapter('the consultant chooses it without knowing whose it is, and proposes the report', async () => {
    const karen = await as(browser, 'karen');
    const { page, hands } = karen;
    await page.goto(DRAFT);
    await hands.press(page.locator('#metode').getByRole('link', { name: /Vælg citater/ }));
    assert.doesNotMatch(await page.locator('main').innerText(), /Lærke|Sol\b/);
    await hands.choose(page.getByLabel(`»${WORDS}«`), 'Nr. 1');
    await holds(karen, 'citat-vaelg');
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    const quote = page.locator('#metode figure.quote');
    assert.equal((await quote.innerText()).replaceAll(/\s+/g, ' '), `${WORDS} En borger`);
    assert.equal(await quote.locator('blockquote').innerText(), WORDS);
    await holds(karen, 'citat-kladde');
    await hands.press(page.getByRole('button', { name: 'Foreslå låsning' }));
    report = new URL(page.url()).pathname;
    await karen.context.close();
  });

  await chapter('it is locked, sent, and taken back: the desk says so until the recipients have been told', async () => {
    const amina = await as(browser, 'amina');
    const { page, hands } = amina;
    await page.goto(report);
    await hands.press(page.getByRole('button', { name: /^Lås som version/ }));
    await page.goto('/bord');
    assert.doesNotMatch(await page.locator('main').innerText(), /Et citat i en låst rapport/);

    const mette = await as(browser, 'mette');
    await mette.page.goto(`${citizen}/samtykker`);
    const row = mette.page.locator('.around tbody tr', { hasText: 'Citat i rapporter' });
    await mette.hands.press(row.getByRole('link'));
    await mette.hands.pick('svar', 'Trukket tilbage');
    await mette.hands.press(mette.page.getByRole('button', { name: 'Gem', exact: true }));
    await mette.context.close();

    await page.goto(DRAFT);
    assert.equal(await page.locator('#metode figure.quote').count(), 0, 'no draft has it any more');
    await page.goto('/bord');
    await hands.press(page.getByRole('link', { name: /Et citat i en låst rapport er trukket tilbage: Statusrapport til/ }));
    const main = page.locator('main');
    assert.match(await main.innerText(), new RegExp(`Citat trukket tilbage[^]*»${WORDS}«`));
    assert.doesNotMatch(await main.innerText(), /Lærke/);
    await holds(amina, 'citat-trukket-tilbage');
    await hands.press(page.getByRole('button', { name: 'Modtagerne har fået besked' }));
    assert.match(await page.locator('.done').innerText(), /Det er noteret/);
    assert.match(await main.innerText(), new RegExp(`»${WORDS}«\\s+23\\.11\\.2015`));
    await page.goto('/bord');
    assert.doesNotMatch(await page.locator('main').innerText(), /Et citat i en låst rapport/);
    await amina.context.close();
  });
});
