// Rounds: filled in together with each answer saved as it is given, ten typed from paper with the keyboard alone, the disagreement,
// the network cut in the middle, a reading withdrawn and put back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser, WIDTHS } from '../lib/browser.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** A worker's window. */
async function asWorker(width) {
  const opened = await openWindow(browser, { width });
  await signIn(opened.page, everyone('worker')[0]);
  return opened;
}

/** The page is one that anybody can use. */
async function looks(page, name) {
  assert.deepEqual([...(await axeFaults(page)), ...(await shapeFaults(page, 'da'))], [], name);
  await picture(page, name);
}

/** The first open follow-up's page. */
async function openRound(page) {
  await page.goto('/opfoelgninger');
  await page.locator('.row-do').first().getByRole('link', { name: /^Udfyld/ }).click();
}

const saved = (page) => page.locator('[data-said]', { hasText: 'Alt er gemt' });

for (const width of WIDTHS) {
  test(`every page of a follow-up can be used by anybody at ${width} px`, async () => {
    const { context, page, faults } = await asWorker(width);
    await page.goto('/opfoelgninger');
    await looks(page, `opfoelgninger-${width}`);
    const row = page.locator('.row-do').first();
    const answer = await row.getByRole('link', { name: /^Udsat/ }).getAttribute('href');
    const round = await row.getByRole('link', { name: /^Udfyld/ }).getAttribute('href');
    for (const [address, name] of [[round, 'sammen'], [`${round}?doer=papir`, 'papir'], [answer, 'svar'], [round.replace('opfoelgning', 'udvikling'), 'udvikling'], ['/kalender', 'kalender']]) {
      await page.goto(address);
      await looks(page, `${name}-${width}`);
    }
    await page.goto(round.replace('opfoelgning', 'udvikling'));
    await page.locator('.readings a').first().click();
    await looks(page, `maaling-${width}`);
    await page.getByRole('link', { name: 'Ret målingen' }).click();
    await looks(page, `maaling-ret-${width}`);
    await page.getByLabel('Dagen, den blev udfyldt').fill('31.2.2015');
    await page.getByRole('button', { name: 'Gem rettelsen' }).click();
    await looks(page, `maaling-ret-afvist-${width}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('Ask and Mette fill a round in together, disagree about one area, and lose the network on the way', async () => {
  const { context, page, faults } = await asWorker(1280);
  await openRound(page);
  const areas = await page.locator('.areas a').count();
  for (let area = 0; area < areas; area += 1) {
    const question = page.locator('.question:visible');
    await question.locator('label', { hasText: /^5$/ }).click();
    if (area === 2) await context.setOffline(true);
    if (area === 4) {
      await page.locator('[data-said]', { hasText: 'Ikke gemt endnu' }).waitFor();
      await context.setOffline(false);
    }
    if (area === 8) {
      await question.getByText('Vi er uenige').click();
      await question.getByLabel('Medarbejderens tal').fill('7');
    }
    if (area < areas - 1) await question.getByRole('button', { name: /^Næste/ }).click();
  }
  await page.locator('.question:visible textarea').fill('Jeg sover stadig med lyset tændt');
  for (let item = 0; item < 5; item += 1) await page.locator('.w5').nth(item).locator('label').nth(2).click();
  await page.getByText('At stoppe', { exact: true }).click();
  await saved(page).waitFor();
  await page.waitForTimeout(1200);
  const typed = page.url();
  await page.goto('about:blank');
  await page.goto(typed);
  assert.match(await page.locator('#d1').locator('xpath=..').innerText(), /10 af 10/);
  assert.equal(await page.locator('textarea').last().inputValue(), 'Jeg sover stadig med lyset tændt');
  await looks(page, 'sammen-udfyldt-1280');
  await page.getByRole('button', { name: 'Se stjernen og gem som færdig' }).click();
  await page.getByText('Opfølgningen er gemt').waitFor();
  await looks(page, 'udvikling-gemt-1280');
  const offline = faults.filter((fault) => !/INTERNET_DISCONNECTED/.test(fault));
  assert.deepEqual(offline, []);
  await context.close();
});

test('ten rounds are typed from paper, day by day, with the keyboard alone', async () => {
  const { context, page, faults } = await asWorker(1280);
  await page.goto('/opfoelgninger');
  const rounds = await page.locator('.row-do').getByRole('link', { name: /^Fra papir/ }).evaluateAll((links) => links.map((link) => link.href));
  const begun = Date.now();
  for (let number = 0; number < 10; number += 1) {
    await page.goto(rounds[number % rounds.length]);
    await page.locator('#dag').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`${number + 1}.11.15`);
    await page.keyboard.press('Enter');
    for (let field = 0; field < 15; field += 1) {
      await page.keyboard.type(String(field < 10 ? 4 : 3));
      await page.keyboard.press('Enter');
    }
    await page.locator('input[name="a-formaal-formaal"]').first().focus();
    await page.keyboard.press('Space');
    await page.locator('.savebar .button-primary').focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Opfølgningen er gemt/).waitFor();
  }
  console.log(`# ten rounds from paper in ${Math.round((Date.now() - begun) / 1000)} s`);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a star withdrawn by mistake is put back with one press', async () => {
  const { context, page, faults } = await asWorker(390);
  await page.goto('/mine-borgere');
  const citizen = await page.locator('tr', { hasText: 'Fase 2' }).first().locator('a.who').getAttribute('href');
  await page.goto(`${citizen}/udvikling`);
  await page.locator('.readings li', { hasText: 'begyndte forløbet' }).locator('a').click();
  await page.getByText('er borgeren i afklaring igen').or(page.getByText('flytter forløbets første dag')).first().waitFor();
  await page.getByLabel(/Hvorfor trækkes den tilbage/).fill('Tastet på en forkert borger');
  await page.getByRole('button', { name: 'Træk målingen tilbage' }).click();
  await page.getByText('Målingen er trukket tilbage.').waitFor();
  await looks(page, 'maaling-trukket-390');
  await page.getByRole('button', { name: 'Fortryd' }).click();
  await page.getByText('Målingen er sat tilbage.').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
