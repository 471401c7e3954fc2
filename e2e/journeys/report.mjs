// A report that leaves: the consultant writes and proposes it, the coordinator locks it, and its files stay the same.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startBrowser } from '../lib/browser.mjs';
import { keyboard } from '../lib/hands.mjs';
import { as, holds } from '../lib/steps.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const [width, by] of [[390, 'by hand'], [1280, 'by keyboard']]) {
  test(`a report is written, proposed, locked by another and noted as sent, ${width} px, ${by}`, async () => {
    const writes = await as(browser, 'karen', { width });
    const { page } = writes;
    const hands = by === 'by keyboard' ? keyboard(page) : writes.hands;
    await page.goto('/noegletal');
    await hands.press(page.getByRole('link', { name: 'Rapporter', exact: true }));
    await hands.choose(page.locator('#modtager'), 'Offentligheden');
    await hands.press(page.getByRole('button', { name: 'Vis', exact: true }));
    const draft = page.locator('main');
    assert.match(await draft.innerText(), /Kladde, ikke låst[\s\S]*Afvigelser og forklaring/);
    assert.match(await draft.innerText(), /I afklaring\s*under 5/);
    await holds(writes, `rapport-kladde-${width}`);

    // A day that is none is told beside its field, and nothing else is lost.
    await hands.write(page.locator('#dag'), '1.1.2030');
    await hands.press(page.getByRole('button', { name: 'Vis', exact: true }));
    assert.match(await page.locator('#dag-fejl').innerText(), /endnu|fremtid|senere|ikke været/i);
    assert.equal(await page.locator('#modtager').inputValue(), 'offentlighed');
    await hands.write(page.locator('#dag'), '23.11.2015');
    await hands.press(page.getByRole('button', { name: 'Vis', exact: true }));

    await hands.press(page.getByRole('link', { name: /(Skriv|Ret teksten).*Afvigelser og forklaring/ }));
    const said = `Ingen afvigelser, der ses på ${width} px.`;
    await hands.write(page.locator('#tekst'), said);
    await holds(writes, `rapport-tekst-${width}`);
    await hands.press(page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await page.locator('.done').innerText(), /Gemt/);
    assert.match(await draft.innerText(), new RegExp(said));
    await hands.press(page.getByRole('button', { name: 'Foreslå låsning' }));
    assert.match(await page.locator('.done').innerText(), /En anden skal låse den/);
    assert.match(await draft.innerText(), /Venter på en anden end dig/);
    assert.equal(await page.getByRole('button', { name: /^Lås som/ }).count(), 0, 'nobody locks their own');
    const report = new URL(page.url()).pathname;
    await writes.context.close();

    const locks = await as(browser, 'amina', { width });
    const other = by === 'by keyboard' ? keyboard(locks.page) : locks.hands;
    await locks.page.goto(report);
    const proposed = await locks.page.locator('main').innerText();
    assert.match(proposed, /Filerne kan hentes, når rapporten er låst/);
    assert.ok(proposed.includes(said), 'who decides reads what it says');
    assert.equal((await locks.context.request.get(`${report}/fil/pdf`)).status(), 422, 'nobody has its files yet');
    assert.equal(await locks.page.locator('main a[href*="/fil/"]').count(), 0);
    await holds(locks, `rapport-foreslaaet-${width}`);
    await other.press(locks.page.getByRole('button', { name: /^Lås som version/ }));
    assert.match(await locks.page.locator('.done').innerText(), /låst/);
    await holds(locks, `rapport-laast-${width}`);
    const files = [];
    for (const format of ['pdf', 'pdf', 'docx', 'xlsx', 'csv']) {
      const answer = await locks.context.request.get(`${report}/fil/${format}`);
      assert.equal(answer.status(), 200);
      assert.match(answer.headers()['content-disposition'], /^attachment; filename="status-2015-11-23-v\d+\.(pdf|docx|xlsx|csv)"$/);
      files.push(createHash('sha256').update(await answer.body()).digest('hex'));
    }
    assert.equal(files[0], files[1], 'the same bytes each time');
    const shown = await locks.page.locator('main').innerText();
    for (const sum of files) assert.ok(shown.includes(sum), `the page shows ${sum}`);

    await other.press(locks.page.getByRole('link', { name: 'Notér, at den er sendt' }));
    await other.write(locks.page.locator('#til'), 'Kommunens hjemmeside');
    await other.press(locks.page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await locks.page.locator('main').innerText(), /Kommunens hjemmeside/);

    // A correction says what is otherwise, or is not made.
    await other.press(locks.page.getByRole('link', { name: 'Ret i en ny version' }));
    await other.press(locks.page.getByRole('button', { name: 'Foreslå låsning' }));
    assert.match(await locks.page.locator('#rettet-fejl').innerText(), /begrund|skriv|hvorfor/i);
    await other.write(locks.page.locator('#rettet'), 'Én henvendelse var talt to gange.');
    await other.press(locks.page.getByRole('button', { name: 'Foreslå låsning' }));
    assert.match(await locks.page.locator('main').innerText(), /Retter[\s\S]*Én henvendelse var talt to gange/);
    await other.press(locks.page.getByRole('link', { name: 'Afvis forslaget' }));
    await other.write(locks.page.locator('#hvorfor'), 'Tallet var rigtigt.');
    await other.press(locks.page.getByRole('button', { name: 'Gem', exact: true }));
    assert.match(await locks.page.locator('main').innerText(), /Afvist[\s\S]*Tallet var rigtigt/);
    await holds(locks, `rapport-afvist-${width}`);
    await locks.context.close();
  });
}
