// The server is killed in the middle of saves: nothing that was acknowledged is lost, nothing is saved twice.
//
//   proofs/kill/run       6 kills on encrypted SQLite and 6 on PostgreSQL
//   BROBYGGER_TEST_FULL=1 200 on each
//
// Eight people write contacts as fast as the server takes them, each form with its key. `kill -9` comes at a moment of chance. The
// server starts again, and whoever had no answer sends the same form once more, as a browser's user does. In the end every form has
// had one effect: the contacts of each citizen are those of the forms, and the log's chain is whole.
//
// The control sends a form a second time under another key: then there is one contact too many, and this is found.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KILLS = process.env.BROBYGGER_TEST_FULL ? 200 : 6;
const WRITERS = 8;
/** The longest that the server may take until it answers again, in milliseconds. */
const RESTART = 2_000;
const DAY = '2015-11-23';
const bin = process.env.BROBYGGER_BIN ?? fail('BROBYGGER_BIN names the executable; run this through ./test proofs');

function fail(why) {
  console.error(`proofs/kill: ${why}`);
  process.exit(1);
}

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** The server: started, killed, started again on the same address. */
class Server {
  constructor(place, port) {
    this.place = place;
    this.address = `http://127.0.0.1:${port}`;
    this.port = port;
    process.once('exit', () => this.child?.kill('SIGKILL'));
  }

  /** Starts it and gives the milliseconds until it answered. */
  async start() {
    const began = performance.now();
    this.child = spawn(bin, ['serve', '--demo', '--today', DAY, '--listen', `127.0.0.1:${this.port}`, ...this.place], { stdio: 'ignore' });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    for (;;) {
      const answer = await fetch(`${this.address}/sundhed`).catch(() => undefined);
      if (answer?.ok) return performance.now() - began;
      if (performance.now() - began > 30_000) fail('the server does not start again');
      await pause(10);
    }
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

/** Somebody signed in. */
class Writer {
  constructor(server, name, password) {
    Object.assign(this, { server, name, password, cookie: '', sent: 0, acknowledged: 0, again: 0, open: undefined });
  }

  async ask(path, form) {
    const headers = { cookie: this.cookie, origin: this.server.address, 'sec-fetch-site': 'same-origin' };
    const body = form && new URLSearchParams(form);
    const answer = await fetch(this.server.address + path, { method: form ? 'POST' : 'GET', headers, body, redirect: 'manual' });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    return { status: answer.status, text: await answer.text() };
  }

  async signIn() {
    const { status } = await this.ask('/log-ind', { brugernavn: this.name, adgangskode: this.password });
    if (status !== 303) fail(`${this.name} cannot sign in: ${status}`);
  }

  async chooses() {
    const { text } = await this.ask('/mine-borgere');
    this.citizen = /href="(\/borger\/[0-9a-f-]{36})"/.exec(text)?.[1] ?? fail(`${this.name} has no citizen`);
    this.before = await this.contacts();
  }

  /** How many contacts the citizen's page counts. */
  async contacts() {
    const { text } = await this.ask(this.citizen);
    return Number(/vis=kontakter"[^>]*>Kontakter (\d+)</.exec(text)?.[1] ?? 0);
  }

  /** A form as the page gives it, filled in. */
  async form() {
    const { text } = await this.ask(`${this.citizen}/kontakt`);
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    const kept = Object.fromEntries(hidden.filter(([name]) => !['sprog', 'til'].includes(name)));
    return { ...kept, dato: '0', slags: 'opkald', min: '10', hvor: 'telefon', med: 'borger', behold: 'ja', note: `Samtale ${this.sent}` };
  }

  /** Sends a form until it is answered, on whichever start of the server. */
  async sends(form) {
    for (let times = 0; ; times += 1) {
      const answer = await this.ask(`${this.citizen}/kontakt`, form).catch(() => undefined);
      if (answer?.status === 303) {
        this.again += times > 0 ? 1 : 0;
        return;
      }
      if (answer && answer.status < 500) fail(`a contact was answered with ${answer.status}`);
      await pause(20);
    }
  }

  /** Writes until told to stop. A form without an answer is sent again. */
  async writes(until) {
    while (!until()) {
      const form = await this.form().catch(() => undefined);
      if (!form?.noegle) {
        await pause(20);
        continue;
      }
      this.sent += 1;
      await this.sends(form);
      this.acknowledged += 1;
    }
  }
}

async function proves(name, place) {
  execFileSync(bin, ['init', ...place], { stdio: 'ignore' });
  const seeded = execFileSync(bin, ['seed', '--citizens', '200', '--programmes', '1', '--format', 'json', ...place], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const { workers, password } = JSON.parse(seeded);
  const server = new Server(place, await freePort());
  await server.start();
  const writers = [];
  for (const worker of workers.slice(0, WRITERS)) {
    const writer = new Writer(server, worker, password);
    await writer.signIn();
    await writer.chooses();
    writers.push(writer);
  }

  let over = false;
  const writing = Promise.all(writers.map((writer) => writer.writes(() => over)));
  const restarts = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(100 + Math.random() * 500);
    await server.kill();
    restarts.push(await server.start());
  }
  await pause(300);
  over = true;
  await writing;

  let faults = 0;
  for (const writer of writers) {
    const there = (await writer.contacts()) - writer.before;
    if (there !== writer.sent) {
      faults += 1;
      console.error(`  ${writer.name}: ${writer.sent} forms, ${there} contacts`);
    }
  }
  const [first] = writers;
  const form = await first.form();
  await first.sends(form);
  await first.sends({ ...form, noegle: form.noegle.replace(/.{12}$/, '0123456789ab') });
  const controlFound = (await first.contacts()) - first.before !== first.sent + 1;

  await server.stop();
  execFileSync(bin, ['audit', 'verify', ...place], { stdio: 'ignore' });
  const sum = (of) => writers.reduce((total, writer) => total + writer[of], 0);
  const slowest = Math.max(...restarts);
  console.log(`  ${name}: ${KILLS} kills under ${WRITERS} writers, ${sum('acknowledged')} saves acknowledged, ${sum('again')} of them sent again, ${faults} citizens with another number of contacts; the slowest restart ${Math.round(slowest)} ms; the log is whole; control ${controlFound ? 'found' : 'NOT found'}`);
  if (faults > 0) fail(`${name}: saves were lost or made twice`);
  if (!controlFound) fail(`${name}: a save made twice would not have been noticed`);
  if (sum('again') === 0) fail(`${name}: no save was under way when the server was killed, so nothing was proved`);
  if (slowest > RESTART) fail(`${name}: the server took ${Math.round(slowest)} ms to answer again`);
}

const folder = mkdtempSync(join(tmpdir(), 'brobygger-kill-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await proves('SQLite', ['--data', join(folder, 'data'), '--key-file', join(folder, 'key')]);

const postgres = process.env.BROBYGGER_TEST_POSTGRES ?? fail('BROBYGGER_TEST_POSTGRES names the database server; run this through ./test proofs');
const database = `kill_${process.pid}`;
const psql = (sql) => execFileSync('psql', [postgres, '-qc', sql], { stdio: 'ignore' });
psql(`CREATE DATABASE ${database}`);
process.once('exit', () => { try { psql(`DROP DATABASE ${database} WITH (FORCE)`); } catch { /* it lies in a server that ends with the test */ } });
await proves('PostgreSQL', ['--database-url', postgres.replace(/[^/]*$/, database), '--key-file', join(folder, 'postgres-key')]);
