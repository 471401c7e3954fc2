// A worker tells of a contact in one go: from the list, on a phone and on a desktop, by mouse and by keyboard; what was typed survives,
// and what was a mistake is undone, corrected or taken out.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser } from '../lib/browser.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const width of WIDTHS) {
  test(`a contact and its next step are noted in six presses and far less than 20 seconds, ${width} px`, async (t) => {
    const { context, page, faults } = await arrive(width);
    const began = Date.now();
    let presses = 0;
    const press = async (part) => { presses += 1; await part.click(); };
    await Promise.all([page.waitForURL(/\/kontakt\?fra=mine-borgere$/), press(page.locator('.row-contact').first())]);
    await press(page.locator('label', { hasText: /^\s*Opkald$/ }));
    await press(page.locator('label[for="min-1"]'));
    await press(page.locator('#note'));
    await page.keyboard.insertText('Talte om brevet fra kommunen.'); // as a telephone's dictation puts it in
    await press(page.locator('#skridt'));
    await page.keyboard.insertText('Ringe igen, når brevet er læst');
    await Promise.all([page.waitForURL(/\/mine-borgere\?gemt=kontakt/), press(page.locator('.savebar .button-primary'))]);
    const seconds = (Date.now() - began) / 1000;
    t.diagnostic(`${presses} presses, ${seconds.toFixed(1)} s without the typing`);
    assert.ok(presses <= 6, `${presses} presses`);
    assert.ok(seconds < 10, `${seconds} s`);
    assert.match(await page.locator('.done').innerText(), /Kontakten er gemt kl\. \d{1,2}\.\d\d/);
    assert.match(await page.locator('main').innerText(), /Ringe igen, når brevet er læst/);
    await holds(page, faults, `kontakt-gemt-${width}`);

    await Promise.all([page.waitForURL(/kontakt-fortrudt/), page.locator('.done button').click()]);
    const list = await page.locator('main').innerText();
    assert.match(list, /næste skridt er, som det var/);
    assert.doesNotMatch(list, /Ringe igen, når brevet er læst/);
    await context.close();
  });
}

test('a contact is noted with the keyboard alone', async () => {
  const { context, page, faults } = await arrive(1280);
  await tabTo(page, '.row-contact');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await tabTo(page, '#slags-0');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '#min-0');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '#note');
  await page.keyboard.type('Skrevet uden mus');
  await tabTo(page, '.savebar .button-primary');
  await Promise.all([page.waitForURL(/gemt=kontakt/), page.keyboard.press('Enter')]);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.done')), 'the line that says what was done has the focus');
  await tabTo(page, '.done button');
  await Promise.all([page.waitForURL(/kontakt-fortrudt/), page.keyboard.press('Enter')]);
  assert.deepEqual(faults, []);
  await context.close();
});

test('what was typed survives a closed tab and is thrown away when it is asked for', async () => {
  const { context, page, faults } = await arrive(390);
  await page.locator('.row-contact').first().click();
  await page.locator('#note').fill('Halvt skrevet, og så ringede telefonen');
  await page.locator('[data-kept]', { hasText: /Kladde gemt kl\./ }).waitFor();
  const address = page.url();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  assert.equal(await again.locator('#note').inputValue(), 'Halvt skrevet, og så ringede telefonen');
  await holds(again, faults, 'kontakt-kladde-390');
  await Promise.all([again.waitForNavigation(), again.locator('button[formaction="/kladde/kasser"]').click()]);
  assert.equal(await again.locator('#note').inputValue(), '');
  await context.close();
});

for (const width of WIDTHS) {
  test(`the thirty-first of February and a future day are told beside their fields, ${width} px`, async () => {
    const { context, page, faults } = await arrive(width);
    await page.locator('.row-contact').first().click();
    await page.locator('label[for="dato-2"]').click();
    await page.locator('#dato-dag').fill('31.2.2015');
    await page.locator('#note').fill('Teksten bliver stående');
    await Promise.all([page.waitForResponse((answer) => answer.status() === 422), page.locator('.savebar .button-primary').click()]);
    await page.locator('#fejl').waitFor();
    assert.match(await page.locator('#dato').innerText(), /Den dag findes ikke/);
    assert.equal(await page.locator('#dato-dag').inputValue(), '31.2.2015');
    assert.equal(await page.locator('#note').inputValue(), 'Teksten bliver stående');
    await holds(page, faults, `kontakt-fejl-${width}`);
    await page.locator('#dato-dag').fill('24.12.2015');
    await Promise.all([page.waitForResponse((answer) => answer.status() === 422), page.locator('.savebar .button-primary').click()]);
    assert.match(await page.locator('#dato').innerText(), /fremtiden/);
    await context.close();
  });
}

