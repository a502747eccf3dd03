import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyExport } from '../../src/chain/verify-export.js';
import type { Database, Queries } from '../../src/store/database.js';
import { linesOfSite } from '../../src/store/export-lines.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { firstEvent, secondEvent, send, startService } from '../service.js';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-21T12:00:00.000Z');

describe.each(DATABASES)('the store in %s', (_, start) => {
  let databases: Databases;
  let database: Database;
  let service: Awaited<ReturnType<typeof startService>>;
  /** It only goes on, as clocks do. */
  let now = NOON;
  const nextDay = async () => {
    now += DAY;
    await service.runJobs();
    return new Date(now - DAY).toISOString().slice(0, 10);
  };
  /** Each test has records of its own in one database, because opening one takes seconds. */
  let count = 0;
  const newRecord = () => `record-${(count += 1)}`;
  const verify = async () => {
    const [row] = await database.query<{ id: number }>("select id from sites where name = 'shop'");
    return verifyExport(linesOfSite(database, { id: row?.id as number, name: 'shop' }, new Date(now)));
  };
  /** Changes what the database protects, as somebody with all rights could; and back. */
  const tamper = async (change: string, back: string, look: () => Promise<void>) => {
    const as = async (sql: string) => {
      await database.run(`alter table entries disable trigger user; alter table roots disable trigger user; ${sql};
        alter table entries enable trigger user; alter table roots enable trigger user`);
    };
    await as(change);
    try {
      await look();
    } finally {
      await as(back);
    }
    expect((await verify()).findings).toEqual([]);
  };
  const idOf = async (record: string) => {
    const [row] = await database.query<{ id: string }>('select id::text as id from chains where record_id = $1', [
      record,
    ]);
    return row?.id as string;
  };
  const sendSome = async (record: string, seqs: readonly number[]) =>
    (
      await send(
        service.app,
        seqs.map((seq) => firstEvent({ recordId: record, seq })),
      )
    ).json();

  beforeAll(async () => {
    databases = await start();
    database = await databases.open();
    service = await startService({ database, clock: () => new Date(now) });
  }, START_MS);
  afterAll(async () => {
    await service?.close();
    await database?.close();
    await databases?.stop();
  }, START_MS);

  test('keeps an event once, however often and however parallel it arrives', async () => {
    const record = newRecord();
    const event = firstEvent({ recordId: record });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(service.app, [event, event])));
    const counts = answers.map((answer) => answer.json());
    expect(counts.reduce((sum, { stored }) => sum + stored, 0)).toBe(1);
    expect(counts.reduce((sum, { known }) => sum + known, 0)).toBe(39);
    expect((await verify()).findings).toEqual([]);
  });

  test('refuses another event with the same number, and keeps the first one and its neighbours', async () => {
    const record = newRecord();
    await sendSome(record, [1]);
    const other = firstEvent({ recordId: record, seq: 1, policy: 'another' });
    const answer = await send(service.app, [other, firstEvent({ recordId: record, seq: 2 })]);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { error: 'conflict', stored: 1, refused: [{ place: 0, code: 'conflict' }] },
    ]);
  });

  test('keeps one that was overtaken at the end of its chain', async () => {
    const record = newRecord();
    await sendSome(record, [5]);
    expect(await sendSome(record, [3])).toEqual({ stored: 1, known: 0 });
    expect(await sendSome(record, [3, 5])).toEqual({ stored: 0, known: 2 });
    const rows = await database.query(
      'select n, seq::float8 as seq from entries where chain_id = $1::bigint order by n',
      [await idOf(record)],
    );
    expect(rows).toEqual([
      { n: 1, seq: 5 },
      { n: 2, seq: 3 },
    ]);
  });

  test('knows an event again in a later month', async () => {
    const record = newRecord();
    await sendSome(record, [1, 2]);
    now += 40 * DAY;
    expect(await sendSome(record, [1, 2, 3])).toEqual({ stored: 1, known: 2 });
  });

  test.each([
    'delete from entries',
    'truncate entries',
    'truncate entries_2026_11',
    "update entries set event = '{}'",
    'update entries set event = null',
    'update entries set received_at = now()',
    'delete from roots',
    'delete from chains',
  ])('refuses %s', async (sql) => {
    await sendSome(newRecord(), [1]);
    await nextDay();
    await expect(database.run(sql)).rejects.toThrow('refused');
  });

  test('names a changed, a removed and a reordered row', async () => {
    const record = newRecord();
    await sendSome(record, [1, 2, 3]);
    const where = `where chain_id = ${await idOf(record)} and n`;
    expect((await verify()).findings).toEqual([]);
    await tamper(
      `update entries set event = jsonb_set(event, '{policy}', '"forged"') ${where} = 2`,
      `update entries set event = jsonb_set(event, '{policy}', '"2026-06-22"') ${where} = 2`,
      async () => {
        const [finding, ...others] = (await verify()).findings;
        expect([finding?.code, others]).toEqual(['changed', []]);
        expect(finding?.message).toBe(`The event of entry 2 of record ${record} is not the one that was stored.`);
      },
    );
    await tamper(
      `create table kept as select * from entries ${where} = 2; delete from entries ${where} = 2`,
      'insert into entries select * from kept; drop table kept',
      async () => {
        expect((await verify()).findings).toMatchObject([
          { code: 'removed', message: `Of record ${record} entry 2 is missing.` },
        ]);
      },
    );
    await tamper(
      `create table kept as select * from entries ${where} = 3; delete from entries ${where} = 3`,
      'insert into entries select * from kept; drop table kept',
      async () => {
        expect((await verify()).findings).toMatchObject([
          { code: 'removed', message: `The end of record ${record} is missing: it has 2 entries of 3.` },
        ]);
      },
    );
    const swap = `update entries set n = 5 - n ${where} in (2, 3)`;
    await tamper(swap, swap, async () => {
      const { findings } = await verify();
      expect(findings.map(({ code }) => code)).toContain('reordered');
      expect(findings[0]?.message).toBe(
        `Entry 2 of record ${record} came right after what is entry 3 now: the order was changed.`,
      );
    });
  });

  test('names a day that was rewritten, with all its hashes computed anew, and a root that was removed', async () => {
    const record = newRecord();
    await sendSome(record, [1]);
    const first = await nextDay();
    await sendSome(record, [2]);
    const second = await nextDay();
    expect((await verify()).findings).toEqual([]);
    const chain = await idOf(record);
    // The forger removes the last entry, and makes the chain end before it.
    await tamper(
      `create table kept as select * from entries where chain_id = ${chain} and n = 2;
       create table head as select * from chains where id = ${chain};
       delete from entries where chain_id = ${chain} and n = 2;
       update chains set length = 1, head = (select chain_hash from entries where chain_id = ${chain}) where id = ${chain}`,
      `insert into entries select * from kept;
       update chains set length = head.length, head = head.head from head where chains.id = ${chain};
       drop table kept; drop table head`,
      async () => {
        const [finding, ...others] = (await verify()).findings;
        expect([finding?.code, others]).toEqual(['rewritten-day', []]);
        expect(finding?.message).toBe(
          `${second} is not the day that was signed: its root says 1 entries, and there are 0.`,
        );
      },
    );
    await tamper(
      `create table kept as select * from roots where day = '${first}'; delete from roots where day = '${first}'`,
      'insert into roots select * from kept; drop table kept',
      async () => expect((await verify()).findings.map(({ code }) => code)).toEqual(['missing-day', 'missing-day']),
    );
    await tamper(
      `create table kept as select * from roots; update roots set entries = entries + 1 where day = '${second}'`,
      'delete from roots; insert into roots select * from kept; drop table kept',
      async () => expect((await verify()).findings.map(({ code }) => code)).toEqual(['signature']),
    );
  });

  test('finds nothing wrong with a chain that grows while it is read', async () => {
    const record = newRecord();
    await sendSome(record, [1]);
    let seq = 1;
    const growing: Queries = {
      ...database,
      query: async <Row>(sql: string, values?: readonly unknown[]) => {
        const rows = await database.query<Row>(sql, values);
        seq += 1;
        await sendSome(record, [seq]);
        return rows;
      },
    };
    const [row] = await database.query<{ id: number }>("select id from sites where name = 'shop'");
    const lines = linesOfSite(growing, { id: row?.id as number, name: 'shop' }, new Date(now));
    expect((await verifyExport(lines)).findings).toEqual([]);
    expect(seq).toBeGreaterThan(2);
  });

  test('says with which keys the days are signed', async () => {
    const { keys } = await verify();
    const [row] = await database.query<{ id: number }>("select id from sites where name = 'shop'");
    const site = { id: row?.id as number, name: 'shop' };
    const another = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x as string;
    const lines = () => linesOfSite(database, site, new Date(now));
    expect((await verifyExport(lines(), { trusted: keys })).findings).toEqual([]);
    expect(new Set((await verifyExport(lines(), { trusted: [another] })).findings.map(({ code }) => code))).toEqual(
      new Set(['signature']),
    );
  });

  test('keeps what arrives during a transaction that is rolled back', async () => {
    const record = newRecord();
    let answer: ReturnType<typeof sendSome> | undefined;
    await database
      .transaction(async ({ query }) => {
        await query('select 1');
        answer = sendSome(record, [1]);
        await new Promise((done) => setTimeout(done, 50));
        throw new Error('rolled back');
      })
      .catch(() => {});
    expect(await answer).toEqual({ stored: 1, known: 0 });
    expect(await sendSome(record, [1])).toEqual({ stored: 0, known: 1 });
  });

  test(
    'brings the tables up to date once, however many instances start',
    async () => {
      const other = await databases.open();
      const services = await Promise.all([1, 2, 3].map(() => startService({ database: other })));
      const events = services.map(({ app }, index) => send(app, [secondEvent({ recordId: `r${index}` })]));
      for (const answer of await Promise.all(events)) expect(answer.json()).toEqual({ stored: 1, known: 0 });
      for (const each of services) await each.close();
      await other.close();
    },
    START_MS,
  );
});
