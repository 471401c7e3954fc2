// A worker's citizens.

import assert from 'node:assert/strict';
import { openWindow, signIn } from './browser.mjs';
import { people } from './people.mjs';

/** Somebody of the demo, by user name. */
export function called(name) {
  const person = people().find((one) => one.name === name);
  assert.ok(person, `the demo has no ${name}`);
  return person;
}

/** A window in which somebody has signed in. */
export async function windowOf(browser, name, width = 1280) {
  const opened = await openWindow(browser, { width });
  await signIn(opened.page, called(name));
  return opened;
}

/** The address of a citizen on the signed-in worker's list. */
export async function citizenOf(page, alias) {
  await page.goto('/mine-borgere');
  const found = page.locator('a.who').filter({ hasText: new RegExp(`^\\s*${alias}\\s*$`) });
  assert.equal(await found.count(), 1, `${alias} is on the list`);
  return found.getAttribute('href');
}
