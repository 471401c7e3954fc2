// The demo: started, read and stopped.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The demo that the run has started for the journey in this process: its address and its people. */
export function theDemo() {
  const demo = JSON.parse(process.env.BROBYGGER_DEMO ?? '{}')[basename(process.argv[1], '.mjs')];
  if (!demo) throw new Error('start the journeys with `node e2e/run.mjs`');
  return demo;
}

/** Starts the demo as a newcomer would, and waits until it has told its address and sign-ins. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'brobygger-e2e-'));
  const { said, stop } = await start(['demo', '--port', String(await freePort())], folder, /Ctrl-C/);
  return {
    address: addressIn(said),
    people: peopleIn(said),
    /** Asks the demo to stop; gives a sentence where it does not do so well. */
    async stop() {
      const fault = await stop();
      const left = readdirSync(folder);
      rmSync(folder, { recursive: true, force: true });
      return fault ?? (left.length > 0 ? `The demo left something behind: ${left.join(' ')}` : undefined);
    },
  };
}

/** A demo of a story's own, whose days pass: `await demo.wakes('2016-04-11')` serves what it holds on that day, with a new sign-in. */
export async function startCalendar() {
  const folder = mkdtempSync(join(tmpdir(), 'brobygger-e2e-'));
  const place = ['--data', join(folder, 'data'), '--key-file', join(folder, 'key')];
  const port = String(await freePort());
  const made = await start(['demo', '--port', port, ...place], folder, /Ctrl-C/);
  let serving = made;
  return {
    address: addressIn(made.said),
    people: peopleIn(made.said),
    async wakes(day) {
      await serving.stop();
      serving = await start(['serve', '--demo', '--today', day, '--listen', `127.0.0.1:${port}`, ...place], folder, /"serving"/);
    },
    async stop() {
      const fault = await serving.stop();
      rmSync(folder, { recursive: true, force: true });
      if (fault) throw new Error(fault);
    },
  };
}

/** Starts the program and waits until it has said what is waited for. */
async function start(words, folder, ready) {
  const child = spawn(executable(), words, { cwd: root, env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let wrong = '';
  child.stdout.on('data', (text) => { said += text; });
  child.stderr.on('data', (text) => { wrong += text; });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  process.once('exit', () => child.kill('SIGKILL'));

  await told(() => ready.test(`${said}${wrong}`), ended, () => `${said}${wrong}`);
  return {
    said,
    async stop() {
      child.kill('SIGTERM');
      const code = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('nothing after 10 s'), 10_000).unref())]);
      if (code === 0) return undefined;
      child.kill('SIGKILL');
      return `The demo was asked to stop and answered ${code}\n${wrong}`;
    },
  };
}

const addressIn = (text) => /http:\/\/127\.0\.0\.1:\d+/.exec(text)[0];

/** The sign-ins among the lines, `  mette  Mette Lund, relationsmedarbejder`, with the password that all of them have. */
function peopleIn(text) {
  const password = /password for all of them: (\S+)/.exec(text)?.[1];
  const people = [...text.matchAll(/^ {2}([a-z][a-z0-9._-]*) {2,}(\S.*), (\S[^,]*)$/gm)].map(([, name, , role]) => ({ name, password, role }));
  if (!password || people.length === 0) throw new Error(`The demo told no sign-ins:\n${text}`);
  return people;
}

function executable() {
  const named = process.env.BROBYGGER_BIN;
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  const found = [named, join(target, 'release/brobygger'), join(target, 'debug/brobygger')].find((file) => file && existsSync(file));
  if (!found || (named && found !== named)) throw new Error(`There is no executable${named ? ` at ${named}` : ''}: run \`cargo build\` first`);
  return found;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until `answer` is true, at most a minute and only while the program runs. */
async function told(answer, ended, said) {
  let over = false;
  ended.then(() => { over = true; });
  for (let tenth = 0; tenth < 600; tenth += 1) {
    if (answer()) return;
    if (over) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The demo did not start. It said:\n${said()}`);
}
