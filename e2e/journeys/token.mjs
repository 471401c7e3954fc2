// The municipality's data warehouse is let in, fetches the figures by itself, and is shown out again.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, startBrowser } from '../lib/browser.mjs';
import { keyboard, mouse } from '../lib/hands.mjs';
import { theDemo } from '../lib/demo.mjs';
import { as, holds } from '../lib/steps.mjs';

const HERE = '/opsaetning/programmer';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** What a program gets that has nothing but its key: no browser, no cookie. */
async function fetches(path, key) {
  const answer = await fetch(`${theDemo().address}/api/v1/${path}`, { headers: key ? { authorization: `Bearer ${key}` } : {}, redirect: 'manual' });
  return { status: answer.status, kind: answer.headers.get('content-type'), json: await answer.json() };
}

for (const width of WIDTHS) {
  const byKeyboard = width > 600;
  test(`a program is let in, reads the figures and is shown out, ${width} px${byKeyboard ? ', by keyboard' : ''}`, async () => {
    const window = await as(browser, 'amina', { width });
    const { page } = window;
    const hands = byKeyboard ? keyboard(page) : mouse(page);
    const name = `Datavarehus ${width}`;
    const row = page.locator('tbody tr').filter({ hasText: name });

    await page.goto('/opsaetning/indsats');
    await hands.press(page.getByRole('link', { name: 'Adgang for programmer' }));
    await hands.write(page.locator('#slut'), '1.1.2018');
    await hands.press(page.getByRole('button', { name: 'Giv adgang' }));
    assert.match(await page.locator('#fejl').innerText(), /12 måneder/);
    if (!byKeyboard) await holds(window, 'token-refused');

    await hands.write(page.locator('#navn'), name);
    await hands.pick('rolle', 'Konsulent');
    await hands.write(page.locator('#slut'), '30.6.2016');
    await hands.press(page.getByRole('button', { name: 'Giv adgang' }));
    const key = await page.locator('#noegle-vist').inputValue();
    assert.match(key, /^[0-9a-f]{64}$/);
    await holds(window, 'token-made');
    await page.goto(HERE);
    assert.ok(!(await page.content()).includes(key), 'the key is shown once');
    assert.match(await row.innerText(), /Aldrig/);

    const list = await fetches('reports', key);
    assert.deepEqual([list.status, list.kind], [200, 'application/json']);
    assert.ok(list.json.reports.some((report) => report.name === 'status'));
    const status = await fetches('reports/status?as_of=2015-11-23', key);
    assert.equal(status.json.attached, status.json.enrolled + status.json.in_clarification);
    assert.equal((await fetches('reports/courses', key)).status, 403, 'what lists persons is for no program');
    const { releases } = (await fetches('releases', key)).json;
    assert.deepEqual(releases.map((release) => release.state), releases.map(() => 'laast'), 'what waits to be locked is for no program');
    const release = await fetches(`releases/${releases[0].id}`, key);
    assert.ok(release.json.counts.some((count) => count.count === null), 'a small number is as its recipient got it');
    assert.equal((await fetches('reports/status')).status, 401);
    assert.equal((await window.context.request.get('/api/v1/reports/status')).status(), 401, 'a sign-in opens nothing there');

    await page.goto(HERE);
    assert.doesNotMatch(await row.innerText(), /Aldrig/);
    await hands.press(row.getByRole('button', { name: /Afslut nu/ }));
    assert.match(await page.locator('.done').innerText(), /Adgangen er slut/);
    assert.match(await row.innerText(), /Afsluttet/);
    await holds(window, 'token-ended');
    const refused = await fetches('reports/status', key);
    assert.deepEqual([refused.status, refused.kind, refused.json.status], [401, 'application/problem+json', 401]);

    await page.goto('/log');
    const log = await page.locator('main').innerText();
    for (const told of ['Gav et program adgang', `Programmet ${name}`, 'Hentede nøgletal', 'Afsluttede et programs adgang']) assert.ok(log.includes(told), told);
    await window.context.close();
  });
}
