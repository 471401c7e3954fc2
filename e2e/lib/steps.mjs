// What several stories do: a call is written down, a round is typed from paper, the figures are read.

import assert from 'node:assert/strict';
import { WIDTHS, axeFaults, openWindow, picture, shapeFaults, signIn } from './browser.mjs';
import { mouse } from './hands.mjs';
import { people } from './people.mjs';

/** The chapters of a story: each is a test of its own, and after one that fails the rest is not told. */
export function chapters(story) {
  let isBroken = false;
  return (name, tell) => story.test(name, { skip: isBroken && 'the story broke off' }, async (chapter) => {
    try {
      await tell(chapter);
    } catch (fault) {
      isBroken = true;
      throw fault;
    }
  });
}

/** A window in which somebody of the demo has signed in, at its address or at another demo's. */
export async function as(browser, name, { width = 1280, demo } = {}) {
  const window = await openWindow(browser, { width, address: demo?.address });
  const person = (demo?.people ?? people()).find((one) => one.name === name);
  await signIn(window.page, person);
  return { ...window, hands: mouse(window.page) };
}

/** The page holds what every page must, on a phone and on a desktop, and its pictures are kept. */
export async function holds({ page, faults }, name) {
  const before = page.viewportSize();
  const found = faults.splice(0);
  const atEach = async (look) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      await look(width);
    }
    await page.setViewportSize(before);
  };
  found.push(...(await deadEnds(page)));
  await atEach(async (width) => { found.push(...(await shapeFaults(page, 'da')).map((fault) => `${width} px: ${fault}`)); });
  found.push(...(await axeFaults(page)));
  await atEach((width) => picture(page, `${name}-${width}`));
  faults.length = 0; // what axe and the camera do is not the page's doing
  assert.deepEqual(found, [], name);
}

/** Faults told on top whose link leads to no field. */
const deadEnds = (page) => page.locator('#fejl a').evaluateAll((links) => links.filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => `"${link.innerText}" leads nowhere: ${link.hash}`));

/** What *Nøgletal* says: each figure by its name, and the intake of a period. */
export async function figures(page, asked = '') {
  await page.goto(`/noegletal${asked}`);
  return page.evaluate(() => {
    const number = (part) => Number(part.textContent.replaceAll('.', ''));
    const sum = [...document.querySelectorAll('.figure')].map((one) => [one.querySelector('.figure-name').textContent, number(one.querySelector('.figure-n'))]);
    const beside = [...document.querySelectorAll('.beside > div')].map((one) => [one.querySelector('dt').firstChild.textContent.trim(), number(one.querySelector('dd'))]);
    const columns = ['henvendelser', 'afklaringer', 'indskrivninger', 'afslutninger'];
    const intake = [...document.querySelectorAll('[aria-labelledby="ti"] tfoot td')].map((one, at) => [`${columns[at]} i perioden`, Number(one.textContent)]);
    return Object.fromEntries([...sum, ...beside, ...intake]);
  });
}

/** What differs between two looks at the figures, and by how much. */
export function difference(before, after) {
  assert.deepEqual(Object.keys(after), Object.keys(before));
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]]));
}

/** Writes a call down; gives the enquiry's address. */
export async function writeCall(hands, { alias, phone, on, note = 'Ringede fra en vens telefon.' }) {
  const { page } = hands;
  await page.goto('/henvendelser/ny');
  await hands.write(page.locator('#dato'), on);
  await hands.pick('kanal', 'Eget initiativ');
  await hands.pick('oensker', 'Ønsker et forløb');
  await hands.write(page.locator('#notat'), note);
  await hands.write(page.locator('#alias'), alias);
  await hands.write(page.locator('#telefon'), phone);
  await hands.press(page.getByRole('button', { name: 'Gem henvendelsen' }));
  assert.match(await page.locator('.done').innerText(), /Henvendelsen er gemt/);
  return new URL(page.url()).pathname;
}

/** Answers the enquiry on the page with a clarification. */
export async function beginClarification(hands, on) {
  const { page } = hands;
  await hands.pick('svar', 'Afklaring begyndt');
  await hands.write(page.locator('#svardato'), on);
  await hands.press(page.getByRole('button', { name: 'Gem svaret' }));
  assert.match(await page.locator('.done').innerText(), /Afklaringen er begyndt/);
}

