// The coordinator's year: in January the window is open and two workers share the load; on 1 April it is closed and clarifications are open; in
// October two courses are past their ends; and on the last day all that is left is named. The demo is the story's own: its days pass.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { startCalendar } from '../lib/demo.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, chapters, holds } from '../lib/steps.mjs';

let browser;
let demo;
before(async () => { [browser, demo] = await Promise.all([startBrowser(), startCalendar()]); });
after(() => Promise.all([browser.close(), demo.stop()]));

const main = (page) => page.locator('main').innerText();

test('the coordinator steers through the year', async (t) => {
  const chapter = chapters(t);

  await chapter('in November the desk says what matters, asks Jonas, and he answers with the keyboard', async () => {
    const amina = await as(browser, 'amina', { demo });
    const { page } = amina;
    assert.equal(new URL(page.url()).pathname, '/bord', 'it is her first page');
    assert.match(await main(page), /Alle 16 åbne forløb slutter senest 31\.12\.2016[^]*9\. november 2016/);
    assert.match(await main(page), /6 nye borgere ventes[^]*80 %-interval: 3 til 10/);
    await holds(amina, 'desk-november');
    const row = page.locator('.miss tbody tr', { has: page.getByRole('link', { name: 'Alma', exact: true }) }).first();
    await row.getByRole('link', { name: /^Spørg Jonas/ }).click();
    await page.locator('#ord').fill('Når I det i denne uge?');
    await holds(amina, 'desk-ask');
    await page.getByRole('button', { name: 'Spørg', exact: true }).click();
    assert.match(await page.locator('.done').innerText(), /Spørgsmålet er sendt/);

    const jonas = await as(browser, 'jonas', { demo, width: 390 });
    const panel = jonas.page.locator('.asked');
    assert.match(await panel.innerText(), /Når I det i denne uge\?/);
    await holds(jonas, 'desk-asked');
    const keys = keyboard(jonas.page);
    const mine = panel.locator('li', { hasText: 'Når I det i denne uge?' });
    await mine.locator('summary').focus();
    await jonas.page.keyboard.press('Enter');
    await keys.write(mine.locator('input[name="svar"]'), 'Ja, torsdag.');
    await keys.press(mine.getByRole('button', { name: 'Send svaret' }));
    assert.match(await jonas.page.locator('.done').innerText(), /Svaret er sendt/);
    await jonas.context.close();
    await page.goto('/bord?alle=ja');
    assert.match(await main(page), /Svar 23\.11\.: Ja, torsdag\./);
    await amina.context.close();
  });

  await chapter('in January the window is open, and two workers are enough unless one leaves', async () => {
    await demo.wakes('2016-01-15');
    const amina = await as(browser, 'amina', { demo });
    const { page } = amina;
    await page.goto('/prognose');
    assert.match(await main(page), /nye borgere ventes 1\.2\.–31\.3\.2016/);
    await page.locator('#f-2016-03').fill('0,5');
    await page.getByRole('button', { name: 'Regn med det' }).click();
    assert.match(page.url(), /f-2016-03=0%2C5/);
    await holds(amina, 'desk-forecast');
    await page.goto('/afvikling');
    await page.locator('#flere').fill('6');
    await page.locator('#til').fill('31.3.2016');
    await page.locator('form.try', { has: page.locator('#flere') }).getByRole('button').click();
    assert.match(await page.locator('#tilgang').innerText(), /6 mere, jævnt fordelt[^]*6 får færre end 12 måneder/);
    await page.locator('#stopper').selectOption({ label: 'Jonas Friis' });
    await page.locator('#den').fill('1.2.2016');
    await page.locator('form.try', { has: page.locator('#stopper') }).getByRole('button').click();
    const told = await page.locator('#stop').innerText();
    assert.match(told, /borgere skal have en anden medarbejder, hvis Jonas Friis stopper[^]*har ingen plads/);
    await holds(amina, 'desk-try-out');
    await page.locator('#stop').getByRole('link', { name: /^Overdrag til Mette/ }).first().click();
    assert.equal(await page.locator('#fra').inputValue(), '1.2.2016');
    assert.match(await page.locator('#medarbejder option:checked').innerText(), /Mette/);
    await amina.context.close();
  });

  await chapter('on 1 April the window is closed and three clarifications wait', async () => {
    await demo.wakes('2016-04-01');
    const amina = await as(browser, 'amina', { demo });
    const { page } = amina;
    assert.match(await main(page), /vinduet er lukket[^]*kan kun indskrives med en undtagelse/);
    await page.goto('/bord?vis=haster&alle=ja');
    assert.equal(await page.locator('.miss tr', { hasText: 'Afklaringen skal afgøres' }).count(), 3);
    await holds(amina, 'desk-april');
    await page.goto('/prognose');
    assert.match(await main(page), /Ingen rekrutteringsperiode er åben længere/);
    await amina.context.close();
  });

  await chapter('in October courses are past their ends: each is named with what can be done', async () => {
    await demo.wakes('2016-10-14');
    const amina = await as(browser, 'amina', { demo });
    const { page } = amina;
    await page.goto('/afvikling');
    assert.match(await main(page), /kan ikke slutte i tide: [^]*(andre|sidste) [^]*slutter i tide/);
    const late = page.locator('[aria-labelledby="sl"] li');
    assert.ok((await late.count()) >= 2);
    await holds(amina, 'desk-october');
    await late.first().getByRole('link', { name: /^Afslut forløbet/ }).click();
    assert.match(page.url(), /\/afslutning$/);
    await amina.context.close();
  });

  await chapter('on the last day what is left is said, and nothing is promised after it', async () => {
    await demo.wakes('2016-12-31');
    const amina = await as(browser, 'amina', { demo });
    const { page } = amina;
    assert.match(await main(page), /kan ikke slutte i tide/);
    await holds(amina, 'desk-last-day');
    await page.goto('/bord?dag=23.11.2015');
    assert.match(await main(page), /Som det stod[^]*Alle 16 åbne forløb/);
    await page.goto('/maal');
    await holds(amina, 'desk-goals');
    await page.goto('/metodefidelitet?vis=focus_areas');
    await holds(amina, 'desk-fidelity');
    await amina.context.close();
  });
});
