// Kit's plan: a goal in Kit's own words, an action that is drawn to another lane, the plan as it was, what two wrote at the same time,
// who carries what afterwards, an offer that fits and exactly what is told there, and the plan on paper.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFaults, picture, startBrowser } from '../lib/browser.mjs';
import { citizenOf, windowOf } from '../lib/citizens.mjs';
import { pressFor, tabTo } from '../lib/keyboard.mjs';
import { speak } from '../lib/language.mjs';
import { holds } from '../lib/look.mjs';

const CONFLICT = /status of 409/;
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const goalOf = (page, words) => page.locator('article.goal', { hasText: words });
const laneOf = (page, words, action) => goalOf(page, words).locator('[data-lane]', { hasText: action }).getAttribute('data-lane');
const save = (page) => page.locator('.savebar .button-primary').click();
const done = (page) => page.locator('.done');

/** The citizen's plan in Jonas's window. */
async function planOf(alias, width) {
  const window = await windowOf(browser, 'jonas', width);
  const citizen = await citizenOf(window.page, alias);
  await window.page.goto(citizen);
  await window.page.locator('.person-nav').getByRole('link', { name: /plan/i }).click();
  return { ...window, citizen, plan: `${citizen}/plan` };
}

/** Writes a goal down; nothing is chosen that is not said here. */
async function writeGoal(page, words, area, { day } = {}) {
  await page.getByRole('link', { name: /^(Nyt mål|Skriv det første mål)$/ }).first().click();
  assert.equal(await page.locator('input[name="omraade"]:checked, input[name="forslag"]:checked').count(), 0);
  await page.locator('#maal').fill(words);
  await page.locator('#omraade').getByText(area, { exact: true }).click();
  await page.locator('#forslag').getByText('Borgerens eget forslag').click();
  if (day) await page.locator('#dag').fill(day);
  await Promise.all([page.waitForURL(/gemt=maal/), save(page)]);
}

const added = async (page) => Number(/(\d+) mål tilføjet/.exec(await page.locator('.asof-sum').first().innerText())?.[1] ?? 0);

test('Kit’s goal gets an action that is drawn to another lane, and the plan tells what it was, 1280 px', async () => {
  const window = await planOf('Kit', 1280);
  const { page, plan } = window;
  const words = 'Jeg vil have nogen at spise med om søndagen';
  const action = 'Spørge naboen, om hun vil med';
  await holds(window, 'plan-1280');
  const before = await added(page);
  await writeGoal(page, words, 'Sociale netværk', { day: '2.11.2015' });
  assert.match(await done(page).innerText(), /Målet er gemt/);
  assert.equal(await added(page), before + 1);
  await goalOf(page, words).getByRole('link', { name: /^Ny handling/ }).click();
  await save(page);
  await page.locator('#fejl').waitFor();
  await holds(window, 'plan-1280-action-refused', { allowed: /422/ });
  await page.locator('#handling').fill(action);
  await page.locator('#hvem').getByText('Kit', { exact: true }).click();
  await page.locator('#senest').fill('8.12.2015');
  await Promise.all([page.waitForURL(/gemt=handling/), save(page)]);
  assert.equal(await laneOf(page, words, action), 'planlagt');
  const card = goalOf(page, words).locator('.action', { hasText: action });
  assert.match(await card.innerText(), /Kit[\s\S]*8\.12\./);

  const drawTo = async (lane) => {
    await Promise.all([page.waitForURL(/gemt=flyttet/), card.dragTo(goalOf(page, words).locator(`[data-lane="${lane}"]`))]);
  };
  await drawTo('i_gang');
  assert.match(await done(page).innerText(), /Handlingen er flyttet/);
  await holds(window, 'plan-1280-moved');
  await page.goto(plan);
  assert.equal(await laneOf(page, words, action), 'i_gang', 'the move is kept');
  await drawTo('gjort');
  await Promise.all([page.waitForURL(/fortrudt/), done(page).getByRole('button').click()]);
  assert.equal(await laneOf(page, words, action), 'i_gang', 'the move is taken back');

  // As it was, and beside what it is.
  const asOf = async (day) => {
    await page.locator('#pr').fill(day);
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('pr') === day);
  };
  await asOf('1.11.2015');
  assert.equal(await goalOf(page, words).count(), 0, 'on 1 November it was not said yet');
  await page.getByText('Du ser planen, som den var').waitFor();
  assert.equal(await page.locator('[data-action], .goal-do').count(), 0, 'what was cannot be changed');
  await holds(window, 'plan-1280-earlier');
  await asOf('3.11.2015');
  assert.equal(await goalOf(page, words).count(), 1);
  assert.equal(await page.locator('.action', { hasText: action }).count(), 0, 'the action came later');
  await asOf('31.2.2015');
  await page.locator('#pr-fejl').waitFor();
  await holds(window, 'plan-1280-no-such-day');
  await page.goto(plan);
  await page.getByRole('link', { name: /som den var ved start$/ }).click();
  const [start, now] = await page.locator('.versus .version').allInnerTexts();
  assert.ok(!start.includes(words) && now.includes(words));
  await holds(window, 'plan-1280-beside');
  await window.context.close();
});