test('two workers correct one contact: both versions stand side by side', async () => {
  const one = await arrive(1280);
  await one.page.locator('a.who').first().click();
  const contact = await one.page.locator('.event-edit').first().getAttribute('href');
  await one.page.goto(contact);
  const other = await one.context.newPage();
  await other.goto(contact);
  await other.locator('#note').fill('Rettet i det andet vindue');
  await Promise.all([other.waitForURL(/gemt=kontakt-rettet/), other.locator('.savebar .button-primary').click()]);
  await one.page.locator('#note').fill('Rettet i det første vindue');
  await Promise.all([one.page.waitForResponse((answer) => answer.status() === 409), one.page.locator('.savebar .button-primary').click()]);
  const both = await one.page.locator('#konflikt').innerText();
  assert.match(both, /Rettet i det første vindue[\s\S]*Rettet i det andet vindue/);
  await holds(one.page, one.faults, 'kontakt-konflikt-1280');
  await one.page.locator('.take-out summary').click();
  await one.page.locator('#grund').fill('Skrevet på den forkerte borger');
  await Promise.all([one.page.waitForURL(/kontakt-ude/), one.page.locator('.take-out button:not(.sr-only)').click()]);
  await Promise.all([one.page.waitForURL(/kontakt-tilbage/), one.page.locator('.done button').click()]);
  await one.context.close();
});

test('a step is done from the citizen’s page, taken back, and moved', async () => {
  const { context, page, faults } = await arrive(390);
  // Somebody with an agreed step: other journeys have left some without.
  for (const at of await page.locator('a.who').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    await page.goto(at);
    if (await page.locator('.next-do').count() > 0) break;
  }
  const agreed = await page.locator('.ahead li:has(.next-do) p').innerText();
  await Promise.all([page.waitForURL(/skridt-gjort/), page.locator('.next-do button').click()]);
  assert.equal(await page.locator('.next-do').count(), 0);
  await holds(page, faults, 'skridt-gjort-390');
  await Promise.all([page.waitForURL(/skridt-aaben/), page.locator('.done button').click()]);
  assert.equal(await page.locator('.ahead li:has(.next-do) p').innerText(), agreed);
  await Promise.all([page.waitForURL(/\/skridt$/), page.locator('.ahead li:has(.next-do) p a').click()]);
  await page.locator('label[for="naar-1"]').click();
  await holds(page, faults, 'skridt-390');
  await Promise.all([page.waitForURL(/gemt=skridt$/), page.locator('.savebar .button-primary').click()]);
  await context.close();
});

test('a contact is noted without JavaScript', async () => {
  const { context, page, faults } = await openWindow(browser, { javascript: false });
  await signIn(page, everyone('worker')[0]);
  await page.goto('/mine-borgere');
  await page.locator('.row-contact').first().click();
  await page.locator('#note').fill('Skrevet uden JavaScript');
  await Promise.all([page.waitForNavigation(), page.locator('[data-keep]').click()]);
  assert.match(await page.locator('[data-kept]').innerText(), /Kladde gemt kl\./);
  await Promise.all([page.waitForURL(/gemt=kontakt/), page.locator('.savebar .button-primary').click()]);
  await Promise.all([page.waitForURL(/kontakt-fortrudt/), page.locator('.done button').click()]);
  assert.deepEqual(faults, []);
  await context.close();
});

async function arrive(width) {
  const window = await openWindow(browser, { width });
  await signIn(window.page, everyone('worker')[0]);
  await window.page.goto('/mine-borgere');
  return window;
}

async function holds(page, faults, name) {
  const found = [...faults.splice(0), ...(await shapeFaults(page, 'da')), ...(await axeFaults(page))];
  await picture(page, name);
  faults.length = 0;
  assert.deepEqual(found, [], name);
}

/** Presses Tab until what has the focus matches. */
async function tabTo(page, selector) {
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab does not come to ${selector}`);
}
