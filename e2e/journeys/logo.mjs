// Amina gives the programme's documents a logo: what is no picture is refused, what is one stands on the page and in Word, and it is taken off again.
// The demo is the story's own: the others' documents stay as they are.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { startCalendar } from '../lib/demo.mjs';
import { as, chapters, holds } from '../lib/steps.mjs';

let browser;
let demo;
before(async () => { [browser, demo] = await Promise.all([startBrowser(), startCalendar()]); });
after(() => Promise.all([browser.close(), demo.stop()]));

const press = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()]);

/** A picture of an arch, as the browser itself draws it. */
async function arch(page) {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 400 });
    const pen = canvas.getContext('2d');
    pen.strokeStyle = '#125a66';
    pen.lineWidth = 60;
    pen.arc(800, 380, 300, Math.PI, 0);
    pen.stroke();
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.split(',')[1], 'base64');
}

/** The names of the files in a Word document: they stand in its directory uncompressed. */
async function files(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download][href$=".docx"], a[download][href*="docx"]').first().click()]);
  return (await readFile(await download.path())).toString('latin1');
}

test('the logo', async (t) => {
  const chapter = chapters(t);
  const amina = await as(browser, 'amina', { demo });
  const { page } = amina;

  await chapter('what is no picture is refused, and what was typed stays', async () => {
    await page.goto('/opsaetning');
    await page.locator('.ways').getByRole('link', { name: 'Logo' }).click();
    assert.match(await page.locator('main').innerText(), /intet logo/);
    await page.locator('#fil').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.fill('#viser', 'En bro');
    await press(page, 'Gem logoet');
    assert.match(await page.locator('#fejl').innerText(), /ikke et billede[^]*PNG- eller JPEG/);
    assert.equal(await page.inputValue('#viser'), 'En bro');
    await holds(amina, 'logo-refused');
    amina.faults.length = 0;
  });

  await chapter('a picture is shown as it will stand, and stands in Word', async () => {
    await page.locator('#fil').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await arch(page) });
    await press(page, 'Gem logoet');
    const shown = page.getByRole('img', { name: 'En bro' });
    assert.deepEqual(await shown.evaluate((img) => [img.complete, img.naturalWidth, img.width]), [true, 1200, 288]);
    await holds(amina, 'logo');
    await page.goto('/viden');
    assert.match(await files(page), /word\/media\/rIdPicture1\.png/);
  });

  await chapter('it is taken off, and Word begins with the title', async () => {
    await page.goto('/opsaetning/logo');
    await press(page, 'Fjern logoet');
    assert.match(await page.locator('.done').innerText(), /fjernet/);
    await page.goto('/viden');
    assert.doesNotMatch(await files(page), /word\/media/);
  });

  await amina.context.close();
});
