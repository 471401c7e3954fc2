// Who a citizen is and who works with the citizen: kept in two windows, blocked, merged and taken apart, the eleventh, a deputy.
// Each leaves the demo as it found it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser } from '../lib/browser.mjs';
import { keyboard, mouse } from '../lib/hands.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** Holds the page as it stands against what no page may be, and keeps its picture. */
async function holds(page, faults, name) {
  const found = [...faults.splice(0), ...(await shapeFaults(page, 'da')), ...(await axeFaults(page))];
  await picture(page, `person-${name}`);
  faults.length = 0;
  assert.deepEqual(found, [], name);
}

async function as(role, width) {
  const window = await openWindow(browser, { width });
  await signIn(window.page, everyone(role)[0]);
  return window;
}

/** Presses what the words name and waits for the page behind it. */
async function press(page, words, within = page) {
  await Promise.all([page.waitForNavigation(), within.getByRole('button', { name: words }).first().click()]);
}

/** The citizens of a list: alias and address, in order. */
async function citizens(page, list = '/borgere') {
  await page.goto(list);
  return page.locator('a.who').evaluateAll((links) => links.map((link) => ({ name: link.innerText, to: link.getAttribute('href') })));
}

for (const width of WIDTHS) {
  test(`who a citizen is is kept, refused and never overwritten unseen, ${width} px`, async () => {
    const { context, page, faults } = await as('coordinator', width);
    const [{ name, to }] = await citizens(page);
    await page.goto(`${to}/oplysninger`);
    await holds(page, faults, `${width}-oplysninger`);
    const before = await page.locator('#telefon').inputValue();

    await page.locator('#cpr').fill('12');
    await page.locator('#foedselsaar').fill('i fjor');
    await press(page, 'Gem oplysninger');
    assert.equal(await page.locator('#foedselsaar').inputValue(), 'i fjor');
    assert.match(await page.locator('#fejl').innerText(), /fejl/);
    await holds(page, faults, `${width}-oplysninger-afvist`);

    await page.goto(`${to}/oplysninger`);
    const other = await context.newPage();
    await other.goto(`${to}/oplysninger`);
    await other.locator('#telefon').fill('60 70 80 90');
    await press(other, 'Gem oplysninger');
    await holds(other, faults, `${width}-oplysninger-gemt`);
    await page.locator('#telefon').fill('61 71 81 91');
    await press(page, 'Gem oplysninger');
    const both = await page.locator('#konflikt').innerText();
    assert.ok(both.includes('60 70 80 90') && both.includes('61 71 81 91'), both);
    await holds(page, faults, `${width}-oplysninger-to-versioner`);
    await page.locator('#telefon').fill(before);
    await press(page, 'Gem oplysninger');
    assert.equal(await page.locator('#telefon').inputValue(), before);
    assert.equal(await page.locator('h1').innerText(), name);
    await context.close();
  });

  test(`two records become one citizen and two again, ${width} px`, async () => {
    const { context, page, faults } = await as('coordinator', width);
    const all = await citizens(page);
    const [one, two] = all;
    await page.goto(`${one.to}/sammenlaegning`);
    await holds(page, faults, `${width}-sammenlaegning`);
    await page.locator('#ord').fill(two.name);
    await press(page, 'Søg', page.locator('main'));
    await holds(page, faults, `${width}-sammenlaegning-fundet`);
    await Promise.all([page.waitForNavigation(), page.locator(`a[href$="?anden=${two.to.split('/')[2]}"]`).click()]);
    await holds(page, faults, `${width}-sammenlaegning-side-om-side`);
    await press(page, 'Læg sammen');
    assert.match(await page.locator('#fejl').innerText(), /Skriv en grund/);
    await holds(page, faults, `${width}-sammenlaegning-uden-grund`);
    await page.locator('#grund').fill('Borgeren har selv sagt det');
    await press(page, 'Læg sammen');
    assert.match(await page.locator('.done').innerText(), /nu én borger/);
    await holds(page, faults, `${width}-sammenlaegning-gjort`);
    assert.equal((await citizens(page)).length, all.length - 1);
    await page.goto(two.to);
    assert.equal(await page.locator('h1').innerText(), one.name);
    await holds(page, faults, `${width}-en-borger`);
    await page.goto(`${one.to}/sammenlaegning`);
    await press(page, /Skil ad igen/);
    await holds(page, faults, `${width}-sammenlaegning-skilt`);
    assert.deepEqual((await citizens(page)).map(({ to }) => to).sort(), all.map(({ to }) => to).sort());
    await context.close();
  });

  const byKeyboard = width > 600;
  test(`the eleventh citizen is refused, said who has room, and taken with an exception, ${width} px${byKeyboard ? ', by keyboard' : ''}`, async () => {
    const { context, page, faults } = await as('coordinator', width);
    const hands = byKeyboard ? keyboard(page) : mouse(page);
    const give = (name) => hands.choose(page.locator('#medarbejder'), name);
    const handOver = () => hands.press(page.getByRole('button', { name: 'Overdrag' }));
    let found;
    for (const { to } of await citizens(page)) {
      await page.goto(`${to}/medarbejder`);
      const holder = await page.locator('ol.rows strong').first().innerText();
      const isExcepted = (await page.locator('main').innerText()).includes('Kollega er syg');
      if (/Mette/.test(holder) && !isExcepted) { found = to; break; }
    }
    assert.ok(found, 'Mette has a citizen');
    await page.goto(`${found}/medarbejder`);
    await holds(page, faults, `${width}-medarbejder`);
    await give('Jonas');
    await hands.write(page.locator('#note'), 'Ring efter kl. 10');
    await handOver();
    assert.match(await page.locator('#fejl').innerText(), /ikke plads til flere/);
    assert.match(await page.locator('form.panel').first().innerText(), /Ingen anden har plads/);
    assert.equal(await page.locator('#note').inputValue(), 'Ring efter kl. 10', 'what was written is not lost');
    await holds(page, faults, `${width}-medarbejder-fuld`);
    if ((await page.locator('.details[open] #undtagelse_grund').count()) === 0) await hands.open(page.locator('.details-summary'));
    await hands.choose(page.locator('#regel'), 'Loftet over borgere hos Jonas');
    await hands.write(page.locator('#undtagelse_grund'), 'Kollega er syg');
    await hands.press(page.getByRole('button', { name: 'Giv undtagelsen' }));
    await holds(page, faults, `${width}-medarbejder-undtagelse`);
    await give('Jonas');
    await hands.write(page.locator('#note'), 'Ring efter kl. 10');
    await handOver();
    assert.match(await page.locator('ol.rows li').first().innerText(), /Jonas Friis[^]*Ring efter kl. 10/);
    await holds(page, faults, `${width}-medarbejder-overdraget`);
    await give('Mette');
    await handOver();
    await context.close();
  });

  test(`a colleague who knows a citizen sees nothing of the citizen until the block is ended, ${width} px`, async () => {
    const { context, page, faults } = await as('coordinator', width);
    const worker = await as('worker', width);
    const [{ name, to }] = await citizens(worker.page, '/mine-borgere');
    await page.goto(`${to}/spaerringer`);
    await holds(page, faults, `${width}-spaerringer`);
    const who = await page.locator('#medarbejder option', { hasText: /Mette/ }).getAttribute('value');
    await page.locator('#medarbejder').selectOption(who);
    await page.locator('#grund').fill('De er kusiner');
    await press(page, 'Spær');
    assert.match(await page.locator('.done').innerText(), /ser ikke borgeren mere/);
    await holds(page, faults, `${width}-spaerringer-spaerret`);
    for (const below of ['', '/oplysninger', '/medarbejder']) {
      assert.equal((await worker.page.goto(`${to}${below}`)).status(), 404);
    }
    assert.ok(!(await citizens(worker.page, '/mine-borgere')).some((row) => row.name === name && row.to === to));
    await press(page, /Ophæv spærringen/);
    await holds(page, faults, `${width}-spaerringer-ophaevet`);
    assert.equal((await worker.page.goto(to)).status(), 200);
    await context.close();
    await worker.context.close();
  });
}