test('Rav’s plan is made and moved with the keyboard alone, as the list of shortcuts says, 390 px', async () => {
  const window = await planOf('Rav', 390);
  const { page, plan } = window;
  const words = 'Jeg vil kunne sove en hel nat';
  const action = 'Tale med lægen om søvn';
  await holds(window, 'plan-390');
  await page.reload();
  await page.keyboard.press('?');
  await page.locator('#genveje', { hasText: 'Flyt handlingen, du står på (i planen)' }).waitFor();
  await holds(window, 'plan-390-shortcuts');
  await page.keyboard.press('Escape');
  await tabTo(page, 'a', 'Nyt mål');
  await pressFor(page, 'Enter', /\/maal$/);
  await tabTo(page, '#maal');
  await page.keyboard.type(words);
  await tabTo(page, 'input[name="omraade"]');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'input[name="forslag"]');
  await page.keyboard.press('Space');
  await holds(window, 'plan-390-goal');
  await tabTo(page, '.savebar .button-primary');
  await pressFor(page, 'Enter', /gemt=maal/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.done')), 'what was done has the focus');
  await tabTo(page, 'a', `Ny handling: ${words}`);
  await pressFor(page, 'Enter', /\/handling$/);
  await tabTo(page, '#handling');
  await page.keyboard.type(action);
  await tabTo(page, 'input[name="hvem"]');
  await page.keyboard.press('Space');
  await tabTo(page, '.savebar .button-primary');
  await pressFor(page, 'Enter', /gemt=handling/);

  await tabTo(page, '[data-action] summary', action);
  await pressFor(page, 'Alt+ArrowRight', /gemt=flyttet/);
  assert.equal(await laneOf(page, words, action), 'i_gang');
  await holds(window, 'plan-390-moved');
  await page.goto(plan);
  assert.equal(await laneOf(page, words, action), 'i_gang', 'the move is kept');
  await tabTo(page, '[data-action] summary', action);
  await pressFor(page, 'Alt+ArrowLeft', /gemt=flyttet/);
  assert.equal(await laneOf(page, words, action), 'planlagt');
  await tabTo(page, '.done button');
  await pressFor(page, 'Enter', /fortrudt/);
  assert.equal(await laneOf(page, words, action), 'i_gang', 'the move is taken back');
  await window.context.close();
});

test('Jonas and Amina save the same goal: both versions stand side by side and nothing is lost', async () => {
  const window = await planOf('Kant', 1280);
  const { page, plan } = window;
  const words = 'Jeg vil bo et sted med dyr';
  await writeGoal(page, words, 'Stabil bolig');
  await goalOf(page, words).getByRole('link', { name: /^Ret målet/ }).click();
  const goal = page.url();
  const amina = await windowOf(browser, 'amina');
  await amina.page.goto(goal);
  await amina.page.locator('#maal').fill('Jeg vil bo et sted, hvor Kants hund må være med');
  await amina.page.locator('#omraade').getByText('Sociale netværk').click();
  await Promise.all([amina.page.waitForURL(/gemt=maal/), save(amina.page)]);
  await amina.context.close();
  await page.locator('#maal').fill('Jeg vil bo på landet med dyr');
  await Promise.all([page.waitForResponse((answer) => answer.status() === 409), save(page)]);
  const both = await page.locator('#konflikt').innerText();
  assert.match(both, /Jeg vil bo på landet med dyr[\s\S]*hvor Kants hund må være med/);
  assert.match(both, /Stabil bolig[\s\S]*Sociale netværk/, 'in words, as they were chosen');
  assert.equal(await page.locator('#maal').inputValue(), 'Jeg vil bo på landet med dyr');
  await holds(window, 'plan-1280-two-versions', { allowed: CONFLICT });
  await Promise.all([page.waitForURL(/gemt=maal/), save(page)]);
  await goalOf(page, 'Jeg vil bo på landet med dyr').waitFor();
  await Promise.all([page.waitForURL(/fortrudt/), done(page).getByRole('button').click()]);
  await goalOf(page, 'hvor Kants hund må være med').waitFor(); // hers is there still, one step back
  await page.goto(plan);
  await window.context.close();
});

