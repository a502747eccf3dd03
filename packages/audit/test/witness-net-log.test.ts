import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readNetLog } from '../src/witness/net-log.js';

const folder = mkdtempSync(join(tmpdir(), 'askfirst-net-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TYPES = {
  REQUEST_ALIVE: 2,
  COOKIE_STORE_COOKIE_ADDED: 3,
  COOKIE_STORE_COOKIE_DELETED: 4,
  COOKIE_INCLUSION_STATUS: 5,
  HTTP_TRANSACTION_SEND_REQUEST: 6,
  HTTP_TRANSACTION_READ_RESPONSE_HEADERS: 7,
  HTTP_STREAM_JOB_CONTROLLER: 8,
  URL_REQUEST_REDIRECT_JOB: 9,
  URL_REQUEST_START_JOB: 10,
  SOCKET_ALIVE: 11,
};
const OFFSET = 1_000_000;
const constants = {
  logEventTypes: TYPES,
  netError: { ERR_NAME_NOT_RESOLVED: -105 },
  loadFlag: { PREFETCH: 8 },
  timeTickOffset: `${OFFSET}`,
};
const event = (type: keyof typeof TYPES, time: number, params?: object, id = 1, phase = 1) =>
  JSON.stringify({ ...(params && { params }), phase, source: { id, type: 1 }, time: `${time}`, type: TYPES[type] });
const start = (url: string, time: number, id = 1, more: object = {}) =>
  event(
    'URL_REQUEST_START_JOB',
    time,
    { url, method: 'GET', initiator: 'https://www.shop.example', load_flags: 0, request_type: 'other', ...more },
    id,
  );

let count = 0;
function read(events: string[], end = '],\n"polledData": [{}]\n}\n') {
  const file = join(folder, `${++count}.json`);
  writeFileSync(file, `{"constants":${JSON.stringify(constants)},\n"events": [\n${events.join(',\n')}${end}`);
  return readNetLog(file);
}

test('a request is read with its answer, its cookies and the moment', async () => {
  const cookie = { name: 'id', domain: 'tag.example', path: '/', httponly: true, secure: true, same_site: 'none' };
  const { hops, cookies } = await read([
    event('SOCKET_ALIVE', 50),
    start('https://tag.example/a', 100),
    event('COOKIE_INCLUSION_STATUS', 100, {
      ...cookie,
      name: 'sent',
      operation: 'send',
      status: 'INCLUDE, DO_NOT_WARN',
    }),
    event('COOKIE_INCLUSION_STATUS', 100, {
      ...cookie,
      name: 'kept back',
      operation: 'send',
      status: 'EXCLUDE_SAMESITE',
    }),
    event('HTTP_TRANSACTION_SEND_REQUEST', 101),
    event('HTTP_TRANSACTION_READ_RESPONSE_HEADERS', 120, {
      headers: ['HTTP/1.1 204 No Content', 'set-cookie: id=1; Max-Age=60', 'Set-Cookie: other=2'],
    }),
    event('COOKIE_STORE_COOKIE_ADDED', 121, cookie),
    event('COOKIE_INCLUSION_STATUS', 121, {
      ...cookie,
      operation: 'store',
      status: 'INCLUDE, DO_NOT_WARN',
      partition_key: 'https://shop.example, same-site',
    }),
  ]);
  expect(hops).toEqual([
    {
      source: 1,
      url: 'https://tag.example/a',
      method: 'GET',
      at: OFFSET + 100,
      initiator: 'https://www.shop.example',
      isNavigation: false,
      isPrefetch: false,
      left: true,
      status: 204,
      cookiesSent: ['sent'],
      cookiesSet: ['id'],
    },
  ]);
  expect(cookies).toMatchObject([
    {
      at: OFFSET + 121,
      what: 'added',
      httpOnly: true,
      partitioned: true,
      setBy: { url: 'https://tag.example/a', header: 'id=1; Max-Age=60' },
    },
  ]);
});

test('what the browser asks for itself has no initiator', async () => {
  const { hops } = await read([
    start('https://updates.example/', 1, 1, { initiator: 'not an origin' }),
    start('https://www.shop.example/', 2, 2, { initiator: 'not an origin', request_type: 'main frame' }),
    start('https://www.shop.example/next', 3, 3, { load_flags: 9 }),
  ]);
  expect(hops.map(({ initiator, isNavigation, isPrefetch }) => [initiator, isNavigation, isPrefetch])).toEqual([
    [undefined, false, false],
    [undefined, true, false],
    ['https://www.shop.example', false, true],
  ]);
});

test('only what was sent has left', async () => {
  const { hops } = await read([
    start('https://tag.example/cached', 1, 1),
    start('http://tag.example/upgraded', 2, 2),
    event('HTTP_TRANSACTION_SEND_REQUEST', 3, undefined, 2),
    event('URL_REQUEST_REDIRECT_JOB', 4, undefined, 2),
    start('https://nowhere.example/', 5, 3),
    event('REQUEST_ALIVE', 6, { net_error: -105 }, 3, 2),
  ]);
  expect(hops.map(({ left, failed }) => [left, failed])).toEqual([
    [false, undefined],
    [false, undefined],
    [true, 'ERR_NAME_NOT_RESOLVED'],
  ]);
});

test('a cookie that is overwritten was never away', async () => {
  const cookie = { name: 'id', domain: 'tag.example', path: '/' };
  const { cookies } = await read([
    event('COOKIE_STORE_COOKIE_ADDED', 1, cookie),
    event('COOKIE_STORE_COOKIE_DELETED', 2, { ...cookie, deletion_cause: 'overwrite' }),
    event('COOKIE_STORE_COOKIE_ADDED', 2, cookie),
    event('COOKIE_STORE_COOKIE_DELETED', 3, { ...cookie, deletion_cause: 'explicit' }),
  ]);
  expect(cookies.map(({ what }) => what)).toEqual(['added', 'added', 'removed']);
});

test('connections are read that were opened before anything was asked for', async () => {
  const { preconnects } = await read([
    event('HTTP_STREAM_JOB_CONTROLLER', 1, { url: 'https://fonts.example/', is_preconnect: true }),
    event('HTTP_STREAM_JOB_CONTROLLER', 2, { url: 'https://tag.example/', is_preconnect: false }),
  ]);
  expect(preconnects).toEqual([{ url: 'https://fonts.example/', at: OFFSET + 1 }]);
});

test('a log that breaks off is read up to there', async () => {
  const { hops } = await read(
    [start('https://tag.example/a', 1, 1), start('https://tag.example/b', 2, 2).slice(0, 40)],
    '',
  );
  expect(hops.map(({ url }) => url)).toEqual(['https://tag.example/a']);
});

test('without a log there is an error that names the file', async () => {
  const file = join(folder, 'empty.json');
  writeFileSync(file, '');
  await expect(readNetLog(file)).rejects.toThrow(`The browser wrote no network log to ${file}.`);
});
