// The figures of a period, held against another: chosen with a click, on a phone without JavaScript too, and taken home as a file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openWindow, signIn, startBrowser } from '../lib/browser.mjs';
import { called } from '../lib/citizens.mjs';
import { as, holds } from '../lib/steps.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const intake = (page) => page.locator('section[aria-labelledby="ti"]');

test('a coordinator holds a grant year against the year before, and the file says what the page says', async () => {
  const window = await as(browser, 'amina');
  const { page, context } = window;
  await page.goto('/noegletal');
  await page.getByRole('link', { name: 'Bevillingsår 2015', exact: true }).click();
  await page.locator('#sammenlign').selectOption({ label: 'samme periode året før' });
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  const main = page.locator('main');
  assert.match(await main.innerText(), /Perioden 1\.1\.–31\.12\.2015, ved siden af 1\.1\.–31\.12\.2014/);
  const cell = intake(page).locator('tr', { hasText: 'Indskrivninger' }).first().locator('td');
  const [, now, then, difference] = /^(\d+)\s+(\d+) · ([+\u2212]?\d+)$/.exec((await cell.innerText()).trim());
  assert.equal(Number(now) - Number(then), Number(difference.replace('\u2212', '-')));
  await intake(page).locator('summary', { hasText: 'Tilgang måned for måned' }).click();
  assert.match(await intake(page).innerText(), /januar 2015\s+januar 2014/i);
  await holds(window, 'figures-compared');
  // The page anew: the tool that looked at it leaves marks of its own behind.
  await page.reload();
  await main.getByText('Hver borgers første og seneste trin, uden navne').click();
  assert.ok((await main.locator('.steps svg').count()) >= 5, 'each area has its picture');
  await holds(window, 'figures-steps');

  const link = intake(page).getByRole('link', { name: 'Tilgang som CSV' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.equal(download.suggestedFilename(), 'intake-2015-12-31.csv');
  const csv = await readFile(await download.path(), 'utf8');
  assert.match(csv, new RegExp(`^\\uFEFF.*\\r\\nIndskrivninger;${now}\\r\\n`));
  const workbook = await context.request.get(await intake(page).getByRole('link', { name: 'Tilgang som Excel' }).getAttribute('href'));
  assert.equal(workbook.status(), 200);
  assert.deepEqual([...(await workbook.body()).subarray(0, 2)], [0x50, 0x4b]);
  await context.close();
});

test('a coordinator opens who is behind a number, and a worker sees the number alone', async () => {
  const window = await as(browser, 'amina');
  const { page, context } = window;
  await page.goto('/noegletal');
  const tile = page.getByRole('link', { name: /^\d+\s*I afklaring$/ });
  const n = Number(await tile.locator('.figure-n').innerText());
  await tile.click();
  assert.match(await page.locator('main').innerText(), new RegExp(`Status · I afklaring[^]*${n} · Pr\\. [^]*Her står hver, der tæller med`));
  assert.equal(await page.locator('tbody tr').count(), n, 'as many as the number says');
  assert.equal(await page.locator('tbody a[href^="/borger/"]').count(), n, 'and each can be opened');
  await holds(window, 'figures-behind');
  await page.locator('.crumb a').click();
  await page.locator('section[aria-labelledby="id"] a.behind').first().click();
  const parts = (await page.locator('tbody td.num').allInnerTexts()).map(Number);
  const [, total] = /(\d+) ·/.exec(await page.locator('.page-head p').last().innerText());
  assert.equal(parts.reduce((sum, part) => sum + part, 0), Number(total), 'contacts add up to the number');
  await page.locator('.crumb a').click();
  const load = page.locator('section[aria-labelledby="sa"] tbody tr').first();
  const worker = await load.locator('bdi').innerText();
  const citizens = Number(await load.locator('a.behind').last().innerText());
  await load.locator('a.behind').last().click();
  assert.match(await page.locator('h1').innerText(), new RegExp(`Sagsstammer · ${worker} · I\\salt`));
  assert.equal(await page.locator('tbody a[href^="/borger/"]').count(), citizens, "a worker's caseload too");
  await context.close();

  const other = await as(browser, 'mette', { width: 390 });
  await other.page.goto('/noegletal');
  assert.equal(await other.page.locator('a.behind, a.figure-link').count(), 0);
  await other.context.close();
});

test('a worker without JavaScript compares with a period of her own, on a phone', async () => {
  const { page, context, faults } = await openWindow(browser, { width: 390, javascript: false });
  await signIn(page, called('mette'));
  await page.goto('/noegletal');
  await page.locator('#sammenlign').selectOption('egen');
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  assert.match(await page.locator('#mod-fra-fejl').innerText(), /Skriv begge dage/);
  await page.locator('#mod-fra').fill('1.4.2013');
  await page.locator('#mod-til').fill('31.3.2014');
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  assert.match(await page.locator('main').innerText(), /ved siden af 1\.4\.2013–31\.3\.2014/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a consultant sees the figures and no single person\'s steps, and takes no list of courses home', async () => {
  const { page, context } = await as(browser, 'karen');
  await page.goto('/noegletal');
  assert.equal(await page.locator('.steps').count(), 0);
  assert.equal((await context.request.get('/noegletal/fil/outcomes.xlsx')).status(), 200);
  assert.equal((await context.request.get('/noegletal/fil/courses.xlsx')).status(), 403);
  await context.close();
});
