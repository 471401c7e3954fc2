// A partner's whole visit: somebody is referred, it has arrived, a worker answers, and what came of it shows only while the citizen agrees.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, openWindow, signIn, startBrowser } from '../lib/browser.mjs';
import { tabTo } from '../lib/keyboard.mjs';
import { holds } from '../lib/look.mjs';
import { everyone } from '../lib/people.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** The row of the partner's list that is about somebody. */
const rowOf = (page, called) => page.locator('tbody tr', { hasText: called });

for (const width of WIDTHS) {
  test(`a partner refers somebody and sees what came of it when the citizen agrees, ${width} px`, async () => {
    const called = `Gråand ${width}`;
    const partner = await openWindow(browser, { width });
    await signIn(partner.page, everyone('partner')[0]);
    assert.equal(new URL(partner.page.url()).pathname, '/partner', 'the visit begins with what was referred');
    await holds(partner, `${width}-partner`);
    await partner.page.getByRole('link', { name: 'Henvis en person' }).click();
    await holds(partner, `${width}-partner-refers`);
    await partner.page.getByLabel('Alias eller navn').fill(called);
    await partner.page.getByLabel('Hvordan får vi fat i personen?').fill('Kommer i caféen om torsdagen');
    await partner.page.getByLabel('Hvad ønsker personen?').fill('Vil tale med nogen om et andet liv.');
    await partner.page.getByRole('button', { name: 'Send henvisningen' }).click();
    await partner.page.getByRole('link', { name: 'Spørg personen først' }).waitFor();
    await holds(partner, `${width}-partner-refused`, { allowed: /422/ });
    await partner.page.getByText('Personen har sagt ja til denne henvisning').click();
    await partner.page.getByRole('button', { name: 'Send henvisningen' }).click();
    await partner.page.getByText('Henvisningen er sendt.').waitFor();
    await rowOf(partner.page, called).getByText('Modtaget').waitFor();
    await holds(partner, `${width}-partner-sent`);

    const worker = await openWindow(browser, { width });
    await signIn(worker.page, everyone('worker')[0]);
    await worker.page.goto('/henvisninger');
    await holds(worker, `${width}-referrals`);
    await worker.page.getByRole('link', { name: called }).click();
    await worker.page.getByText('Kommer i caféen om torsdagen').waitFor();
    await worker.page.getByText('Fik råd', { exact: true }).click();
    await worker.page.getByRole('button', { name: 'Gem svaret' }).click();
    await worker.page.getByText('Svaret er gemt.').waitFor();

    // Without consent the partner sees what it saw before.
    await partner.page.goto('/partner');
    await rowOf(partner.page, called).getByText('Modtaget').waitFor();

    const panel = worker.page.locator('#fortael');
    await panel.locator('summary').click();
    await panel.getByText('Fortæl: fik råd').click();
    await panel.getByLabel('Besked til partneren').fill('Hun ved, hvor vi er.');
    await panel.getByLabel('Hvor længe gælder').fill('23.2.2016');
    await panel.getByRole('button', { name: 'Fortæl partneren' }).click();
    await worker.page.getByText('Uden et ja').first().waitFor();
    await holds(worker, `${width}-told-refused`, { allowed: /422/ });
    await worker.page.locator('#fortael').getByText('Borgeren har sagt ja til, at').click();
    await worker.page.locator('#fortael').getByRole('button', { name: 'Fortæl partneren' }).click();
    await worker.page.getByText('Partneren kan nu se det.').waitFor();
    await holds(worker, `${width}-told`);

    await partner.page.goto('/partner');
    await rowOf(partner.page, called).getByText('Har fået råd').waitFor();
    await rowOf(partner.page, called).getByText('Hun ved, hvor vi er.').waitFor();
    await holds(partner, `${width}-partner-told`);

    await worker.page.getByRole('button', { name: 'Træk samtykket tilbage' }).click();
    await worker.page.getByText('Samtykket er trukket tilbage.').waitFor();
    await partner.page.goto('/partner');
    await rowOf(partner.page, called).getByText('Modtaget').waitFor();
    assert.equal(await rowOf(partner.page, called).getByText('Hun ved, hvor vi er.').count(), 0);
    await partner.context.close();
    await worker.context.close();
  });
}

test('a partner refers somebody with the keyboard alone', async () => {
  const window = await openWindow(browser);
  const { page } = window;
  await signIn(page, everyone('partner')[0]);
  await tabTo(page, 'a[href="/partner/henvis"]');
  await Promise.all([page.waitForURL(/henvis$/), page.keyboard.press('Enter')]);
  await tabTo(page, '#kaldes');
  await page.keyboard.type('Vibe');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12 34 52 90');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Vil gerne have en at tale med.');
  await tabTo(page, '#samtykke-0');
  await page.keyboard.press('Space');
  await tabTo(page, 'button.button-primary', 'Send henvisningen');
  await Promise.all([page.waitForURL(/gemt=ja/), page.keyboard.press('Enter')]);
  await rowOf(page, 'Vibe').getByText('Modtaget').waitFor();
  await holds(window, '1280-partner-by-keyboard');
  await window.context.close();
});

test('a coordinator follows an agreement up and writes to who has not answered', async () => {
  const window = await openWindow(browser);
  const { page } = window;
  await signIn(page, everyone('coordinator')[0]);
  await page.goto('/partnere');
  await holds(window, '1280-partners');
  await page.getByRole('link', { name: 'LivaRehab' }).click();
  await page.getByRole('link', { name: /Følg op\s*: Udveksle viden/ }).first().click();
  await page.getByText('Delvist holdt', { exact: true }).click();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByRole('link', { name: /Skal udfyldes|Skriv/ }).first().waitFor();
  await holds(window, '1280-duty-refused', { allowed: /422/ });
  await page.getByLabel('Hvad så I?').fill('Temadagen er flyttet til januar.');
  await page.getByLabel('Hvornår ser I på det igen?').fill('20.1.2016');
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByText('Opfølgningen er gemt.').waitFor();
  await page.getByText('Temadagen er flyttet til januar.').waitFor();
  await holds(window, '1280-partner-one');
  await page.goto('/henvisninger?vis=venter');
  const late = page.locator('tbody tr.is-late').first();
  await late.getByRole('button', { name: 'Vi har skrevet til dem' }).click();
  await page.getByText('Rykkeren er noteret.').waitFor();
  await holds(window, '1280-referrals-reminded');
  await window.context.close();
});
