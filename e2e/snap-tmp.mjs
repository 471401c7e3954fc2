// node snap.mjs BIN OUT : pages of a demo, normalised
import { mkdirSync, writeFileSync } from 'node:fs';
process.env.BROBYGGER_BIN = process.argv[2];
const { startCalendar } = await import('./lib/demo.mjs');
const { startBrowser, openWindow, signIn } = await import('./lib/browser.mjs');
const { walk } = await import('./lib/walk.mjs');
const out = process.argv[3]; mkdirSync(out, { recursive: true });
const [browser, demo] = await Promise.all([startBrowser(), startCalendar()]);
const U=/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
for (const person of demo.people) {
  const w = await openWindow(browser, { width: 1280, address: demo.address });
  await signIn(w.page, person);
  await w.page.goto('/');
  const t0=Date.now();
  await walk(w.page, async (place) => {
    if (Date.now()-t0>120000) throw new Error('time');
    const r = await w.context.request.get(w.page.url());
    let html = await r.text();
    html = html.replace(U, '{id}').replace(/name="token" value="[^"]*"/g, 'token').replace(/value="[A-Za-z0-9_-]{40,}"/g,'value=tok').replace(/\d\d[.:]\d\d/g,'KL').replace(/127.0.0.1:\d+/g,'HOST');
    writeFileSync(`${out}/${person.name}${place.replace(/[^a-z0-9(){}?&=]/gi,'_').slice(0,150)}.html`, html);
  }, 1).catch((e) => console.log(person.name, e.message));
  await w.context.close();
}
await browser.close(); await demo.stop();
