// A course towards its end: Mette chooses what a phase is about, takes back what was wrong, writes the last talk down and closes the
// course; what was missing is said, the citizen's picture is there to take home; Amina undoes the closing, which was a mistake.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser } from '../lib/browser.mjs';
import { people } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const person = (name) => people().find((one) => one.name === name);

/** Every page of the story holds what every page must. */
async function holds(page, faults, name) {
  const found = [...faults.splice(0), ...(await shapeFaults(page, 'da')), ...(await axeFaults(page))];
  await picture(page, `closing-${name}`);
  faults.length = 0;
  assert.deepEqual(found, [], name);
}

/** Presses the button with the keyboard or the mouse, and waits for the page it leads to. */
async function press(page, name, byKeyboard) {
  const button = page.getByRole('button', { name }).last();
  await Promise.all([page.waitForNavigation(), byKeyboard ? button.focus().then(() => page.keyboard.press('Enter')) : button.click()]);
}

for (const width of WIDTHS) {
  const byKeyboard = width > 600;
  test(`from the last phase to the closing and back, ${width} px${byKeyboard ? ', by keyboard' : ''}`, async () => {
    const { context, page, faults } = await openWindow(browser, { width });
    await signIn(page, person('mette'));
    await page.goto('/mine-borgere');
    const citizen = await page.locator('a[href^="/borger/"]').first().getAttribute('href');
    await page.goto(`${citizen}/forloeb`);
    await holds(page, faults, `${width}-phases`);

    // Four focus areas are one too many: said on top and beside the field, and nothing is lost.
    await page.goto(`${citizen}/forloeb/fokus?fase=3`);
    const boxes = page.locator('input[name="omraader"]');
    const had = await boxes.evaluateAll((all) => all.filter((box) => box.checked).map((box) => box.value));
    for (const box of (await boxes.all()).slice(0, 4)) await box.setChecked(true, { force: true });
    await press(page, 'Gem', byKeyboard);
    assert.match(await page.locator('#fejl').innerText(), /højst tre/);
    await holds(page, faults, `${width}-four-areas`);
    for (const box of await boxes.all()) await box.setChecked(had.includes(await box.getAttribute('value')), { force: true });
    await press(page, 'Gem', byKeyboard);
    assert.match(await page.locator('.done').innerText(), /Fokusområder/);

    // A review, taken back and put back.
    await page.goto(`${citizen}/forloeb/tilbageblik?fase=3`);
    await holds(page, faults, `${width}-review`);
    await page.locator('#virkede').fill('Vi gik ture');
    await page.locator('#nu').fill('Boligen');
    await press(page, 'Gem', byKeyboard);
    const marks = page.locator('.marks').first().locator('li');
    const before = await marks.count();
    await press(page, /^Træk tilbage · Plan gennemgået · fase 3/, byKeyboard);
    assert.equal(await marks.count(), before - 1);
    await holds(page, faults, `${width}-withdrawn`);
    await Promise.all([page.waitForNavigation(), page.locator('.done button').click()]);
    assert.equal(await marks.count(), before);

    // The last talk, with the citizen's own words.
    await page.goto(`${citizen}/forloeb/samtale`);
    await page.locator('#ord').fill('Jeg har fået min egen nøgle');
    await press(page, 'Gem', byKeyboard);
    assert.match(await page.locator('main').innerText(), /Jeg har fået min egen nøgle/);
    await holds(page, faults, `${width}-closing`);

    // Early without a reason is refused in words; relapse is not among the reasons.
    assert.equal(await page.getByLabel(/tilbagefald/i).count(), 0);
    await press(page, 'Afslut forløbet', byKeyboard);
    assert.match(await page.locator('#fejl').innerText(), /Skriv en grund/);
    await holds(page, faults, `${width}-closing-refused`);
    await page.getByLabel('Flyttet').check({ force: true });
    await page.locator('#ord').fill('Flyttede til Aarhus');
    await press(page, 'Afslut forløbet', byKeyboard);
    assert.match(await page.locator('.done').innerText(), /Forløbet er afsluttet/);
    await holds(page, faults, `${width}-closed`);

    await page.goto(`${citizen}/afslutning/udskrift`);
    const paper = await page.locator('main').innerText();
    assert.match(paper, /Mit forløb/);
    assert.doesNotMatch(paper, /Indsats 2016|exit/i);
    assert.deepEqual(await axeFaults(page), []);
    await picture(page, `closing-${width}-paper`);
    await context.close();

    const lead = await openWindow(browser, { width });
    await signIn(lead.page, person('amina'));
    await lead.page.goto('/dokumentation');
    await holds(lead.page, lead.faults, `${width}-documentation`);
    await lead.page.goto(`${citizen}/forloeb/graense`);
    await holds(lead.page, lead.faults, `${width}-boundary`);
    await lead.page.goto(`${citizen}/afslutning`);
    await lead.page.locator('#ord').fill('Det var den forkerte borger');
    await press(lead.page, 'Genåbn forløbet', byKeyboard);
    assert.match(await lead.page.locator('.done').innerText(), /Forløbet er åbent igen/);
    await lead.context.close();
  });
}

test('a worker without JavaScript sees the phases, records an interruption and takes it back', async () => {
  const { context, page } = await openWindow(browser, { javascript: false });
  await signIn(page, person('mette'));
  await page.goto('/mine-borgere');
  // Somebody who is enrolled: others have no phases.
  const citizen = await page.locator('tr', { hasText: /Fase \d af/ }).locator('a.who').first().getAttribute('href');
  await page.goto(`${citizen}/forloeb/afbrydelse`);
  await page.locator('#dag').fill('31.2.2015');
  await press(page, 'Gem', false);
  assert.match(await page.locator('#fejl').innerText(), /Skriv datoen/);
  await page.locator('#dag').fill('20.11.2015');
  await page.locator('#ord').fill('Indlagt');
  await press(page, 'Gem', false);
  assert.match(await page.locator('.done').innerText(), /Afbrydelse/);
  await press(page, /^Træk tilbage · Afbrydelse/, false);
  assert.match(await page.locator('.done').innerText(), /Trukket tilbage/);
  await context.close();
});
