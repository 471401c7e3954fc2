// What the program does by itself: chosen by its reader, seen by the coordinator and by whoever looks after the accounts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, openWindow, signIn, startBrowser } from '../lib/browser.mjs';
import { holds } from '../lib/look.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const width of WIDTHS) {
  test(`Jonas chooses the mail, types it wrong, and turns it off again, ${width} px`, async () => {
    const window = await openWindow(browser, { width });
    const { context, page } = window;
    await signIn(page, everyone('worker')[1]);
    await page.locator('.menu-user summary').click();
    await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Indstillinger' }).click()]);
    await page.getByText('Hver mandag kl. 6.30').click();
    await page.locator('#mail').fill('jonas');
    await save(page);
    assert.equal(await page.locator('#mail').inputValue(), 'jonas');
    await holds(window, `job-${width}-indstillinger-afvist`);
    await page.locator('#mail').fill('jonas@kommune.dk');
    await save(page);
    assert.match(await page.locator('.done').innerText(), /gemt/);
    assert.equal(await page.locator('#mail').inputValue(), 'jonas@kommune.dk');
    await holds(window, `job-${width}-indstillinger-gemt`);
    await page.getByText('Ingen mail', { exact: true }).click();
    await save(page);
    assert.equal(await page.locator('#mail').inputValue(), '');
    await context.close();
  });

  test(`Amina sees what has run and who may have been kept long enough, ${width} px`, async () => {
    const window = await openWindow(browser, { width });
    const { context, page } = window;
    await signIn(page, everyone('coordinator')[0]);
    await page.goto('/koersler');
    const told = await page.locator('main').innerText();
    assert.match(told, /Oprydning[\s\S]*Gjort/);
    assert.match(told, /demonstrationen sender ingen mail/);
    await holds(window, `job-${width}-koersler`);
    await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Se forslagene' }).click()]);
    assert.match(await page.locator('main').innerText(), /Intet bliver slettet af sig selv/);
    await holds(window, `job-${width}-opbevaring`);
    await context.close();
  });
}

const save = (page) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Gem indstillinger' }).click()]);