test('a goal outside the areas is kept at once, and the reason comes later', async () => {
  const window = await planOf('Fjord', 390);
  const { page } = window;
  const words = 'Jeg vil lære at svømme';
  await writeGoal(page, words, 'Uden for målområderne');
  await holds(window, 'plan-390-outside');
  await Promise.all([page.waitForURL(/#hvorfor$/), goalOf(page, words).getByRole('link', { name: /^Skriv, hvorfor målet er med/ }).click()]);
  await page.locator('#hvorfor').fill('Han kommer ud sammen med andre');
  await holds(window, 'plan-390-reason');
  await Promise.all([page.waitForURL(/gemt=maal/), save(page)]);
  assert.equal(await goalOf(page, words).getByRole('link', { name: /^Skriv, hvorfor målet er med/ }).count(), 0);
  await window.context.close();
});

test('each need says who carries it, from when, and whether they have met', async () => {
  const window = await planOf('Fjord', 1280);
  const { page } = window;
  const need = 'Nogen at ringe til om aftenen';
  const row = page.locator('.handover tbody tr', { hasText: need });
  const missing = async () => (await page.locator('details.more ul').allTextContents()).join();
  await page.getByRole('link', { name: 'Nyt behov' }).click();
  await page.locator('#behov').fill(need);
  await Promise.all([page.waitForURL(/gemt=behov/), save(page)]);
  assert.match(await row.innerText(), /Ingen endnu/);
  assert.ok((await missing()).includes(`${need}: ingen bærer det`), await missing());
  await holds(window, 'plan-1280-need-open');
  await row.getByRole('link', { name: need }).click();
  await page.locator('#hvem').getByText('En samarbejdspartner').click();
  await page.locator('#navn').fill('Aftenvennerne');
  await page.locator('#kontakt').fill('Bodil, 12 34 50 99');
  await page.locator('#aftalt').fill('1.12.2015');
  await page.locator('#moede_holdt').fill('20.11.2015');
  await holds(window, 'plan-1280-need');
  await Promise.all([page.waitForURL(/gemt=behov/), save(page)]);
  const told = await row.innerText();
  for (const part of ['Aftenvennerne', 'Bodil, 12 34 50 99', 'Holdt 20.11.', '1.12.2015']) assert.ok(told.includes(part), `${part} in ${told}`);
  assert.ok(!(await missing()).includes(need));
  await holds(window, 'plan-1280-need-carried');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await holds(window, 'plan-390-need-carried');
  await window.context.close();
});

test('an offer is found by goal area, and a referral from the goal tells exactly what is ticked', async () => {
  const window = await planOf('Rav', 1280);
  const { page, plan } = window;
  const words = 'Jeg vil være en god moster';
  await page.goto('/tilbud');
  await page.locator('#omraade').selectOption({ label: 'Sociale netværk' });
  await page.locator('.offer-find button').click();
  const areas = await page.locator('.offer').allInnerTexts();
  assert.ok(areas.length > 0 && areas.every((offer) => offer.includes('Sociale netværk')), areas.join('\n'));
  await holds(window, 'offers-1280');

  await page.goto(plan);
  await goalOf(page, words).getByRole('link', { name: /^Henvis/ }).click();
  assert.equal(await page.locator('main input:checked').count(), 0, 'nothing is chosen beforehand');
  assert.ok((await page.locator('#deles').innerText()).includes(words), 'what would be told can be read');
  await page.locator('.offer-picks label', { hasText: 'Åben café' }).click();
  await page.locator('label[for="deles-alias"]').click();
  await page.locator('label[for="deles-maal"]').click();
  await page.locator('#til').fill('23.2.2016');
  await save(page);
  await page.locator('#fejl', { hasText: 'når borgeren har sagt ja' }).waitFor();
  await holds(window, 'referral-1280-refused', { allowed: /422/ });
  await page.locator('label[for="samtykke-ja"]').click();
  await Promise.all([page.waitForURL(/gemt=sendt/), save(page)]);
  const sent = page.locator('.sent-one').first();
  assert.match(await sent.innerText(), /Reden[\s\S]*Sociale netværk[\s\S]*Deler: alias, målet, med borgerens ord$/m);
  await holds(window, 'referral-1280-sent');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await holds(window, 'referral-390-sent');
  await window.context.close();
});

for (const language of ['da', 'en']) {
  test(`the plan on paper is the citizen’s: no frame and no name of the programme, ${language}`, async () => {
    const window = await planOf('Kit', 1280);
    const { page, plan } = window;
    await speak(page, language);
    const programme = await page.locator('.top-programme').innerText();
    await page.goto(plan);
    await picture(page, `plan-1280-${language}`);
    await page.getByRole('link', { name: /^(Udskriv|Print)$/ }).click();
    await holds(window, `plan-paper-${language}`, { language });
    await page.setViewportSize({ width: 718, height: 1000 }); // A4 between its margins
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('body').innerText();
    for (const told of [programme, 'Brobygger', 'exit', 'prostitution']) assert.ok(!paper.toLowerCase().includes(told.toLowerCase()), told);
    assert.match(paper, language === 'da' ? /Min plan[\s\S]*Hvad skal der gøres/ : /My plan[\s\S]*What is to be done/);
    assert.equal(await page.locator('.paper-do').isVisible(), false, 'buttons are not printed');
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${over} px are cut off on paper`);
    assert.deepEqual(await axeFaults(page), []);
    await picture(page, `plan-print-${language}`);
    // The board printed by itself is whole, too.
    await page.goto(plan);
    const cut = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(cut <= 0, `${cut} px of the board are cut off on paper`);
    await picture(page, `plan-board-print-${language}`);
    await window.context.close();
  });
}
