// Runs the journeys against a demo of its own.
//
//   node e2e/run.mjs                 all of them (./test e2e does this after `npm ci`)
//   node e2e/run.mjs keyboard        those whose file name has the word
//
// BROBYGGER_BIN names the executable (else target/release or target/debug), BROBYGGER_CHROMIUM the browser. Pictures of every page go to
// e2e/out. The last two lines count: `# pass 12`, `# fail 0`.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startDemo } from './lib/demo.mjs';

const here = import.meta.dirname;
rmSync(join(here, 'out'), { recursive: true, force: true });

const demo = await startDemo();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    demo.stop();
    process.exit(1);
  });
}
console.log(`The demo is at ${demo.address}; it knows ${demo.people.map((person) => person.name).join(', ')}`);
process.env.BROBYGGER_DEMO = JSON.stringify({ address: demo.address, people: demo.people });

const words = process.argv.slice(2);
const files = readdirSync(join(here, 'journeys'))
  .filter((file) => file.endsWith('.mjs') && (words.length === 0 || words.some((word) => file.includes(word))))
  .map((file) => join(here, 'journeys', file));
const counts = { pass: 0, fail: 0 };
const isJourney = (event) => event.details?.type !== 'suite' && !files.includes(event.name);
const stream = run({ files, concurrency: 1 })
  .on('test:pass', (event) => { if (isJourney(event)) counts.pass += 1; })
  .on('test:fail', (event) => { if (event.details?.error?.failureType !== 'subtestsFailed') counts.fail += 1; });

stream.compose(new spec()).pipe(process.stdout);
stream.on('end', async () => {
  const fault = await demo.stop();
  if (fault) {
    console.error(fault);
    counts.fail += 1;
  }
  // After the reporter's last line.
  setImmediate(() => {
    console.log(`# pass ${counts.pass}\n# fail ${counts.fail}`);
    process.exitCode = counts.fail === 0 && counts.pass > 0 ? 0 : 1;
  });
});
