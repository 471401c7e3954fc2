// The pages are whole without JavaScript.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, signIn, startBrowser } from '../lib/browser.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

test('a worker without JavaScript signs in, reads the list, opens a citizen and a sealed text, and signs out', async () => {
  const [worker] = everyone('worker');
  const { context, page, faults } = await openWindow(browser, { javascript: false });
  await signIn(page, worker);
  await page.goto('/mine-borgere');
  const citizens = page.locator('main a[href^="/borger/"]');
  assert.ok((await citizens.count()) >= 5, 'the list has its citizens');

  await citizens.first().click();
  assert.equal(await page.locator('main h1').count(), 1);
  const opened = page.locator('.opened, .sealed-text');
  const before = await opened.count();
  await page.locator('.sealed :is(a, button, summary)').first().click();
  await opened.nth(before).waitFor();

  await signOut(page);
  assert.equal((await page.goto('/mine-borgere')).url(), new URL('/log-ind', page.url()).href.split('?')[0] + new URL(page.url()).search);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a coordinator without JavaScript chooses another day and gets the figures of that day', async () => {
  const [coordinator] = everyone('coordinator');
  const { context, page, faults } = await openWindow(browser, { javascript: false });
  await signIn(page, coordinator);
  await page.goto('/noegletal');
  const demoDay = await page.locator('main').innerText();
  for (const count of ['16', '3', '37', '19', '56']) assert.match(demoDay, new RegExp(`\\b${count}\\b`), `the demo's figures show ${count}`);
  const form = page.locator('main form[method="get"]').first();
  await form.locator('input[type="date"], input[inputmode], input[type="text"]').first().fill('2013-05-01');
  await form.locator('button[type="submit"], button:not([type])').first().click();
  assert.doesNotMatch(await page.locator('main').innerText(), /\b56\b/, 'on another day there are other figures');
  assert.deepEqual(faults, []);
  await context.close();
});

async function signOut(page) {
  const menu = page.locator('details:not([open])', { has: page.locator('form[action="/log-ud"]') }).locator('summary').first();
  if ((await menu.count()) > 0) await menu.click();
  await page.locator('form[action="/log-ud"] button').first().click();
}