test('Mette names a deputy with the keyboard alone, and Jonas has her citizens meanwhile', async () => {
  const [mette, jonas] = everyone('worker');
  const { context, page, faults } = await openWindow(browser, { width: 1280 });
  await signIn(page, mette);
  await page.goto('/vikarer');
  await holds(page, faults, '1280-vikarer');
  const tabTo = async (selector) => {
    for (let stop = 0; stop < 80; stop += 1) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not come to ${selector}`);
  };
  await tabTo('#vikar');
  await page.keyboard.type('Jonas');
  await tabTo('#fra');
  await page.keyboard.type('23.11.2015');
  await tabTo('#til');
  await page.keyboard.type('20.11.2015');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(await page.locator('#fejl').innerText(), /Dagen er gået/);
  await holds(page, faults, '1280-vikarer-afvist');
  await tabTo('#til');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('29.11.2015');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(await page.locator('main').innerText(), /Jonas Friis for Mette Lund/);
  await holds(page, faults, '1280-vikarer-sat-ind');

  const other = await openWindow(browser, { width: 390 });
  await signIn(other.page, jonas);
  await other.page.goto('/mine-borgere');
  assert.match(await other.page.locator('main').innerText(), /Vikar for Mette Lund/);
  await holds(other.page, other.faults, '390-vikar-for');
  await tabTo('.rows button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await other.page.goto('/mine-borgere');
  assert.doesNotMatch(await other.page.locator('main').innerText(), /Vikar for/);
  await context.close();
  await other.context.close();
});
