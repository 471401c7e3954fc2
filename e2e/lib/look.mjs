// A page held against what no page may be, in one step.

import assert from 'node:assert/strict';
import { axeFaults, picture, shapeFaults } from './browser.mjs';

/** The window's page as it stands has no fault, and nothing went wrong on the way to it; its picture is kept. `allowed` matches what the story itself brings about. */
export async function holds({ page, faults }, name, { language = 'da', allowed } = {}) {
  const met = faults.splice(0).filter((fault) => !allowed?.test(fault));
  const found = [...met, ...(await shapeFaults(page, language)), ...(await axeFaults(page))];
  await picture(page, name);
  faults.length = 0; // what axe and the camera do is not the page's doing
  assert.deepEqual(found, [], name);
}
