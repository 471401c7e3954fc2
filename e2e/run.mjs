// Runs the journeys, in two lanes side by side, each against a demo of its own.
//
//   node e2e/run.mjs                 all of them (./test e2e does this after `npm ci`)
//   node e2e/run.mjs keyboard        those whose file name has the word
//
// BROBYGGER_BIN names the executable (else target/release or target/debug), BROBYGGER_CHROMIUM the browser. Where journeys are named, pictures of
// every page go to e2e/out; nobody looks at those of a whole run. The last two lines count: `# pass 12`, `# fail 0`.

import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startDemo } from './lib/demo.mjs';

// The journeys that need the demo as it comes, in their order, and then those that leave it as it is or have days of their own; the others change
// it, and go in the lane beside.
const FIRST = ['report', 'figures', 'pages-phone', 'forbidden', 'desk', 'april', 'setup', 'regular'];

const here = import.meta.dirname;
rmSync(join(here, 'out'), { recursive: true, force: true });

const words = process.argv.slice(2);
if (words.length > 0) process.env.BROBYGGER_PICTURES = '1';
const journeys = readdirSync(join(here, 'journeys'))
  .filter((file) => file.endsWith('.mjs') && (words.length === 0 || words.some((word) => file.includes(word))))
  .map((file) => basename(file, '.mjs'));
const lanes = [FIRST.filter((name) => journeys.includes(name)), journeys.filter((name) => !FIRST.includes(name))].filter((lane) => lane.length > 0);

const demos = await Promise.all(lanes.map(startDemo));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const demo of demos) demo.stop();
    process.exit(1);
  });
}
const told = lanes.map((lane, at) => lane.map((name) => [name, { address: demos[at].address, people: demos[at].people }]));
process.env.BROBYGGER_DEMO = JSON.stringify(Object.fromEntries(told.flat()));

const counts = { pass: 0, fail: 0 };
await Promise.all(lanes.map(async (lane, at) => {
  console.log(`The demo at ${demos[at].address} is for ${lane.join(', ')}`);
  await journeysOf(lane);
  const fault = await demos[at].stop();
  if (fault) {
    console.error(fault);
    counts.fail += 1;
  }
}));
console.log(`# pass ${counts.pass}\n# fail ${counts.fail}`);
process.exitCode = counts.fail === 0 && counts.pass > 0 ? 0 : 1;

/** Runs a lane's journeys one after the other; ends when the reporter has said its last. */
function journeysOf(lane) {
  const files = lane.map((name) => join(here, 'journeys', `${name}.mjs`));
  const isJourney = (event) => event.details?.type !== 'suite' && !files.includes(event.name);
  const stream = run({ files, concurrency: 1 })
    .on('test:pass', (event) => { if (isJourney(event)) counts.pass += 1; })
    .on('test:fail', (event) => { if (event.details?.error?.failureType !== 'subtestsFailed') counts.fail += 1; });
  const report = stream.compose(new spec());
  report.pipe(process.stdout, { end: false });
  return new Promise((resolve) => report.once('end', resolve));
}
