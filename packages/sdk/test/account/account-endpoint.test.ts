import { afterEach, expect, test, vi } from 'vitest';
import { accountEndpoint } from '../../src/account/account-endpoint.js';
import { accountInRecords } from '../../src/account/account-in-records.js';
import type { ConsentRecord } from '../../src/policy/types.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const answers = (text: string | null, status: number, headers: Record<string, string> = {}) => {
  const given: Response[] = [];
  const fetched = vi.fn(async (_: string, _init: RequestInit) => {
    const answer = new Response(text, { status, headers });
    given.push(answer);
    return answer;
  });
  vi.stubGlobal('fetch', fetched);
  return { given, fetched };
};
const RECORD = { v: 1 } as unknown as ConsentRecord;
const ETAG = { etag: '"1"' };

test.each([
  ['a record without an ETag', '{}', 200, {}, 'GET without an ETag. On another origin'],
  ['a sign-in page', '<html>', 200, {}, 'GET with what is no JSON'],
  ['nothing with 200', '', 200, ETAG, 'GET with what is no JSON. It has to be the record, or 204'],
  ['an error', '', 500, {}, 'GET with 500. It has to be 200 with the record, or 204'],
])('loading names %s', async (_, text, status, headers, expected) => {
  answers(text, status, headers);
  await expect(accountEndpoint('/api').load()).rejects.toThrow(`/api answered ${expected}`);
});

test.each([204, 404])('%i says that there is no record yet, and needs no ETag', async (status) => {
  answers(null, status);
  expect(await accountEndpoint('/api').load()).toBeNull();
});

test('saving names the version that was loaded, and reads the answer', async () => {
  const store = accountEndpoint('/api');
  answers('{"v":1}', 200, ETAG);
  expect(await store.load()).toEqual(RECORD);
  const { given, fetched } = answers('{"stored":true}', 200);
  expect(await store.save(RECORD)).toBe(true);
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ 'if-match': '"1"' });
  expect(given[0]?.bodyUsed, 'else a page may not send more than 64 KiB').toBe(true);
  answers(null, 412);
  expect(await store.save(RECORD)).toBe(false);
  answers(null, 409);
  await expect(store.save(RECORD)).rejects.toThrow(
    '/api answered PUT with 409. It has to be 2xx once it is stored, or 412',
  );
});

test('a token that the record service does not take is named', async () => {
  answers('{}', 401);
  await expect(accountInRecords('https://r.example/v1/shop', 'ann', () => 'old').load()).rejects.toThrow(
    'token() has to return a token of this account',
  );
});
