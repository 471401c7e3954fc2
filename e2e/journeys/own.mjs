// Alma alone with the questions. Jonas hands her the screen: it is hers until his number brings him back, and a lost connection loses nothing.
// Fjord gets a link for his own phone, which opens once, and is gone in three presses. Afterwards nothing of it is left on the device.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, axeFaults, openWindow, picture, startBrowser } from '../lib/browser.mjs';
import { citizenOf, windowOf } from '../lib/citizens.mjs';
import { tabTo } from '../lib/keyboard.mjs';
import { holds } from '../lib/look.mjs';

const PIN = '2468';
const OFFLINE = /INTERNET_DISCONNECTED/;
const WRONG = /status of 422|missing: 422/;
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const question = (page, number) => page.getByText(new RegExp(`^(Spørgsmål|Question) ${number} (af|of) 16$`));
const next = (page) => page.locator('.own-forward');
const pick = (page, value) => page.locator(`label[for="s${value}"]`);

/** Chooses an answer and goes on to the next question, or to the thanks after the last. */
async function answer(page, number, value) {
  await question(page, number).waitFor();
  await pick(page, value).click();
  await next(page).click();
  await (number === 16 ? page.locator('.own-picks, .own-ladder').waitFor({ state: 'detached' }) : question(page, number + 1).waitFor());
}

/** One question with all its answers on a screen, nothing chosen beforehand. */
async function stands(page, number) {
  assert.equal(await page.locator('input:checked').count(), 0, `nothing is chosen in question ${number}`);
  const over = await page.evaluate(() => document.scrollingElement.scrollHeight - document.documentElement.clientHeight);
  assert.ok(over <= 0, `question ${number} has to be scrolled by ${over} px`);
}

/** What the device has kept: nothing. */
async function leavesNothing(page) {
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0 });
}

const readings = async (page, citizen) => {
  await page.goto(`${citizen}/udvikling`);
  return page.locator('.readings li').count();
};

for (const width of WIDTHS) {
  // The second time there is no round waiting: an extra one can be filled in all the same.
  test(`Alma answers alone on the screen that Jonas hands her, and the network is lost twice, ${width} px`, async () => {
    const window = await windowOf(browser, 'jonas', width);
    const { context, page } = window;
    const alma = await citizenOf(page, 'Alma');
    const before = await readings(page, alma);
    await page.goto(`${alma}/opfoelgning`);
    await page.getByRole('link', { name: /^Lad Alma svare selv/ }).click();
    await holds(window, `own-${width}-hand`);
    await page.locator('#kode').fill('12');
    await page.getByRole('button', { name: 'Giv skærmen videre nu' }).click();
    await page.getByRole('link', { name: /Vælg en kode på 4 til 8 tal/ }).waitFor();
    await page.locator('#kode').fill(PIN);
    await page.getByRole('button', { name: 'Giv skærmen videre nu' }).click();
    await question(page, 1).waitFor();
    assert.ok(!(await context.cookies()).some((cookie) => cookie.name === '__Host-brobygger'), 'Jonas has no session on it');

    // The screen is locked to this one task, whatever is typed or pressed.
    for (const elsewhere of ['/mine-borgere', alma, '/log-ind', '/skjul']) {
      await page.goto(elsewhere);
      assert.equal(new URL(page.url()).pathname, '/mit', elsewhere);
    }
    await page.goBack().catch(() => {}); // the form that was refused is not sent again
    assert.equal(await page.locator('a[href^="/borger/"], .nav-row').count(), 0, 'the way back shows nothing of the work');
    await page.goto('/mit');
    await holds(window, `own-${width}-star`);

    for (let number = 1; number <= 16; number += 1) {
      await question(page, number).waitFor();
      await stands(page, number);
      if (number === 1) {
        await page.locator('#ord').fill('Jeg sover bedre nu');
        await answer(page, 1, 7);
      } else if (number === 3 || number === 12) {
        // Without a connection the answer stays where it is; a change of mind is what is saved.
        await context.setOffline(true);
        await pick(page, 2).click();
        await next(page).click();
        await page.locator('.own-offline', { hasText: 'Dit svar er her endnu' }).waitFor();
        if (number === 3) await holds(window, `own-${width}-offline`, { allowed: OFFLINE });
        await pick(page, 4).click();
        await context.setOffline(false);
        await question(page, number + 1).waitFor();
        window.faults.splice(0, Infinity, ...window.faults.filter((fault) => !OFFLINE.test(fault)));
      } else if (number === 4) {
        await page.locator('label[for="s-ikke"]').click();
        await next(page).click();
      } else if (number === 5) {
        // In English from here: what was chosen stays chosen.
        await pick(page, 6).click();
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('button', { name: 'Next' }).waitFor();
        assert.ok(await page.locator('#s6').isChecked());
        await holds(window, `own-${width}-english`, { language: 'en' });
        await next(page).click();
      } else if (number === 11) {
        await holds(window, `own-${width}-well-being-english`, { language: 'en' });
        await page.getByRole('button', { name: 'Dansk' }).click();
        await page.getByRole('button', { name: 'Næste' }).waitFor();
        await holds(window, `own-${width}-well-being`);
        await answer(page, 11, 3);
      } else if (number === 16) {
        await holds(window, `own-${width}-purpose`);
        await page.getByRole('button', { name: 'Tilbage', exact: true }).click();
        await question(page, 15).waitFor();
        assert.ok(await page.locator('#s3').isChecked(), 'the earlier answer is there');
        await next(page).click();
        await answer(page, 16, 0);
      } else {
        await answer(page, number, 3);
      }
    }
    await page.locator('summary').click();
    assert.match(await page.locator('table').innerText(), /7/);
    await holds(window, `own-${width}-thanks`);
    await leavesNothing(page);

    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await Promise.all([page.waitForURL(/\/mit\/tilbage$/), page.keyboard.press('Shift')]);
    await holds(window, `own-${width}-give-back`);
    await page.locator('#kode').fill('1111');
    await page.getByRole('button', { name: 'Lås op' }).click();
    await page.getByText('Koden passer ikke').waitFor();
    await holds(window, `own-${width}-wrong-number`, { allowed: WRONG });
    await page.goto('/mine-borgere');
    assert.equal(new URL(page.url()).pathname, '/mit', 'a wrong number opens nothing');
    await page.goto('/mit/tilbage');
    await page.locator('#kode').fill(PIN);
    await Promise.all([page.waitForURL(/\/opfoelgning$/), page.getByRole('button', { name: 'Lås op' }).click()]);

    // Jonas finds every answer, once, and saves the round as done.
    const filled = await page.locator('main').innerText();
    assert.match(filled, /10 af 10/);
    assert.equal(await page.getByRole('textbox', { name: /Hvorfor her/ }).first().inputValue(), 'Jeg sover bedre nu');
    await page.getByRole('button', { name: 'Se stjernen og gem som færdig' }).click();
    await page.getByText('Opfølgningen er gemt').waitFor();
    assert.equal(await readings(page, alma), before + 3, 'a star, a WHO-5 and a purpose more');
    await leavesNothing(page);
    await page.goto('/mit');
    assert.equal(new URL(page.url()).pathname, '/mine-borgere', 'the questions are over, and Jonas is still signed in');
    assert.deepEqual(window.faults, []);
    await context.close();
  });
}

