/** What a hostile caller sends gets a clear answer, costs little, and the service goes on. On the wire, against the built command. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, exportedEntries, post, type RunningCommand, startCommand } from '../command.js';
import { ADMIN, firstEvent, ORIGIN } from '../service.js';

const START_MS = 120_000;
/** Slow machines run several suites side by side; what is not cheap takes minutes. */
const CHEAP_MS = 5000;
/** Megabytes. */
const CHEAP_MB = 64;

type Body = string | Buffer;
const LIST = '[]';
const list = (more: object): string => JSON.stringify([firstEvent({ recordId: 'hostile', seq: 5, ...more })]);
const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));
const deep = (open: string, count: number, close: string) => open.repeat(count) + close.repeat(count);
const around = (middle: Buffer): Buffer => {
  const [before = '', after = ''] = list({ policy: 'CUT' }).split('CUT');
  return Buffer.concat([Buffer.from(before), middle, Buffer.from(after)]);
};
const bearer = { authorization: `Bearer ${ADMIN}` };

describe('a hostile caller', () => {
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-wire-'));
  let service: RunningCommand;
  /** Connections on which a request never ends. */
  const slow: { socket: Socket; closed: Promise<string>; since: number }[] = [];

  const send = (
    body: Body | undefined,
    headers: Record<string, string> = {},
    path = '/v1/shop/events',
    method = 'POST',
  ) =>
    ask(service.address, path, {
      method,
      headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
    });
  /** It hangs up on a body that is too large, and then its answer may be lost: who waits with the body hears it. */
  const sendLarge = async (body: Body): Promise<Answer> => {
    const answer = await send(body);
    const headers = { origin: ORIGIN, 'content-type': 'application/json' };
    return answer.status
      ? answer
      : ask(service.address, '/v1/shop/events', { method: 'POST', headers, bytesToCome: body.length });
  };
  const refusalOf = ({ status, text }: Answer) => {
    const { error, message } = JSON.parse(text);
    expect(message).toMatch(/^[A-Z].*\.$/s);
    return [status, error];
  };
  /** Memory of the process in megabytes. */
  const memory = () =>
    Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))?.[1]) / 1024;

  beforeAll(async () => {
    service = await startCommand(folder);
    const { hostname, port } = new URL(service.address);
    for (let count = 0; count < 300; count += 1) {
      const socket = connect(Number(port), hostname);
      const head = `POST /v1/shop/events HTTP/1.1\r\nhost: x\r\norigin: ${ORIGIN}\r\ncontent-type: application/json\r\n`;
      // Some never end the headers, the others the body.
      socket.write(count % 2 ? head : `${head}content-length: 1000\r\n\r\n[`);
      let said = '';
      socket.on('data', (text) => {
        said += text;
      });
      socket.on('error', () => {});
      slow.push({ socket, since: Date.now(), closed: new Promise((done) => socket.once('close', () => done(said))) });
    }
    expect((await post(service.address, [firstEvent()])).status).toBe(200);
  }, START_MS);
  afterAll(async () => {
    for (const { socket } of slow) socket.destroy();
    await service?.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const BODIES: readonly [string, number, string, () => Body, Record<string, string>?][] = [
    ['half of a list', 400, 'no-json', () => '[{"v":1'],
    ['a form', 415, 'no-json', () => LIST, { 'content-type': 'multipart/form-data; boundary=x' }],
    [
      'a compressed bomb',
      415,
      'compressed',
      () => gzipSync(Buffer.alloc(50_000_000, 0x20)),
      { 'content-encoding': 'gzip' },
    ],
    ['50 MB', 413, 'too-large', () => Buffer.alloc(50_000_000, 0x5b)],
    [
      'more than the limit, without a length',
      413,
      'too-large',
      () => Buffer.alloc(200_000, 0x5b),
      { 'transfer-encoding': 'chunked' },
    ],
    ['a million keys', 413, 'too-large', () => `[{${many(1e6, (index) => `"k${index}":1`)}}]`],
    ['as many keys as the limit takes', 400, 'invalid', () => `[{${many(12_000, (index) => `"k${index}":1`)}}]`],
    [
      'as many choices as the limit takes',
      400,
      'invalid',
      () => list({ choices: Object.fromEntries(many(8000, (index) => `k${index}`).map((key) => [key, {}])) }),
    ],
    ['as many events as the limit takes', 413, 'too-many', () => `[${many(30_000, () => '{}')}]`],
    ['deep lists', 400, 'invalid', () => deep('[', 60_000, ']')],
    ['deep objects', 400, 'invalid', () => `[${deep('{"a":', 18_000, '}').replace(':}', ':1}')}]`],
    ['no UTF-8', 400, 'no-json', () => around(Buffer.from([0xff]))],
    ['half a character of UTF-8', 400, 'no-json', () => around(Buffer.from([0xc3]))],
    ['another of them', 400, 'no-json', () => '[{"constructor":{"prototype":{}}}]'],
    ['a seq without end', 400, 'invalid', () => list({}).replace('"seq":5', '"seq":1e400')],
    ['a seq that no number can be', 400, 'invalid', () => list({}).replace('"seq":5', '"seq":9007199254740993')],
    ['a seq as text', 400, 'invalid', () => list({ seq: '5' })],
    ['a time to come', 422, 'ahead', () => list({ at: '2999-01-01T00:00:00.000Z' })],
    ['a time that there is not', 422, 'ahead', () => list({ at: '2026-99-99T00:00:00.000Z' })],
    ['a replay with other content', 409, 'conflict', () => JSON.stringify([firstEvent({ policy: 'another' })])],
  ];
  test.each(BODIES)('sends %s: %i %s', async (_, status, code, body, headers) => {
    const before = memory();
    const bytes = body();
    const start = Date.now();
    const answer = await (status === 413 ? sendLarge(bytes) : send(bytes, headers));
    expect(refusalOf(answer)).toEqual([status, code]);
    expect(Date.now() - start).toBeLessThan(CHEAP_MS);
    expect(memory() - before).toBeLessThan(CHEAP_MB);
  });

  test.each([
    'null',
    'http://shop.example',
    'https://shop.example:444',
    'https://shop.example.evil.example',
    'https://evil.example/https://shop.example',
    'https://shop.example, https://evil.example',
    'http://localhost',
    '',
  ])('comes from the origin "%s": 403', async (origin) => {
    expect(refusalOf(await send(LIST, { origin }))).toEqual([403, 'origin']);
  });

  test.each([
    ['/v1/another/events', 404],
    ['/v1/__proto__/events', 404],
    ['/v1/constructor/events', 404],
    ['/v1/other%2f..%2fshop/events', 404],
    ['/v1/shop%00/events', 404],
    ['/v1/%ff/events', 400],
    ['/v1/shop/events/', 404],
    [`/v1/${'a'.repeat(5000)}/events`, 414],
  ])('asks for the address %s: %i', async (path, status) => {
    const answer = await send(LIST, {}, path);
    expect(refusalOf(answer)[0]).toBe(status);
    expect(answer.text.length).toBeLessThan(300);
  });

  test('gives values that no database can keep: 400', async () => {
    const get = (path: string) => send(undefined, bearer, path, 'GET');
    expect(refusalOf(await get('/v1/shop/subjects/%00'))).toEqual([400, 'value']);
    expect(refusalOf(await send('{"subject":"\\u0000"}', bearer, '/v1/shop/erasures'))).toEqual([400, 'value']);
    // It is in the notation of ECMAScript, which PostgreSQL does not read.
    const late = '{"subject":"nobody","keepUntil":"+275760-09-13T00:00:00.000Z"}';
    expect((await send(late, bearer, '/v1/shop/erasures')).text).toBe('{"records":0,"dueAt":null}');
    const event = list({ recordId: 'late', keepUntil: '+275760-09-13T00:00:00.000Z' });
    expect((await send(event)).text).toBe('{"stored":1,"known":0}');
  });

  test('tries SQL, formulas and lines of a log: they are kept as texts', async () => {
    const injections = [
      "'); drop table entries; --",
      '\\"; select pg_sleep(10); --',
      '$1::text',
      '=HYPERLINK("https://evil.example")',
      '{"error":"forged"}',
      '%00%0d%0aset-cookie: a=b',
    ];
    const events = injections.map((policy, index) => firstEvent({ recordId: `injection-${index}`, policy }));
    expect(JSON.parse((await post(service.address, events)).text)).toEqual({ stored: injections.length, known: 0 });
    const kept = (await exportedEntries(service.address)).map(({ event }) => event?.policy);
    for (const injection of injections) expect(kept).toContain(injection);
    const csv = (await send(undefined, bearer, '/v1/shop/export?format=csv', 'GET')).text;
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });

  test('holds connections open and sends nothing more: each is closed, and others are served meanwhile', async () => {
    const endings = await Promise.all(slow.map(({ closed }) => closed));
    for (const ending of endings) expect(ending).toMatch(/^HTTP\/1\.1 408 /);
    expect((await post(service.address, [firstEvent({ seq: 1_795_253_400_009 })])).status).toBe(200);
  }, 60_000);

  test('finds nothing of all this in the log', () => {
    expect(service.said()).not.toMatch(/error|warn|hostile|forged|127\.0\.0\.1(?!:\d)/i);
  });
});
