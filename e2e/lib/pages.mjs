// Each person reads every page that they can come to, in Danish and in English.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser } from './browser.mjs';
import { speak } from './language.mjs';
import { people } from './people.mjs';
import { kind, walk } from './walk.mjs';

const isFirstOfRole = (person, at, all) => all.findIndex(({ role }) => role === person.role) === at;

/** The tests of a screen of this width. */
export function readEveryPage(width) {
  let browser;
  // A role's pages of one kind have the same colours, whoever reads them, wherever and in whichever language.
  const styled = new Set();
  const isKnown = (pages) => styled.has(pages) || !styled.add(pages);
  before(async () => { browser = await startBrowser(); });
  after(() => browser.close());

  for (const language of ['da', 'en']) {
    test(`a visitor reads the sign-in page, ${width} px, ${language}`, async () => {
      const { context, page, faults } = await openWindow(browser, { width });
      await page.goto('/log-ind');
      await speak(page, language);
      await holds(page, faults, language, `${width}-${language}-log-ind`);
      await context.close();
    });

    // In English the words are others and the pages the same: one person of a role, and one place of a kind.
    const [readers, places] = language === 'da' ? [people(), 2] : [people().filter(isFirstOfRole), 1];
    for (const person of readers) {
      test(`${person.role} ${person.name} reads every page, ${width} px, ${language}`, async (t) => {
        const { context, page, faults } = await openWindow(browser, { width });
        if (person.sees.length === 0) {
          // The explanation has no menu: the language is the one chosen before.
          await page.goto('/log-ind');
          await speak(page, language);
          await signIn(page, person);
          await holds(page, faults, language, `${width}-${language}-${person.name}-no-pages`);
          return context.close();
        }
        await signIn(page, person);
        await speak(page, language);
        const seen = await walk(page, async (place) => {
          const isStyleKnown = isKnown(`${person.role} ${kind(page.url())}`);
          await t.test(place, () => holds(page, faults, language, `${width}-${language}-${person.name}${place.replaceAll(/[^a-z0-9]+/gi, '-')}`, isStyleKnown));
        }, places);
        for (const expected of person.sees) assert.ok(seen.has(kind(new URL(expected, page.url()).href)), `${expected} cannot be reached by links; reached: ${[...seen].join(' ')}`);
        return context.close();
      });
    }
  }
}

/** A page is held against what no page may be. In English axe looks on the desktop alone: a page's parts are the same in both languages. */
async function holds(page, faults, language, name, isStyleKnown = false) {
  const isLookedAt = language === 'da' || page.viewportSize().width > 600;
  const found = [...faults.splice(0), ...(await shapeFaults(page, language)), ...(isLookedAt ? await axeFaults(page, { isStyleKnown }) : [])];
  await picture(page, name);
  faults.length = 0; // what axe and the camera do is not the page's doing
  assert.deepEqual(found, []);
}