test('Fjord opens a link once on his own phone, in English, and is gone in three presses', async () => {
  const work = await windowOf(browser, 'jonas');
  const fjord = await citizenOf(work.page, 'Fjord');
  await work.page.goto(`${fjord}/skaerm`);
  await work.page.locator('form', { hasText: 'egen telefon' }).getByText('Engelsk').click();
  await work.page.getByRole('button', { name: 'Lav et link' }).click();
  const link = await work.page.locator('#link').inputValue();
  await holds(work, 'own-1280-link');

  const phone = await openWindow(browser, { width: 390 });
  const { page } = phone;
  await page.goto(link);
  await holds(phone, 'own-390-door-english', { language: 'en' });
  await page.getByRole('link', { name: 'Dansk' }).click();
  await holds(phone, 'own-390-door');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Next' }).waitFor();
  await answer(page, 1, 8);
  await answer(page, 2, 5);

  // Used a second time, here and elsewhere: a clear answer and nothing else.
  const other = await openWindow(browser, { width: 390 });
  for (const window of [phone, other]) {
    assert.equal((await window.page.goto(link)).status(), 410);
    await window.page.getByRole('heading', { name: 'The page is closed' }).waitFor();
    await window.page.getByText('Ask for a new link').waitFor();
  }
  await holds(other, 'own-390-used', { language: 'en' });
  await other.context.close();

  await page.goto('/mit');
  await question(page, 3).waitFor();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await Promise.all([page.waitForURL(/\/mit\/tom$/), page.keyboard.press('Shift')]);
  assert.equal((await page.locator('body').innerText()).trim(), '–');
  assert.deepEqual(await axeFaults(page), []);
  await picture(page, 'own-390-gone');
  await leavesNothing(page);
  assert.deepEqual(await phone.context.cookies(), []);
  await page.goBack();
  assert.equal(await page.locator('input').count(), 0, 'the way back shows no question');
  await page.goto('/mit');
  await page.getByRole('heading', { name: 'Siden er lukket' }).waitFor();
  assert.deepEqual(phone.faults, []);
  await phone.context.close();

  // What he answered before he left is there.
  await work.page.goto(`${fjord}/opfoelgning`);
  assert.match(await work.page.locator('main').innerText(), /2 af 10/);
  await work.page.getByRole('button', { name: 'Kassér' }).click();
  await work.page.getByText('Udfyldningen er kasseret').waitFor();
  assert.deepEqual(work.faults, []);
  await work.context.close();
});

test('the screen is handed over, answered and given back without JavaScript and without a mouse', async () => {
  const worker = await windowOf(browser, 'jonas');
  const kant = await citizenOf(worker.page, 'Kant');
  const state = await worker.context.storageState();
  await worker.context.close();
  const window = await openWindow(browser, { width: 390, javascript: false });
  await window.context.addCookies(state.cookies);
  const { context, page } = window;
  await page.goto(`${kant}/skaerm`);
  await tabTo(page, '#kode');
  await page.keyboard.type(PIN);
  await Promise.all([page.waitForURL(/\/mit$/), page.keyboard.press('Enter')]);
  await tabTo(page, '#s1');
  await page.keyboard.press('Space');
  await tabTo(page, '.own-forward');
  await Promise.all([page.waitForURL(/nr=1$/), page.keyboard.press('Enter')]);
  await question(page, 2).waitFor();
  await tabTo(page, 'a[href="/mit/tilbage"]');
  await Promise.all([page.waitForURL(/tilbage$/), page.keyboard.press('Enter')]);
  await tabTo(page, '#kode');
  await page.keyboard.type(PIN);
  await Promise.all([page.waitForURL(/\/opfoelgning$/), page.keyboard.press('Enter')]);
  assert.match(await page.locator('main').innerText(), /1 af 10/);
  await page.getByRole('button', { name: 'Kassér' }).click();
  await page.getByText('Udfyldningen er kasseret').waitFor();
  assert.deepEqual(window.faults, []);
  await context.close();
});
