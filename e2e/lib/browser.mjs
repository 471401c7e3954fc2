// A real Chromium, and what is watched on every page it shows.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { theDemo } from './demo.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(import.meta.dirname, '../out');

/** The two widths at which every page is looked at: a phone and a desktop. */
export const WIDTHS = [390, 1280];

/** Starts the browser; a missing one is a failure. */
export function startBrowser() {
  const path = [process.env.BROBYGGER_CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));
  if (!path) throw new Error('There is no Chromium: install it, or name it in BROBYGGER_CHROMIUM');
  return chromium.launch({ executablePath: path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A window of its own (cookies, storage) on the run's demo, or on another at its address, watched; `faults` fills with what no page may do. */
export async function openWindow(browser, { width = 1280, javascript = true, address = theDemo().address } = {}) {
  const context = await browser.newContext({ baseURL: address, viewport: { width, height: width < 600 ? 844 : 900 }, javaScriptEnabled: javascript, locale: 'da-DK' });
  context.setDefaultTimeout(10_000);
  const faults = [];
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== address) faults.push(`asked another host: ${origin}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') faults.push(`got no answer: ${request.url()} (${why})`); // aborted: the page was left before it came
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') faults.push(`missing: ${response.status()} ${response.url()}`);
  });
  context.on('weberror', (fault) => faults.push(`script fault: ${fault.error().message}`));
  context.on('console', (message) => {
    const isPageStatus = message.text().startsWith('Failed to load resource') && message.location().url === message.page()?.url();
    if (['error', 'warning'].includes(message.type()) && !isPageStatus) faults.push(`console: ${message.text()}`);
  });
  if (javascript) {
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI}`));
    });
  }
  return { context, page: await context.newPage(), faults };
}

/** Signs a person in on the sign-in page and gives the page they come to. */
export async function signIn(page, person) {
  await page.goto('/log-ind');
  await page.locator('input[autocomplete="username"]').fill(person.name);
  const password = page.locator('input[autocomplete="current-password"]');
  await password.fill(person.password);
  await Promise.all([page.waitForNavigation(), password.press('Enter')]);
  if (new URL(page.url()).pathname === '/log-ind') throw new Error(`${person.name} could not sign in`);
}

/** Signs out through the menu. */
export async function signOut(page) {
  const form = page.locator('form[action="/log-ud"]');
  const menu = page.locator('details:not([open])', { has: form }).locator('summary').first();
  if ((await menu.count()) > 0) await menu.click();
  await Promise.all([page.waitForNavigation(), form.locator('button').first().click()]);
}

// The rules that take three quarters of axe's time and hang on the one style sheet: contrast, and whether it locks the page to one orientation.
const OF_THE_STYLE = { preload: false, rules: { 'color-contrast': { enabled: false }, 'css-orientation-lock': { enabled: false } } };

/** What axe finds against WCAG 2.2 AA and good practice, in a line each; without what it finds of the style, where that was looked at before. */
export async function axeFaults(page, { isStyleKnown = false } = {}) {
  await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(isStyleKnown ? OF_THE_STYLE : {}) };
  const found = await page.evaluate((chosen) => window.axe.run(document, chosen), options);
  return found.violations.map((rule) => `axe ${rule.id}: ${rule.help} (${rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')})`);
}

/** What can be seen to be wrong with a page as it stands, whatever it shows. */
export async function shapeFaults(page, language) {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    over: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    widest: [...document.querySelectorAll('main *')].filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map((part) => `${part.localName}.${part.getAttribute('class') ?? ''}`).slice(-1)[0],
    inline: document.querySelectorAll('[style], style, script:not([src])').length,
    unfinished: /\{\s*\$|\bundefined\b|\bNaN\b|•••/.exec(document.body.innerText)?.[0],
  }));
  return [
    seen.language !== language && `the page says its language is "${seen.language}"`,
    seen.title === '' && 'the page has no title',
    /exit|prostitution|sexarbejd|sex work/i.test(seen.title) && `the title tells what the programme is about: ${seen.title}`,
    seen.headings !== 1 && `the page has ${seen.headings} main headings`,
    seen.over > 0 && `the page is ${seen.over} px too wide (${seen.widest})`,
    seen.inline > 0 && `the page has ${seen.inline} inline styles or scripts`,
    seen.unfinished && `the page shows "${seen.unfinished}"`,
  ].filter(Boolean);
}

/** Keeps a picture of the page in e2e/out, where pictures are asked for. */
export async function picture(page, name) {
  if (!process.env.BROBYGGER_PICTURES) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
