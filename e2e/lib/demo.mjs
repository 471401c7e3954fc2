// The demo: started, read and stopped.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The demo that the run has started, as each journey sees it: its address and its people. */
export function theDemo() {
  const told = process.env.BROBYGGER_DEMO;
  if (!told) throw new Error('start the journeys with `node e2e/run.mjs`');
  return JSON.parse(told);
}

/** Starts the demo in a folder of its own and waits until it has told its address and sign-ins. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'brobygger-e2e-'));
  const child = spawn(executable(), ['demo', '--port', String(await freePort()), '--data', join(folder, 'data'), '--key-file', join(folder, 'key')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let wrong = '';
  child.stdout.on('data', (text) => { said += text; });
  child.stderr.on('data', (text) => { wrong += text; });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  process.once('exit', () => child.kill('SIGKILL'));

  const address = await told(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0], ended, () => `${said}${wrong}`);
  const people = await told(() => (peopleIn(said).length > 0 && said.includes('\n\n', said.lastIndexOf(peopleIn(said).at(-1).password)) ? peopleIn(said) : undefined), ended, () => said);
  return {
    address,
    people,
    /** Asks the demo to stop; gives a sentence where it does not do so well. */
    async stop() {
      child.kill('SIGTERM');
      const code = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('nothing after 10 s'), 10_000).unref())]);
      if (code !== 0) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      return code === 0 ? undefined : `The demo was asked to stop and answered ${code}\n${wrong}`;
    },
  };
}

/** The sign-ins among the lines: user name, password, role in words, in columns. */
function peopleIn(text) {
  return [...text.matchAll(/^ {2,}([a-z][a-z0-9._-]*) {2,}(\S.{13,}?\S) {2,}(\S.*)$/gm)].map(([, name, password, role]) => ({ name, password, role: role.trim() }));
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

/** Waits until `answer` gives something, at most a minute and only while the program runs. */
async function told(answer, ended, said) {
  let over = false;
  ended.then(() => { over = true; });
  for (let tenth = 0; tenth < 600; tenth += 1) {
    const value = answer();
    if (value !== undefined) return value;
    if (over) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The demo did not tell its address and sign-ins. It said:\n${said()}`);
}
