// A person without a mouse.

import assert from 'node:assert/strict';

/** Presses Tab until what has the focus matches and, where words are given, has them. */
export async function tabTo(page, selector, words = '') {
  for (let stop = 0; stop < 250; stop += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      ([wanted, text]) => document.activeElement.matches(wanted) && document.activeElement.textContent.includes(text),
      [selector, words],
    );
    if (isThere) return;
  }
  assert.fail(`Tab does not come to ${selector} ${words}`);
}

/** Presses a key and waits for the page it leads to. */
export async function pressFor(page, key, address) {
  await Promise.all([page.waitForURL(address), page.keyboard.press(key)]);
}
