// Regular reports: agreed on in November, prepared by the program on the first of December, locked and sent by a person. The demo is the story's
// own: its days pass.

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

test('regular reports', async (t) => {
  const chapter = chapters(t);

  await chapter('in November the consultant agrees on another, and nothing is prepared yet', async () => {
    const karen = await as(browser, 'karen', { demo, width: 390 });
    const { page, hands } = karen;
    await page.goto('/rapporter');
    const main = page.locator('main');
    assert.match(await main.innerText(), /Den 1\. i hver måned: Statusrapport til Styregruppen\s+Modtagere: Styregruppens medlemmer\s+Tæller de seneste tolv måneder · næste gang 1\.12\.2015/);
    assert.match(await main.innerText(), /Ingen rapporter venter/);
    await hands.press(page.getByRole('link', { name: 'Ny fast rapport' }));
    await hands.choose(page.locator('#rapport'), 'Slutrapport');
    await hands.choose(page.locator('#modtager'), 'Forvaltningen');
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('#til-fejl').innerText(), /[Ss]kriv|mangler|[Uu]dfyld/);
    await holds(karen, 'regular-refused');
    await hands.write(page.locator('#til'), 'Kontorchefen');
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await main.innerText(), /Slutrapport til Forvaltningen\s+Modtagere: Kontorchefen/);
    await holds(karen, 'regular-list');
    await karen.context.close();
  });

  await chapter('on the first of December the desk says what waits and what lacks a text', async () => {
    await demo.wakes('2015-12-01');
    const amina = await as(browser, 'amina', { demo });
    const { page } = amina;
    const keys = keyboard(page);
    await comes(page, '/bord', /Statusrapport til Styregruppen, version 2, venter på godkendelse\s+Slutrapport til Forvaltningen kan ikke laves endnu: en tekst mangler/);
    await holds(amina, 'regular-desk');
    await page.goto('/koersler');
    assert.match(await page.locator('main').innerText(), /Faste rapporter[^]*En fast rapport kan ikke laves endnu/);
    await holds(amina, 'regular-runs');

    await page.goto('/bord');
    await keys.press(page.getByRole('link', { name: /Slutrapport til Forvaltningen/ }));
    assert.match(await page.locator('main').innerText(), /Kan ikke laves endnu\s+1\.12\.2015: en tekst mangler\./);
    await holds(amina, 'regular-cannot-yet');
    await keys.press(page.getByRole('link', { name: 'Åbn kladden' }));
    assert.match(await page.locator('main').innerText(), /Mangler, før den kan låses/);
    assert.equal(await page.locator('#dag').inputValue(), '30.11.2015');

    // Whoever agreed on it or not: the program's proposal is nobody's own.
    await page.goto('/bord');
    await keys.press(page.getByRole('link', { name: /Statusrapport til Styregruppen/ }));
    const report = page.locator('main');
    assert.match(await report.innerText(), /Foreslået\s+programmet, 1\.12\.2015/);
    assert.doesNotMatch(await report.innerText(), /Sendt til/);
    await holds(amina, 'regular-proposed');
    await keys.press(page.getByRole('button', { name: 'Lås som version 2' }));
    assert.match(await report.innerText(), /Den er ikke noteret som sendt/);
    await keys.press(page.getByRole('link', { name: 'Notér, at den er sendt' }));
    assert.equal(await page.locator('#til').inputValue(), 'Styregruppens medlemmer');
    await holds(amina, 'regular-sent');
    await keys.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await report.innerText(), /Styregruppens medlemmer\s+1\.12\.2015/);
    await page.goto('/bord');
    assert.doesNotMatch(await page.locator('main').innerText(), /Statusrapport til Styregruppen/);
    await amina.context.close();
  });

  await chapter('the server starts anew the same day and the next, and nothing is made twice', async () => {
    for (const day of ['2015-12-01', '2015-12-02']) {
      await demo.wakes(day);
      const amina = await as(browser, 'amina', { demo });
      await comes(amina.page, '/koersler', /Faste rapporter/);
      await amina.page.goto('/rapporter');
      const said = await amina.page.locator('main').innerText();
      assert.equal(said.match(/Statusrapport, version/g).length, 2, 'the summer\'s and December\'s');
      await amina.context.close();
    }
  });
});

/** Looks at a page until the program has done its work. */
async function comes(page, at, words) {
  for (let tenth = 0; tenth < 200; tenth += 1) {
    await page.goto(at);
    if (words.test(await page.locator('main').innerText())) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.match(await page.locator('main').innerText(), words);
}
