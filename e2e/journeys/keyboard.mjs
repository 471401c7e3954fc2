// A worker without a mouse: signs in, opens a citizen, opens a sealed text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, startBrowser } from '../lib/browser.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

test('a worker signs in, opens a citizen and a sealed text with the keyboard alone', async () => {
  const [worker] = everyone('worker');
  const { context, page, faults } = await openWindow(browser);
  await page.goto('/log-ind');

  await tabTo(page, 'input[autocomplete="username"]');
  await page.keyboard.type(worker.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(worker.password);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

  await page.goto('/mine-borgere');
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('href') ?? ''), /^#/, 'the first stop is the link past the navigation');

  await tabTo(page, 'a[href^="/borger/"]');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(new URL(page.url()).pathname, /^\/borger\//);

  await tabTo(page, '.sealed button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.notEqual((await page.locator('.opened-text').innerText()).trim(), '');
  assert.deepEqual(faults, []);
  await context.close();
});

/** Presses Tab until what has the focus matches; every stop on the way shows where it is. */
async function tabTo(page, selector) {
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate((wanted) => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      const label = element.matches(':is(input, label)') ? null : element.innerText;
      return {
        found: element.matches(wanted),
        isPage: element === document.body,
        name: `${element.localName} ${label ?? element.getAttribute('name') ?? ''}`.trim().slice(0, 40),
        shown: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || getComputedStyle(element.nextElementSibling ?? element).outlineStyle !== 'none',
      };
    }, selector);
    assert.ok(focus.isPage || focus.shown, `nothing shows that "${focus.name}" has the focus`);
    if (focus.found) return;
  }
  assert.fail(`Tab does not come to ${selector}`);
}
