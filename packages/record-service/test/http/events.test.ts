import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { START_MS } from '../databases.js';
import { ADMIN, firstEvent, ORIGIN, SECRET, secondEvent, send, startService } from '../service.js';

const DAY = 86_400_000;

describe('events', () => {
  let service: Awaited<ReturnType<typeof startService>>;
  const said: string[] = [];
  let count = 0;
  const newRecord = () => `record-${(count += 1)}`;
  const rows = async (): Promise<number> => {
    const [row] = await service.database.query<{ count: number }>('select count(*)::int as count from entries');
    return row?.count as number;
  };
  const tokenOf = (subject: string, secret = SECRET, ends = '5m') =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(subject)
      .setExpirationTime(ends)
      .sign(Buffer.from(secret));
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const read = (subject: string, token?: string, site = 'shop') =>
    service.app.inject({
      url: `/v1/${site}/subjects/${subject}`,
      ...(token !== undefined && { headers: bearer(token) }),
    });

  beforeAll(async () => {
    service = await startService({ complain: (line) => said.push(line) });
  }, START_MS);
  afterAll(async () => {
    await service?.close();
    await service?.database.close();
    // Nothing here is a mistake of the service.
    expect(said).toEqual([]);
  }, START_MS);

  test('of both formats are stored once', async () => {
    const recordId = newRecord();
    const events = [firstEvent({ recordId }), secondEvent({ recordId, seq: 1_795_253_400_001 })];
    expect((await send(service.app, events)).json()).toEqual({ stored: 2, known: 0 });
    expect((await send(service.app, events)).json()).toEqual({ stored: 0, known: 2 });
  });

  const million = `[{${Array.from({ length: 1_000_000 }, (_, key) => `"${key}":1`).join()}}]`;
  const deep = JSON.stringify([firstEvent()]).replace(
    '"policy":"2026-06-22"',
    `"policy":${'['.repeat(9e3)}${']'.repeat(9e3)}`,
  );
  const nested = () => {
    let choice: object = {
      granted: true,
      at: '2026-11-21T09:30:00.000Z',
      until: '2026-11-21T09:30:00.000Z',
      asked: [],
    };
    for (let level = 0; level < 500; level += 1) choice = { ...choice, services: { a: choice } };
    return { ...firstEvent(), choices: { analytics: choice } };
  };
  test.each<[string, unknown, number, string]>([
    ['no JSON', '[{]', 400, 'no-json'],
    ['nothing', '', 400, 'no-json'],
    ['bytes', '\u0000\u0001\u0002', 400, 'no-json'],
    ['no list', {}, 400, 'no-list'],
    ['a list of lists', [[]], 400, 'invalid'],
    ['a list of null', [null], 400, 'invalid'],
    ['a field more', [firstEvent({ ip: '192.0.2.1' })], 400, 'invalid'],
    ['a field less', [firstEvent({ choices: undefined })], 400, 'invalid'],
    ['a format to come', [firstEvent({ format: 3 })], 400, 'invalid'],
    ['fields of format 2 without it', [{ ...secondEvent(), format: undefined }], 400, 'invalid'],
    ['a number that is none', [firstEvent({ seq: 1.5 })], 400, 'invalid'],
    ['NUL', [firstEvent({ policy: 'a\u0000b' })], 400, 'invalid'],
    ['half a character', [firstEvent({ policy: 'a\ud800b' })], 400, 'invalid'],
    ['a prototype', '[{"__proto__":{"a":1}}]', 400, 'no-json'],
    ['a deep one', deep, 400, 'invalid'],
    ['a million keys', million, 413, 'too-large'],
    ['100,000 bytes of keys', `[{${Array.from({ length: 12_000 }, (_, key) => `"${key}":1`).join()}}]`, 400, 'invalid'],
    ['a nested one', [nested()], 400, 'invalid'],
    ['too many', Array.from({ length: 101 }, () => firstEvent()), 413, 'too-many'],
    ['one from a time to come', [firstEvent({ at: new Date(Date.now() + 3 * DAY).toISOString() })], 422, 'ahead'],
    ['one from the year 10000', [firstEvent({ at: '+010000-01-01T00:00:00.000Z' })], 422, 'ahead'],
  ])('refuses %s', async (_, body, status, code) => {
    const before = await rows();
    const answer = await send(service.app, body);
    expect([answer.statusCode, answer.json().error]).toEqual([status, code]);
    expect(answer.json().message).toMatch(/[.]$|JSON|body/i);
    expect(await rows()).toBe(before);
  });

  test('refuses one and takes its neighbours', async () => {
    const recordId = newRecord();
    const answer = await send(service.app, [firstEvent({ recordId }), null, firstEvent({ recordId, seq: 2e12 })]);
    expect(answer.json()).toMatchObject({ stored: 2, refused: [{ place: 1, code: 'invalid' }] });
  });

  test('takes what looks like SQL, a formula or a line of a log as what it is', async () => {
    const recordId = "'); drop table entries; --\r\n=1+1";
    const event = firstEvent({ recordId, policy: '=cmd()\r\n{"level":"error"}', subject: "x' or '1'='1" });
    expect((await send(service.app, [event])).json()).toEqual({ stored: 1, known: 0 });
    const [row] = await service.database.query<{ event: unknown }>(
      'select event from entries where event ->> $1 = $2',
      ['recordId', recordId],
    );
    expect(row?.event).toEqual(event);
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['of another origin', { origin: 'https://other.example' }, 403, 'origin'],
    ['of no origin', { origin: '' }, 403, 'origin'],
    ['of a sandboxed frame', { origin: 'null' }, 403, 'origin'],
    ['that are text', { 'content-type': 'text/plain' }, 415, 'no-json'],
  ])('are refused: those %s', async (_, headers, status, code) => {
    const answer = await send(service.app, [firstEvent({ recordId: newRecord() })], headers);
    expect([answer.statusCode, answer.json().error]).toEqual([status, code]);
  });

  test('of another site are refused', async () => {
    expect((await send(service.app, [firstEvent()], {}, 'other')).statusCode).toBe(403);
    expect((await send(service.app, [firstEvent()], {}, 'nobody')).statusCode).toBe(404);
    expect((await send(service.app, [firstEvent()], {}, '__proto__')).statusCode).toBe(404);
  });

  test('browsers may read the answer on pages of the site alone', async () => {
    const preflight = (origin: string) =>
      service.app.inject({
        method: 'OPTIONS',
        url: '/v1/shop/events',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    expect((await preflight(ORIGIN)).headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-headers': 'content-type',
    });
    expect((await preflight('https://other.example')).headers).not.toHaveProperty('access-control-allow-origin');
    expect((await preflight(ORIGIN)).headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('are those of an account only with a token of its site', async () => {
    const [mine, claimed] = [newRecord(), newRecord()];
    const event = (recordId: string) => firstEvent({ recordId, subject: 'ann' });
    const ann = await tokenOf('ann');
    await send(service.app, [event(mine)], bearer(ann));
    await send(service.app, [event(claimed)]);
    await send(
      service.app,
      [event(claimed)].map((each) => ({ ...each, seq: 2e12 })),
      bearer(await tokenOf('eve')),
    );
    for (const wrong of [await tokenOf('ann', 'x'.repeat(40)), await tokenOf('ann', SECRET, '-1m'), 'no.to.ken', ADMIN])
      expect((await send(service.app, [event(newRecord())], bearer(wrong))).statusCode).toBe(401);
    const answer = await read('ann', ann);
    expect(answer.json().chains.map(({ record }: { record: string }) => record)).toEqual([mine]);
    // Who knows the id of a record does not get what is in it by signing in.
    await send(service.app, [{ ...event(mine), subject: 'eve', seq: 3e12 }], bearer(await tokenOf('eve')));
    expect((await read('eve', await tokenOf('eve'))).json().chains).toEqual([]);
  });

  test('are read with the token of the account, or of the owner, alone', async () => {
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ann","exp":9999999999}')}.`;
    for (const [token, status] of [
      [undefined, 401],
      ['', 401],
      [await tokenOf('eve'), 401],
      [unsigned, 401],
      [`${ADMIN}x`, 401],
      [ADMIN, 200],
      [await tokenOf('ann'), 200],
    ] as const)
      expect((await read('ann', token)).statusCode, token).toBe(status);
    expect((await read('ann', await tokenOf('ann'), 'other')).statusCode).toBe(401);
    for (const url of ['/v1/shop/verify', '/v1/shop/subjects/ann/verify'])
      expect((await service.app.inject(url)).statusCode).toBe(401);
  });

  test('no answer is kept by a cache, and none sets a cookie', async () => {
    const answer = await send(service.app, [firstEvent()]);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test('too many requests of one address have to wait', async () => {
    const other = await startService({ database: service.database, limits: { requestsPerMinute: 3 } });
    const statuses: number[] = [];
    for (let each = 0; each < 5; each += 1) statuses.push((await send(other.app, [firstEvent()])).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    await other.close();
  });
});
