/** Who may read, and who may not: of what one site keeps, nobody else learns anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openEmbedded } from '../../src/index.js';
import { ADMIN, firstEvent, ORIGIN, SECRET, send, startService } from '../service.js';

const OTHER_SECRET = 'secret-of-the-other-site-with-32-characters';
const SHOP_ADMIN = 'admin-token-of-the-site-shop-with-32-characters';
const OTHER_ADMIN = 'admin-token-of-the-site-other-with-32-characters';
const SITES = {
  shop: { origins: [ORIGIN], secret: SECRET, adminToken: SHOP_ADMIN },
  other: { origins: [ORIGIN], secret: OTHER_SECRET, adminToken: OTHER_ADMIN },
};

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const sign = (claims: JWTPayload, secret = SECRET, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(Buffer.from(secret));
const ADA = { sub: 'ada', exp: seconds(600) };
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

type Service = Awaited<ReturnType<typeof startService>>;
const get = ({ app }: Service, url: string, token?: string) =>
  app.inject({ method: 'GET', url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

describe('strangers', () => {
  let service: Service;
  const complaints: string[] = [];
  beforeAll(async () => {
    service = await startService({ sites: SITES, complain: (line) => complaints.push(line) });
    const event = { ...firstEvent({ recordId: 'of-ada' }), subject: 'ada' };
    expect((await send(service.app, [event], { authorization: `Bearer ${await sign(ADA)}` })).statusCode).toBe(200);
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await service.database.close();
  });

  test.each([
    ['alg: none', async () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(ADA)}.`],
    ['another key', () => sign(ADA, 'another-secret-with-at-least-32-characters')],
    ["another site's key", () => sign(ADA, OTHER_SECRET)],
    ['another algorithm', () => sign(ADA, SECRET, 'HS512')],
    ['an end in the past', () => sign({ ...ADA, exp: seconds(-60) })],
    ['no end', () => sign({ sub: 'ada' })],
    ['no account', () => sign({ exp: ADA.exp })],
    ['a beginning in the future', () => sign({ ...ADA, nbf: seconds(600) })],
    ['another account', () => sign({ ...ADA, sub: 'bob' })],
    ['the account in capitals', () => sign({ ...ADA, sub: 'ADA' })],
    ['a changed payload', async () => (await sign(ADA)).replace(/\.[^.]+\./, `.${base64({ ...ADA, sub: 'bob' })}.`)],
    ['no signature', async () => (await sign(ADA)).replace(/\.[^.]+$/, '.')],
    ['nothing in it', async () => ''],
    ["the other site's admin token", async () => OTHER_ADMIN],
    ['half of the admin token', async () => ADMIN.slice(0, -1)],
  ])('a token with %s opens nothing', async (_, make) => {
    const token = await make();
    const read = await get(service, '/v1/shop/subjects/ada', token);
    expect([read.statusCode, read.body.includes('of-ada')]).toEqual([401, false]);
    for (const url of ['subjects/ada/verify', 'export', 'statistics', 'page'])
      expect((await get(service, `/v1/shop/${url}`, token)).statusCode).toBe(401);
  });

  test('each token opens what it is for, so that the refusals above are about the tokens', async () => {
    for (const token of [ADMIN, SHOP_ADMIN, await sign(ADA)])
      expect((await get(service, '/v1/shop/subjects/ada', token)).body).toContain('of-ada');
    for (const token of [ADMIN, SHOP_ADMIN])
      expect((await get(service, '/v1/shop/export', token)).body).toContain('of-ada');
    expect((await get(service, '/v1/shop/export', await sign(ADA))).statusCode).toBe(401);
  });

  test.each(['Basic YTpi', 'Bearer', `Bearer ${ADMIN} more`, `Token ${ADMIN}`, ADMIN])(
    'the header "%s" is no key',
    async (authorization) => {
      for (const url of ['/v1/shop/export', '/v1/shop/subjects/ada'])
        expect((await service.app.inject({ url, headers: { authorization } })).statusCode).toBe(401);
    },
  );

  /** In all routes there are, so that one that is added is tested as well. */
  const folder = fileURLToPath(new URL('../../src/http', import.meta.url));
  const routes = readdirSync(folder).flatMap((name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    return [...source.matchAll(/app\.(get|post)(?:<.*>)?\(\s*'(\/v1\/[^']+)'/g)].map(([, method, url]) => ({
      method: (method as string).toUpperCase() as 'GET' | 'POST',
      url: url as string,
    }));
  });
  /** Anybody may send events, and read hashes of days. */
  const PUBLIC = ['POST /v1/:site/events', 'GET /v1/:site/roots'];
  test.each(routes.filter(({ method, url }) => !PUBLIC.includes(`${method} ${url}`)))(
    '$method $url is closed without a token, and with one of another site',
    async ({ method, url }) => {
      const address = url.replace(':site', 'shop').replace(/:\w+/g, 'ada');
      for (const token of [null, OTHER_ADMIN, await sign(ADA, OTHER_SECRET)]) {
        const answer = await service.app.inject({
          method,
          url: address,
          headers: { origin: ORIGIN, ...(token !== null && { authorization: `Bearer ${token}` }) },
          ...(method === 'POST' && { payload: { subject: 'ada' } }),
        });
        expect([answer.statusCode, answer.body.includes('of-ada')]).toEqual([401, false]);
      }
    },
  );
  test('the list above is read from the routes', () => expect(routes.length).toBeGreaterThan(6));

  test('an account of one site is nobody at another', async () => {
    const token = await sign(ADA, OTHER_SECRET);
    const admin = await get(service, '/v1/other/subjects/ada', OTHER_ADMIN);
    const own = await get(service, '/v1/other/subjects/ada', token);
    for (const answer of [admin, own]) expect([answer.statusCode, answer.json().chains]).toEqual([200, []]);
    for (const path of ['/v1/other/subjects/..%2f..%2fshop%2fsubjects%2fada', '/v1/other/../shop/subjects/ada'])
      expect((await get(service, path, OTHER_ADMIN)).body).not.toContain('of-ada');
    const erasure = await service.app.inject({
      method: 'POST',
      url: '/v1/other/erasures',
      headers: { authorization: `Bearer ${OTHER_ADMIN}` },
      payload: { subject: 'ada' },
    });
    expect(erasure.json()).toEqual({ records: 0, dueAt: null });
  });

  test('who knows the id of a record learns nothing, and cannot claim it for an account', async () => {
    const claim = { ...firstEvent({ recordId: 'of-ada', seq: 1_795_253_400_005 }), subject: 'mallory' };
    const mallory = `Bearer ${await sign({ ...ADA, sub: 'mallory' })}`;
    expect((await send(service.app, [claim], { authorization: mallory })).json()).toEqual({ stored: 1, known: 0 });
    // Of another site: a record of its own.
    expect((await send(service.app, [claim], {}, 'other')).json()).toEqual({ stored: 1, known: 0 });
    const own = await get(service, '/v1/shop/subjects/mallory', await sign({ ...ADA, sub: 'mallory' }));
    expect(own.json().chains).toEqual([]);
    // A name that nobody vouches for counts for nothing.
    const forged = { ...firstEvent({ recordId: 'forged' }), subject: 'ada' };
    expect((await send(service.app, [forged])).statusCode).toBe(200);
    const chains = (await get(service, '/v1/shop/subjects/ada', SHOP_ADMIN)).json().chains;
    expect(chains.map(({ record }: { record: string }) => record)).toEqual(['of-ada']);
  });

  test('a wrong token is answered as fast, however much of it is right', async () => {
    const times = async (token: string) => {
      const list: number[] = [];
      for (let count = 0; count < 200; count += 1) {
        const start = process.hrtime.bigint();
        await get(service, '/v1/shop/statistics', token);
        list.push(Number(process.hrtime.bigint() - start));
      }
      return list.sort((one, other) => one - other)[100] as number;
    };
    const [none, nearly] = [await times('x'.repeat(ADMIN.length)), await times(`${ADMIN.slice(0, -1)}x`)];
    expect(Math.max(none, nearly) / Math.min(none, nearly)).toBeLessThan(2);
  });

  test('no address and no browser stands in the database or in the log', async () => {
    const headers = {
      'x-forwarded-for': '203.0.113.9',
      'user-agent': 'Browser-of-the-tests',
      referer: 'https://shop.example/secret',
    };
    await send(service.app, [firstEvent({ recordId: 'somebody' })], headers);
    await service.app.inject({
      url: '/v1/shop/subjects/%00',
      headers: { ...headers, authorization: `Bearer ${ADMIN}` },
    });
    const tables = await service.database.query<{ name: string }>(
      "select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    let text = complaints.join();
    for (const { name } of tables) {
      const rows = await service.database.query<{ row: string }>(`select t::text as row from ${name} t`);
      text += rows.map(({ row }) => row).join('\n');
    }
    expect(text).toContain('somebody');
    expect(text).not.toMatch(/203\.0\.113\.9|127\.0\.0\.1|Browser-of-the-tests|secret/);
  });
});

