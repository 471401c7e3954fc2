// Somebody rang: the enquiry while the telephone is still in the hand, the man who comes back, and finding a citizen as one types.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser, WIDTHS } from '../lib/browser.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** The page has nothing that no page may have, in this state. */
async function holds(page, faults, name) {
  const found = [...faults.splice(0), ...(await shapeFaults(page, 'da')), ...(await axeFaults(page))];
  await picture(page, name);
  faults.length = 0;
  assert.deepEqual(found, [], name);
}

for (const width of WIDTHS) {
  test(`a call is written down in under a minute and answered later, ${width} px`, async () => {
    const { context, page, faults } = await openWindow(browser, { width });
    await signIn(page, everyone('worker')[0]);
    await page.goto('/henvendelser');
    await holds(page, faults, `${width}-enquiries`);
    await page.getByRole('link', { name: 'Ny henvendelse' }).click();
    await holds(page, faults, `${width}-enquiry-new`);
    await page.getByText('Eget initiativ').click();
    await page.getByText('Ønsker et forløb', { exact: true }).click();
    await page.getByLabel('Alias', { exact: true }).fill(`Brise ${width}`);
    await page.getByLabel('Telefon', { exact: true }).fill(`9${width}0 0001`.slice(0, 9));
    await page.getByLabel('Notat').fill('Ringede fra en vens telefon. Må gerne ringes op efter kl. 16.');
    await page.getByRole('button', { name: 'Gem henvendelsen' }).click();
    await page.getByText('Henvendelsen er gemt.').waitFor();
    await holds(page, faults, `${width}-enquiry-saved`);
    await page.getByText('Afvist', { exact: true }).click();
    await page.getByText('Ingen af vilkårene taler for at afvise').waitFor();
    await page.getByRole('button', { name: 'Gem svaret' }).click();
    await page.getByRole('link', { name: 'Skriv en grund.' }).waitFor();
    await holds(page, faults, `${width}-enquiry-refused`);
    await page.getByText('Afklaring begyndt', { exact: true }).click();
    await page.getByRole('button', { name: 'Gem svaret' }).click();
    await page.getByText('Afklaringen er begyndt.').waitFor();
    await holds(page, faults, `${width}-enquiry-clarification`);
    // Somebody rings with the same number: the hint comes while one types.
    await page.goto('/henvendelser/ny');
    await page.getByLabel('Telefon', { exact: true }).fill(`9${width}0 0001`.slice(0, 9));
    await page.getByText(`Samme person: Brise ${width} (telefon)`).waitFor();
    await holds(page, faults, `${width}-enquiry-known`);
    await context.close();
  });

  test(`a coordinator follows a clarification to its end and back, ${width} px`, async () => {
    const { context, page, faults } = await openWindow(browser, { width });
    await signIn(page, everyone('coordinator')[0]);
    await page.goto('/henvendelser/ny');
    await page.getByLabel('Alias', { exact: true }).fill(`Tidevand ${width}`);
    await page.getByText('Afklaring begyndt', { exact: true }).click();
    await page.getByRole('button', { name: 'Gem henvendelsen' }).click();
    await page.getByRole('link', { name: 'Gå til afklaringen' }).click();
    await holds(page, faults, `${width}-clarification-open`);
    await page.getByText('Andet tilbud', { exact: true }).click();
    await page.getByLabel('Kort om, hvorfor').fill('Vil hellere have en psykolog først.');
    await page.getByRole('button', { name: 'Afslut afklaringen' }).click();
    await page.getByText('Afklaringen er afsluttet.').waitFor();
    await holds(page, faults, `${width}-clarification-ended`);
    await page.getByRole('button', { name: 'Fortryd, og genoptag afklaringen' }).click();
    await page.getByText('Afklaringen er genoptaget.').waitFor();
    await context.close();
  });

  test(`a citizen is found by keyboard as one types, ${width} px`, async () => {
    const { context, page, faults } = await openWindow(browser, { width });
    await signIn(page, everyone('coordinator')[0]);
    await page.keyboard.press('/');
    await page.keyboard.type('lær');
    const option = page.getByRole('option').first();
    await option.waitFor();
    await holds(page, faults, `${width}-search-list`);
    await page.locator('#soeg').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await option.getAttribute('aria-selected'), 'true');
    await Promise.all([page.waitForURL(/\/borger\//), page.keyboard.press('Enter')]);
    await page.goto('/soeg?q=l%C3%A6r');
    await holds(page, faults, `${width}-search`);
    await page.goto('/soeg?q=zzzz');
    await holds(page, faults, `${width}-search-none`);
    await context.close();
  });
}

test('without JavaScript the enquiry is written, hinted at and saved all the same', async () => {
  const { context, page, faults } = await openWindow(browser, { javascript: false });
  await signIn(page, everyone('worker')[0]);
  for (const alias of ['Ebbe', 'Flod']) {
    await page.goto('/henvendelser/ny');
    await page.getByLabel('Alias', { exact: true }).fill(alias);
    await page.getByLabel('Telefon', { exact: true }).fill('91 91 91 91');
    await page.getByRole('button', { name: 'Gem henvendelsen' }).click();
  }
  await page.getByText('Samme person: Ebbe (telefon)').click();
  await page.getByRole('button', { name: 'Gem henvendelsen' }).click();
  await page.getByText('Henvendelsen er gemt.').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a call is written down by keyboard alone', async () => {
  const { context, page, faults } = await openWindow(browser);
  await signIn(page, everyone('worker')[0]);
  await page.keyboard.press('g');
  await Promise.all([page.waitForURL(/henvendelser$/), page.keyboard.press('h')]);
  await page.getByRole('link', { name: 'Ny henvendelse' }).focus();
  await Promise.all([page.waitForURL(/ny$/), page.keyboard.press('Enter')]);
  await page.locator('#kanal-0').focus();
  await page.keyboard.press('Space');
  await page.locator('#alias').focus();
  await page.keyboard.type('Strøm');
  await Promise.all([page.waitForURL(/gemt=ny/), page.keyboard.press('Enter')]);
  assert.equal(await page.locator('h1').textContent(), 'Strøm');
  assert.deepEqual(faults, []);
  await context.close();
});
