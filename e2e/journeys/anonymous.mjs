// Somebody rings and says nothing about themselves, not even a name to call them by. They are counted as a call and as nobody,
// and are helped on all the same.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, startBrowser } from '../lib/browser.mjs';
import { keyboard, mouse } from '../lib/hands.mjs';
import { as, difference, figures, holds } from '../lib/steps.mjs';

const PERIOD = '?dag=23.11.2015&fra=1.11.2015&til=23.11.2015';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const width of WIDTHS) {
  const byKeyboard = width > 600;
  test(`a call of which nothing is known is answered with advice, and the next one referred, ${width} px${byKeyboard ? ', by keyboard' : ''}`, async () => {
    const window = await as(browser, 'mette', { width });
    const { page } = window;
    const hands = byKeyboard ? keyboard(page) : mouse(page);
    const before = await figures(page, PERIOD);
    const save = page.getByRole('button', { name: 'Gem henvendelsen' });

    await page.goto('/henvendelser/ny');
    await hands.press(save);
    assert.match(await page.locator('.done').innerText(), /Henvendelsen er gemt/, 'nothing at all has to be known');
    assert.equal(await page.locator('h1').innerText(), 'Ikke oplyst hvem');
    await hands.pick('svar', 'Fik råd');
    await hands.write(page.locator('#ord'), 'Fik nummeret på den sociale døgnvagt.');
    await hands.press(page.getByRole('button', { name: 'Gem svaret' }));
    assert.match(await page.locator('main').innerText(), /Svaret er gemt[^]*Fik råd/i);
    if (!byKeyboard) await holds(window, 'anonymous-advice');

    await page.goto('/henvendelser/ny');
    await hands.pick('svar', 'Henvist videre');
    await hands.press(save);
    assert.match(await page.locator('#fejl').innerText(), /Vælg en samarbejdspartner, eller skriv, hvor der blev henvist til/);
    if (!byKeyboard) await holds(window, 'anonymous-refused');
    await hands.write(page.locator('#ord'), 'Natværestedet');
    await hands.press(save);
    assert.match(await page.locator('main').innerText(), /Henvist videre/i);

    // A clarification is somebody's: without a name there is nobody to find again.
    await page.goto('/henvendelser/ny');
    await hands.pick('svar', 'Afklaring begyndt');
    await hands.press(save);
    assert.match(await page.locator('#fejl').innerText(), /Skriv et alias eller et navn/);

    await page.goto('/henvendelser');
    assert.match(await page.locator('tbody tr').filter({ hasText: 'henvist videre' }).first().innerText(), /Ikke oplyst hvem/);
    assert.deepEqual(difference(before, await figures(page, PERIOD)), { 'henvendelser i perioden': 2 });
    await window.context.close();
  });
}