describe('the rate limit', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmbedded();
  }, 120_000);
  afterAll(() => database.close());
  const statuses = async (options: object, headers: (count: number) => Record<string, string>) => {
    const service = await startService({ ...options, database, limits: { requestsPerMinute: 3 } });
    const answers = [];
    for (let count = 0; count < 5; count += 1) answers.push((await send(service.app, [], headers(count))).statusCode);
    await service.close();
    return answers;
  };
  const LIMITED = [200, 200, 200, 429, 429];

  test('holds, whatever a caller says of where it comes from', async () => {
    const from = (count: number) => ({
      'x-forwarded-for': `203.0.113.${count}`,
      forwarded: `for=203.0.113.${count}`,
      'x-real-ip': `203.0.113.${count}`,
    });
    expect(await statuses({}, from)).toEqual(LIMITED);
  });

  test('counts what the proxy adds, not what a caller put before it', async () => {
    const proxy = { trustProxy: '127.0.0.1' };
    const lie = (count: number) => ({ 'x-forwarded-for': `198.51.100.${count}, 203.0.113.9` });
    expect(await statuses(proxy, lie)).toEqual(LIMITED);
    const others = (count: number) => ({ 'x-forwarded-for': `203.0.113.${count}` });
    expect(await statuses(proxy, others)).toEqual([200, 200, 200, 200, 200]);
  });
});
