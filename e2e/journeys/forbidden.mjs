// What a person may not see cannot be reached, whoever asks and however they ask.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, signIn, signOut, startBrowser } from '../lib/browser.mjs';
import { PAGES, everyone, people } from '../lib/people.mjs';

const NOBODY = '/borger/00000000-0000-7000-8000-000000000000';
let browser;
let citizens; // the addresses of each worker's citizens, by user name
before(async () => {
  browser = await startBrowser();
  citizens = new Map();
  for (const worker of everyone('worker')) {
    const { context, page } = await openWindow(browser);
    await signIn(page, worker);
    await page.goto('/mine-borgere');
    const own = await page.locator('main a[href^="/borger/"]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
    citizens.set(worker.name, [...new Set(own)]);
    await context.close();
  }
});
after(() => browser.close());

test('without a sign-in every page leads to the sign-in page and shows nothing', async () => {
  const { context, page } = await openWindow(browser);
  for (const path of [...PAGES, [...citizens.values()][0][0], NOBODY]) {
    await page.goto(path);
    assert.equal(new URL(page.url()).pathname, '/log-ind', path);
  }
  await context.close();
});

for (const person of people()) {
  test(`${person.role} ${person.name} gets no page that is not theirs`, async () => {
    const { context, page } = await openWindow(browser);
    await signIn(page, person);
    for (const path of PAGES) {
      const { status, headers } = await ask(context, path);
      if (person.sees.includes(path)) assert.equal(status, 200, path);
      else assert.ok([403, 404].includes(status), `${path} answers ${status}`);
      assertGuarded(headers, path);
    }
    const own = citizens.get(person.name) ?? [];
    const others = [...citizens].filter(([name]) => name !== person.name).flatMap(([, paths]) => paths).filter((path) => !own.includes(path));
    assert.ok(others.length > 0, 'there are citizens of others to try');
    const nobody = await ask(context, NOBODY);
    assert.equal(nobody.status, 404);
    if (person.role !== 'coordinator') {
      for (const path of others) {
        const answer = await ask(context, path);
        assert.equal(answer.status, 404, `${path} answers ${answer.status}`);
        assert.equal(neutral(answer.text, path), neutral(nobody.text, NOBODY), 'a citizen of others looks like one that is not there');
      }
    }
    await context.close();
  });
}

test('what was read is gone after signing out: the way back shows the sign-in page', async () => {
  const [worker] = everyone('worker');
  const { context, page } = await openWindow(browser);
  await signIn(page, worker);
  await page.goto('/mine-borgere');
  const name = await page.locator('main a[href^="/borger/"]').first().innerText();
  await signOut(page);
  await page.goBack();
  assert.ok(!(await page.locator('body').innerText()).includes(name), 'the list cannot be seen any more');
  await context.close();
});

async function ask(context, path) {
  const answer = await context.request.get(path, { maxRedirects: 0 });
  return { status: answer.status(), headers: answer.headers(), text: await answer.text() };
}

/** The answer without what differs from one request to the next. */
function neutral(text, path) {
  return text.replaceAll(path, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/(name="token"|value=)"[^"]*"/g, '');
}

function assertGuarded(headers, path) {
  const policy = headers['content-security-policy'] ?? '';
  for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
    assert.ok(policy.includes(part), `${path}: the policy lacks ${part}`);
  }
  assert.ok(!policy.includes('unsafe'), `${path}: the policy allows something unsafe`);
  assert.equal(headers['x-content-type-options'], 'nosniff', path);
  assert.equal(headers['referrer-policy'], 'no-referrer', path);
  assert.match(headers['cache-control'] ?? '', /no-store/, path);
}
