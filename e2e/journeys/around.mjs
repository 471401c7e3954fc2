// What surrounds a course: areas assessed, a network with its services, consents that run out, files that are what they say.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, axeFaults, openWindow, picture, shapeFaults, signIn, startBrowser } from '../lib/browser.mjs';
import { everyone } from '../lib/people.mjs';
import { speak } from '../lib/language.mjs';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const width of WIDTHS) {
  test(`areas are assessed one after the other, and the last is taken out and put back, ${width} px`, async () => {
    const { context, page, faults, citizen } = await arrive(width, 'udredning');
    await holds(page, faults, `udredning-${width}`);
    await page.locator('label', { hasText: /^\s*I gang$/ }).click();
    await page.locator('#note').fill('Vi har skrevet til banken.\nSvar om en uge.');
    await Promise.all([page.waitForURL(/gemt=ny/), save(page)]);
    assert.match(await page.locator('.around').innerText(), /Vi har skrevet til banken/);
    await holds(page, faults, `udredning-gemt-${width}`);
    await Promise.all([page.waitForURL(/gemt=ude/), page.locator('.done button').click()]);
    assert.doesNotMatch(await page.locator('main').innerText(), /Vi har skrevet til banken/);
    await Promise.all([page.waitForURL(/gemt=tilbage/), page.locator('.done button').click()]);
    assert.match(await page.locator('.around').innerText(), /Vi har skrevet til banken/);
    await page.goto(`${citizen}/udredning/bolig`);
    await holds(page, faults, `udredning-omraade-${width}`);
    await context.close();
  });

  test(`a doctor found again and a sister stand in the network, ${width} px`, async () => {
    const { context, page, faults } = await arrive(width, 'netvaerk');
    await holds(page, faults, `netvaerk-${width}`);
    await page.locator('#tjeneste').selectOption('egen_laege');
    await page.locator('label', { hasText: 'Genetableret i forløbet' }).click();
    await page.locator('#kontakt-dato').fill('12/11-15');
    await page.locator('#navn').fill('Lægerne på Torvet');
    await Promise.all([page.waitForURL(/gemt=ny/), save(page)]);
    assert.match(await page.locator('.sums').innerText(), /genetableret i forløbet\s*1/i);
    await page.locator('label', { hasText: 'En person' }).click();
    await Promise.all([page.waitForResponse((answer) => answer.status() === 422), save(page)]);
    await holds(page, faults, `netvaerk-fejl-${width}`);
    await page.locator('#navn').fill('Ida');
    await page.locator('#rolle').selectOption('familie');
    await Promise.all([page.waitForURL(/gemt=ny/), save(page)]);
    await page.locator('.around-do a').first().click();
    await holds(page, faults, `netvaerk-ret-${width}`);
    await page.locator('.take-out summary').click();
    await page.locator('#grund').fill('Prøvet af');
    await Promise.all([page.waitForURL(/gemt=ude/), page.locator('.take-out button:not(.sr-only)').click()]);
    await holds(page, faults, `netvaerk-taget-ud-${width}`);
    await context.close();
  });

  test(`a consent says whom, what for and how long, and is taken back, ${width} px`, async () => {
    const { context, page, faults } = await arrive(width, 'samtykker');
    await page.locator('#modtager').fill('Jobcentret');
    await page.locator('#formaal').fill('At tale om praktik');
    await page.locator('label', { hasText: /^\s*Ja$/ }).click();
    await page.locator('#til').fill('10.12.2015');
    await Promise.all([page.waitForURL(/gemt=ny/), save(page)]);
    assert.match(await page.locator('.around').innerText(), /Udløber snart/);
    await holds(page, faults, `samtykker-${width}`);
    await page.locator('.around-do a').first().click();
    await page.locator('label', { hasText: 'Trukket tilbage' }).click();
    await holds(page, faults, `samtykke-svar-${width}`);
    await Promise.all([page.waitForURL(/gemt=rettet/), save(page)]);
    assert.match(await page.locator('.around').innerText(), /Trukket tilbage[\s\S]*Før: ja/);
    await speak(page, 'en');
    assert.match(await page.locator('.around').innerText(), /Withdrawn[\s\S]*Before: yes/);
    await context.close();
  });

  test(`a letter is kept and fetched, and a PDF that is not one is refused, ${width} px`, async () => {
    const { context, page, faults } = await arrive(width, 'filer');
    await page.locator('#fil').setInputFiles({ name: 'brev.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no pdf') });
    await Promise.all([page.waitForResponse((answer) => answer.status() === 422), save(page)]);
    assert.match(await page.locator('main').innerText(), /Filen er ikke en PDF eller et billede/);
    await holds(page, faults, `filer-fejl-${width}`);
    await page.locator('#fil').setInputFiles({ name: 'brev.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.locator('#navn').fill('Brev fra udlejer');
    await Promise.all([page.waitForURL(/gemt=ny/), save(page)]);
    await holds(page, faults, `filer-${width}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.around td a[download]').first().click()]);
    assert.match(download.suggestedFilename(), /^fil-[0-9a-f]{6}\.pdf$/);
    await page.locator('#fil').setInputFiles({ name: 'film.png', mimeType: 'image/png', buffer: Buffer.alloc(21 * 1024 * 1024) });
    await page.locator('[data-too-large]').waitFor();
    assert.match(await page.locator('[data-too-large]').innerText(), /20 MB/);
    await context.close();
  });
}

const save = (page) => page.locator('form.panel .button-primary').first().click();

async function arrive(width, below) {
  const window = await openWindow(browser, { width });
  await signIn(window.page, everyone('worker')[0]);
  await window.page.goto('/mine-borgere');
  const citizen = await window.page.locator('a.who').nth(width === 390 ? 0 : 1).getAttribute('href');
  await window.page.goto(`${citizen}/${below}`);
  return { ...window, citizen };
}

async function holds(page, faults, name) {
  const found = [...faults.splice(0), ...(await shapeFaults(page, 'da')), ...(await axeFaults(page))];
  await picture(page, name);
  faults.length = 0;
  assert.deepEqual(found, [], name);
}
