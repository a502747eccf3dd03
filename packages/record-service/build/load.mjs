/**
 * How many records a second the service acknowledges on this machine, beside a plain INSERT loop through the same driver on the same
 * database, which is the limit, and beside a service over HTTP that does nothing else. A request has one event or more (`--events`), and
 * each writer waits for its answer. With DATABASE_URL in that PostgreSQL, whose tables it fills; otherwise embedded, in a folder that goes
 * with it.
 *
 * @example npm run build && node packages/record-service/build/load.mjs --writers 1,4,16 --events 1,5 --seconds 5
 * @example DATABASE_URL=postgres://… node packages/record-service/build/load.mjs --events 1
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPlain } from './plain-table.mjs';

const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '1,4,16' },
    events: { type: 'string', default: '1,5' },
    seconds: { type: 'string', default: '5' },
  },
});
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'askfirst-load-'));
const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const eventOf = (recordId, seq) => ({
  v: 1,
  recordId,
  seq,
  at: new Date().toISOString(),
  choices: Object.fromEntries(
    ['analytics', 'marketing'].map((key) => [
      key,
      { granted: true, at: new Date().toISOString(), until: '2099-01-01T00:00:00.000Z', asked: ['ga4', 'hotjar'] },
    ]),
  ),
  policy: '2026-06-22',
  regime: 'europe',
  locale: 'en',
  method: 'banner',
});

/** Each writer does one thing after the other, for some seconds. Each thing stores some events. */
async function measure(writers, write, events = 1) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      while (performance.now() < end) {
        const before = performance.now();
        await write(writer);
        times.push(performance.now() - before);
      }
    }),
  );
  const passed = (performance.now() - start) / 1000;
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)]?.toFixed(1);
  return { rate: Math.round((times.length * events) / passed), p50: at(0.5), p99: at(0.99) };
}

/** A connection that stays open, with one request at a time: cheaper than the service it measures. */
function client(port) {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  let answer = '';
  let resolve;
  socket.setEncoding('latin1').on('data', (text) => {
    answer += text;
    const head = answer.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
    if (head < 0 || answer.length < head + 4 + length) return;
    const status = answer.slice(9, 12);
    const said = answer;
    answer = '';
    if (status === '200') resolve();
    else throw new Error(said);
  });
  return {
    post(body) {
      socket.write(
        `POST /v1/default/events HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: http://localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return new Promise((done) => {
        resolve = done;
      });
    },
    close: () => socket.destroy(),
  };
}

const config = join(folder, 'config.json');
writeFileSync(config, JSON.stringify({ limits: { requestsPerMinute: 100_000_000 } }));
const SERVICE = [
  pathOf('../dist/command/record-service.js'),
  ...['--port', '0', '--config', config, '--data', join(folder, 'data')],
];
const PLAIN_SERVICE = [pathOf('plain-service.mjs'), join(folder, 'plain')];

/** @param {string[]} command for Node */
async function startService(command) {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((done) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /Consent records: http:\/\/[^:]+:(\d+)/.exec(said);
      if (found) done(Number(found[1]));
    });
  });
  return {
    port,
    memory: () =>
      Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024),
    stop: () =>
      new Promise((done) => {
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  };
}

const say = (what, { rate, p50, p99 }, more = '') =>
  console.log(`${what.padEnd(40)} ${String(rate).padStart(6)} a second   p50 ${p50} ms   p99 ${p99} ms${more}`);

async function measureInserts(writers) {
  const { insert, close } = await openPlain(join(folder, 'plain'), writers);
  const result = await measure(writers, () => insert(eventOf(randomUUID(), Date.now())));
  await close();
  return result;
}

async function measureService(command, writers, events) {
  const service = await startService(command);
  const clients = Array.from({ length: writers }, () => client(service.port));
  const write = (writer) =>
    clients[writer].post(JSON.stringify(Array.from({ length: events }, () => eventOf(randomUUID(), Date.now()))));
  // What the compiler of V8 has not seen yet is slow.
  for (let count = 0; count < 300; count += 1) await write(0);
  const result = await measure(writers, write, events);
  const memory = service.memory();
  for (const each of clients) each.close();
  await service.stop();
  return { ...result, memory };
}

const numbersOf = (list) => list.split(',').map(Number);
for (const writers of numbersOf(values.writers)) {
  const plain = await measureInserts(writers);
  say(`${writers} writers, plain INSERT`, plain);
  const compare = async (name, command, events) => {
    const served = await measureService(command, writers, events);
    const share = Math.round((100 * served.rate) / plain.rate);
    say(`${writers} writers, ${name}, ${events} each`, served, `   ${served.memory} MB   ${share} %`);
  };
  await compare('plain INSERT by HTTP', PLAIN_SERVICE, 1);
  for (const events of numbersOf(values.events)) await compare('service', SERVICE, events);
}
rmSync(folder, { recursive: true, force: true });
