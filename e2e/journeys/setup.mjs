// Amina changes the programme's rules: she is shown whose planned end moves, goes back, and saves with a reason. What cannot be is refused beside
// its field, and nobody leaves while citizens are assigned to them. The demo is the story's own: the others' figures stay.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { startCalendar } from '../lib/demo.mjs';
import { as, chapters, holds } from '../lib/steps.mjs';

let browser;
let demo;
before(async () => { [browser, demo] = await Promise.all([startBrowser(), startCalendar()]); });
after(() => Promise.all([browser.close(), demo.stop()]));

const main = (page) => page.locator('main').innerText();
const press = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()]);

test('the rules are changed', async (t) => {
  const chapter = chapters(t);
  const amina = await as(browser, 'amina', { demo });
  const { page } = amina;

  await chapter('a month less of funding shows whose planned end moves, and cancelling moves nothing', async () => {
    await page.locator('.menu-user > summary').click();
    await page.getByRole('link', { name: 'Opsætning' }).click();
    await holds(amina, 'setup-rules');
    await page.fill('#bevilling_til', '30.9.2016');
    await press(page, 'Se, hvad der flytter sig');
    const shown = await main(page);
    assert.match(shown, /planlagte? slutdage? flytter sig[^]*Intet er gemt endnu/);
    assert.match(shown, /dage tidligere/);
    assert.ok(await page.locator('td a, th a').count() > 0, 'each is named and can be opened');
    await holds(amina, 'setup-preview');
    await page.getByRole('link', { name: 'Fortryd' }).click();
    await page.goto('/opsaetning/historik/2');
    assert.match(await main(page), /31\. december 2016|31\.12\.2016/);
    assert.equal((await page.goto('/opsaetning/historik/3')).status(), 404, 'nothing was saved');
    amina.faults.length = 0;
  });

  await chapter('with a reason it is saved, and the history says who and why', async () => {
    await page.goto('/opsaetning/indsats');
    await page.fill('#bevilling_til', '30.9.2016');
    await press(page, 'Se, hvad der flytter sig');
    await press(page, 'Gem som ny version');
    assert.match(await page.locator('#fejl').innerText(), /grund/i);
    await holds(amina, 'setup-no-reason');
    await page.fill('#grund', 'Puljen er forkortet.');
    await press(page, 'Gem som ny version');
    assert.match(await page.locator('.done').innerText(), /gemt som en ny version/);
    await page.goto('/opsaetning/historik');
    assert.match(await main(page), /Version 3, som gælder nu[^]*Amina Yildiz[^]*Puljen er forkortet/);
    await holds(amina, 'setup-history');
  });

  await chapter('a window that overlaps is refused in its row, and the right one is added', async () => {
    await page.goto('/opsaetning/indsats');
    await page.fill('#vindue_fra_1', '31.3.2016');
    await page.fill('#vindue_til_1', '30.6.2016');
    await page.fill('#caseload_cap', '0');
    await press(page, 'Se, hvad der flytter sig');
    assert.match(await page.locator('#vindue_fra_1-fejl').innerText(), /overlapper/);
    assert.match(await page.locator('#caseload_cap-fejl').innerText(), /helt tal/);
    await holds(amina, 'setup-refused');
    await page.fill('#vindue_fra_1', '1.6.2016');
    await page.fill('#caseload_cap', '5');
    await press(page, 'Se, hvad der flytter sig');
    assert.match(await main(page), /Medarbejdere over loftet[^]*borgere, og loftet bliver 5/);
    await holds(amina, 'setup-cap');
    await press(page, 'Ret');
    assert.equal(await page.inputValue('#vindue_fra_1'), '1.6.2016');
    await page.fill('#caseload_cap', '10');
    await press(page, 'Se, hvad der flytter sig');
    await page.fill('#grund', 'En sidste runde i juni.');
    await press(page, 'Gem som ny version');
    assert.match(await page.locator('.done').innerText(), /gemt/);
  });

  await chapter('a file with a fault is told with its line', async () => {
    await page.goto('/opsaetning/fil');
    const file = await page.inputValue('#toml');
    await page.fill('#toml', file.replace('phases = 3', 'fases = 3'));
    await press(page, 'Se, hvad der flytter sig');
    assert.match(await main(page), /Linje \d+[^]*unknown key `fases`/);
    await holds(amina, 'setup-file-wrong');
  });

  await chapter('nobody leaves while citizens are assigned to them', async () => {
    await page.goto('/opsaetning/medarbejdere');
    await holds(amina, 'setup-staff');
    await page.getByRole('link', { name: /Afslut.*Mette Lund/ }).click();
    await press(page, 'Gem den sidste dag');
    assert.match(await page.locator('#fejl').innerText(), /Giv dem videre først/);
    assert.ok(await page.getByRole('link', { name: /Giv videre/ }).count() > 0);
    await holds(amina, 'setup-leave');
  });
  await amina.context.close();
});