/** Who an enquiry is about: the address of the citizen's page, as the coordinator finds it. */
export async function citizenOf(page, enquiry) {
  await page.goto(enquiry);
  return page.getByRole('link', { name: 'Gå til borgerens side' }).getAttribute('href');
}

/** The coordinator gives the citizen to somebody with room, from a day on. */
export async function assign(hands, citizen, name, on) {
  const { page } = hands;
  await page.goto(`${citizen}/medarbejder`);
  assert.match(await page.locator('#medarbejder option', { hasText: name }).innerText(), /\d+ ledige?$/, `${name} has room`);
  await hands.choose(page.locator('#medarbejder'), name);
  await hands.write(page.locator('#fra'), on);
  await hands.press(page.getByRole('button', { name: 'Tildel' }));
  assert.match(await page.locator('.done').innerText(), /Medarbejderen er valgt/);
}

/** Types a round from paper: ten areas at a step, WHO-5, the purpose. What is left out is left open. */
export async function typePaper(page, citizen, { on, areas, items = [3, 3, 3, 3, 3], purpose = 'At stoppe' }) {
  await page.goto(`${citizen}/opfoelgning?doer=papir`);
  await page.locator('#dag').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(on);
  await page.keyboard.press('Enter');
  for (const answer of [...areas, ...items]) {
    await page.keyboard.type(String(answer));
    await page.keyboard.press('Enter');
  }
  if (purpose) await page.getByLabel(purpose, { exact: true }).check({ force: true });
  await finish(page);
}

/** Fills the round on the page in as two people would, area by area; gives how often was pressed, how long it took and how many words there are to read. */
export async function fillTogether({ page }, { step = 6 } = {}) {
  const began = Date.now();
  let presses = 0;
  let shown = 0;
  const read = async (part) => { shown += (await part.innerText()).split(/\s+/).filter((word) => /\p{L}/u.test(word)).length; };
  const tap = (part) => { presses += 1; return part.click(); };
  const areas = await page.locator('.areas a').count();
  for (let area = 0; area < areas; area += 1) {
    const question = page.locator('.question:visible');
    await read(question);
    await tap(question.locator('label', { hasText: new RegExp(`^${step}$`) }));
    if (area < areas - 1) await tap(question.getByRole('button', { name: /^Næste/ }));
  }
  const [, well, purpose, plan] = await page.locator('section.panel[id^="del-"]').all();
  await read(well);
  for (const item of await well.locator('.w5').all()) await tap(item.locator('label').nth(1));
  await read(purpose);
  await tap(purpose.getByText('Bedre livssituation', { exact: true }));
  await read(plan);
  for (const goal of await plan.getByText('Stadig rigtigt', { exact: true }).all()) await tap(goal);
  presses += 1;
  await finish(page);
  return { presses, shown, seconds: (Date.now() - began) / 1000 };
}

/** Saves the round on the page as done. */
export const finish = (page) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Se stjernen og gem som færdig' }).click()]);

/** Writes a contact down from the citizen's page: the day, what kind, and the next step where one is agreed. */
export async function writeContact(hands, citizen, { on, kind, minutes, note, step }) {
  const { page } = hands;
  await page.goto(`${citizen}/kontakt`);
  if (on) {
    await hands.pick('dato', 'Anden dag');
    await hands.write(page.locator('#dato-dag'), on);
  }
  await hands.pick('slags', kind);
  if (minutes) await hands.pick('min', minutes);
  await hands.write(page.locator('#note'), note);
  if (step) await hands.write(page.locator('#skridt'), step);
  await hands.press(page.getByRole('button', { name: 'Gem kontakt og næste skridt' }));
  assert.match(await page.locator('.done').innerText(), /Kontakten er gemt/);
}

/** The row of somebody in a list, as its cells' words by their columns. */
export async function row(page, list, alias) {
  await page.goto(list);
  const line = page.locator('tbody tr').filter({ has: page.locator('a.who', { hasText: new RegExp(`^${alias}$`) }) });
  if ((await line.count()) === 0) return undefined;
  return line.evaluate((one) => Object.fromEntries([...one.cells].map((cell) => [cell.dataset.title, cell.innerText])));
}
