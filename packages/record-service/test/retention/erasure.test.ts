import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/chain/verify-chain.js';
import { chainsOfSite, type Database, type Service } from '../../src/index.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { ADMIN, SECRET, secondEvent, send, startService } from '../service.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 10);

/** Every row of every table, as text. */
async function everything(database: Database): Promise<string> {
  // A signature may spell anything.
  const tables = await database.query<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'roots'",
  );
  let text = '';
  for (const { name } of tables)
    for (const { row } of await database.query<{ row: string }>(`select t::text as row from ${name} t`))
      text += `${row}\n`;
  return text;
}

/** The files below a folder in which a text stands. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));

const tokenOf = (subject: string) =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setExpirationTime('1h')
    .sign(Buffer.from(SECRET));

describe.each(DATABASES)('erasure in %s', (kind, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-erasure-'));
  let now = START;
  let service: Service;
  let database: Database;
  let databases: Databases;
  let seq = 0;

  const event = (recordId: string, more: object = {}) =>
    secondEvent({
      recordId,
      seq: (seq += 1),
      policy: `policy-of-${recordId}`,
      at: new Date(now).toISOString(),
      ...more,
    });
  const sendAs = async (subject: string | null, events: object[]) => {
    const headers = subject === null ? {} : { authorization: `Bearer ${await tokenOf(subject)}` };
    const named = events.map((each) => ({ ...each, ...(subject !== null && { subject }) }));
    const answer = await send(service.app, named, headers);
    expect(answer.json()).toEqual({ stored: events.length, known: 0 });
  };
  const askFor = (body: object, token = ADMIN, site = 'shop') =>
    service.app.inject({
      method: 'POST',
      url: `/v1/${site}/erasures`,
      headers: { authorization: `Bearer ${token}` },
      payload: body,
    });
  const chains = async () => {
    const all = [];
    for await (const portion of chainsOfSite(database, 1)) all.push(...portion);
    return all;
  };
  const runJobsAt = async (time: number) => {
    now = time;
    await service.runJobs();
  };

  beforeAll(async () => {
    databases = await start();
    database = await databases.open(folder);
    service = await startService({ database, clock: () => new Date(now) });
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await service.context.database.close();
    await databases.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('nothing goes before it is due; then everything of the account goes, and the proof of it stays', async () => {
    now = START;
    await sendAs(null, [event('laptop-of-olga')]);
    await sendAs('olga', [event('laptop-of-olga'), event('phone-of-olga')]);
    await sendAs('boris', [event('laptop-of-boris')]);
    const answer = await askFor({ subject: 'olga' });
    expect(answer.json()).toEqual({ records: 2, dueAt: '2026-12-21T10:00:00.000Z' });
    // It waited in the browser.
    await sendAs('olga', [event('laptop-of-olga')]);
    const whole = await everything(database);

    await runJobsAt(START + 30 * DAY - 1);
    expect(await everything(database)).toBe(whole);

    await runJobsAt(START + 30 * DAY);
    const left = await everything(database);
    expect(left).not.toContain('olga');
    expect(left).toContain('laptop-of-boris');
    expect(left).toContain('policy-of-laptop-of-boris');
    if (kind === 'embedded') {
      expect(filesWith(folder, 'laptop-of-boris')).not.toEqual([]);
      expect(filesWith(folder, '-of-olga')).toEqual([]);
    }

    const all = await chains();
    expect(all.flatMap(verifyChain)).toEqual([]);
    const erased = all.filter(({ record }) => record === null);
    expect(erased.map(({ length, subject, erasures }) => ({ length, subject, erasures }))).toEqual([
      {
        length: 3,
        subject: null,
        erasures: [
          {
            upto: 2,
            removedUpto: 3,
            removed: 3,
            requestedAt: '2026-11-21T10:00:00.000Z',
            dueAt: '2026-12-21T10:00:00.000Z',
            doneAt: '2026-12-21T10:00:00.000Z',
          },
        ],
      },
      expect.objectContaining({ length: 1, erasures: [expect.objectContaining({ upto: 1, removed: 1 })] }),
    ]);
    for (const { entries } of erased)
      for (const { event, eventHash } of entries)
        expect([event, eventHash]).toEqual([null, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test('an event says how long to keep the records, and its account need not be vouched for', async () => {
    now = START + 100 * DAY;
    const keepUntil = new Date(now + 40 * DAY).toISOString();
    await sendAs(null, [event('of-eve-1'), event('of-eve-1', { kind: 'erased', keepUntil })]);
    // Whoever has the id of a record can send this: no proof is gone at once.
    await sendAs(null, [event('of-eve-2', { kind: 'erased', keepUntil: new Date(now - DAY).toISOString() })]);
    await runJobsAt(now + 30 * DAY - 1);
    expect(await everything(database)).toContain('of-eve-2');
    await runJobsAt(now + 1);
    expect(await everything(database)).not.toContain('of-eve-2');
    expect(await everything(database)).toContain('of-eve-1');
    await runJobsAt(now + 10 * DAY);
    expect(await everything(database)).not.toContain('of-eve');
  });

  test('a vouched event takes all records of the account with it', async () => {
    now = START + 200 * DAY;
    await sendAs('freya', [event('of-freya-1'), event('of-freya-2')]);
    const keepUntil = new Date(now).toISOString();
    await sendAs('freya', [event('of-freya-2', { kind: 'erased', keepUntil })]);
    await runJobsAt(now + 30 * DAY);
    expect(await everything(database)).not.toContain('freya');
  });

  test('who makes a new account in the same browser keeps its records', async () => {
    now = START + 300 * DAY;
    await sendAs('gustav', [event('of-gustav')]);
    await askFor({ subject: 'gustav' });
    await sendAs('harry', [event('of-gustav', { policy: 'policy-of-harry' })]);
    await runJobsAt(now + 30 * DAY);
    const left = await everything(database);
    expect(left).not.toMatch(/[",]gustav[",]/);
    expect(left).toContain('policy-of-harry');
    const [chain] = (await chains()).filter(({ record }) => record === 'of-gustav');
    expect(chain?.entries.map(({ event }) => event?.subject ?? null)).toEqual([null, 'harry']);
    expect(verifyChain(chain as NonNullable<typeof chain>)).toEqual([]);

    // The new account goes as well, although its records began with another.
    expect((await askFor({ subject: 'harry' })).json().records).toBe(1);
    await runJobsAt(now + 30 * DAY);
    expect(await everything(database)).not.toContain('harry');
  });

  test('a second request does not put it off, and a later one changes no proof', async () => {
    now = START + 400 * DAY;
    await sendAs('ivonne', [event('of-ivonne')]);
    const first = (await askFor({ subject: 'ivonne' })).json();
    now += DAY;
    expect((await askFor({ subject: 'ivonne' })).json()).toEqual(first);
    await runJobsAt(now + 40 * DAY);
    const proof = await everything(database);
    expect((await askFor({ subject: 'ivonne' })).json()).toEqual({ records: 0, dueAt: null });
    await runJobsAt(now + DAY);
    expect(await everything(database)).toBe(proof);
  });

  test('the proof cannot be changed, and no event can be removed without one', async () => {
    now = START + 500 * DAY;
    await sendAs('jonas', [event('of-jonas')]);
    await expect(
      database.query("update entries set event = null where event ->> 'recordId' = 'of-jonas'"),
    ).rejects.toThrow(/only grow/);
    await askFor({ subject: 'jonas' });
    await expect(
      database.query("update entries set event = null where event ->> 'recordId' = 'of-jonas'"),
    ).rejects.toThrow(/only grow/);
    await expect(database.query('delete from erasures')).rejects.toThrow(/refused/);
    await expect(database.query('truncate erasures')).rejects.toThrow(/refused/);
    await expect(database.query('update erasures set removed = 0 where done_at is not null')).rejects.toThrow(/proof/);
    await expect(
      database.query('update erasures set done_at = due_at - interval $$1 day$$ where done_at is null'),
    ).rejects.toThrow(/check/);
  });

  test('only the owner may ask, and says what is wrong with the request', async () => {
    expect((await askFor({ subject: 'jonas' }, 'no-token-at-all-with-thirty-two-characters')).statusCode).toBe(401);
    expect((await askFor({ subject: 'jonas' }, ADMIN, 'other')).json()).toEqual({ records: 0, dueAt: null });
    for (const body of [
      {},
      { subject: '' },
      { subject: 1 },
      { subject: 'jonas', keepUntil: 'soon' },
      { subject: 'jonas', more: 1 },
    ])
      expect((await askFor(body)).statusCode).toBe(400);
  });
});
