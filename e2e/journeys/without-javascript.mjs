// The pages are whole without JavaScript.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, signIn, signOut, startBrowser } from '../lib/browser.mjs';
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
  await page.locator('.sealed button').first().click();
  assert.notEqual((await page.locator('.opened-text').innerText()).trim(), '');

  await signOut(page);
  await page.goto('/mine-borgere');
  assert.equal(new URL(page.url()).pathname, '/log-ind');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a coordinator without JavaScript chooses another day and gets the figures of that day', async () => {
  const [coordinator] = everyone('coordinator');
  const { context, page, faults } = await openWindow(browser, { javascript: false });
  await signIn(page, coordinator);
  await page.goto('/noegletal');
  const counts = () => page.locator('main .figures .figure-n').allInnerTexts();
  const today = await counts();
  const scripted = await openWindow(browser);
  await signIn(scripted.page, coordinator);
  await scripted.page.goto('/noegletal');
  assert.deepEqual(today, await scripted.page.locator('main .figures .figure-n').allInnerTexts(), 'the same figures as with JavaScript');
  await scripted.context.close();
  await page.locator('input[name="dag"]').fill('1.5.2014');
  await page.locator('main form[action="/noegletal"] button').click();
  assert.notDeepEqual(await counts(), today, 'another day has other figures');
  assert.match(page.url(), /dag=1\.5\.2014/);
  assert.deepEqual(faults, []);
  await context.close();
});
