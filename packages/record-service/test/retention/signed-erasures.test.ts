/** Somebody who can write to the database forges an erasure, or hides one, after its day was signed: `verify` names it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLines } from '../../src/chain/export-file.js';
import type { Finding } from '../../src/chain/finding.js';
import type { SignedRoot } from '../../src/chain/root.js';
import { verifyExport } from '../../src/chain/verify-export.js';
import type { Database, Service } from '../../src/index.js';
import { purge } from '../../src/retention/purge.js';
import { requestErasure } from '../../src/retention/request-erasure.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { each } from '../export/sample.js';
import { ADMIN, SITES, secondEvent, send, startService } from '../service.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 10);
const TABLES = ['entries', 'erasures', 'chains', 'roots'];
const authorization = `Bearer ${ADMIN}`;

describe.each(DATABASES)('signed erasures in %s', (_, start) => {
  let now = START;
  let service: Service;
  let database: Database;
  let databases: Databases;
  let seq = 0;

  const store = async (recordId: string, count: number, site = 'shop', origin = 'https://shop.example') => {
    const events = Array.from({ length: count }, () =>
      secondEvent({ recordId, seq: (seq += 1), at: new Date(now).toISOString() }),
    );
    expect((await send(service.app, events, { origin }, site)).json()).toEqual({ stored: count, known: 0 });
  };
  /** As a browser asks whose account is deleted. */
  const erase = async (recordId: string, keepUntil = now, site = 'shop', origin = 'https://shop.example') => {
    const event = secondEvent({
      recordId,
      seq: (seq += 1),
      at: new Date(now).toISOString(),
      kind: 'erased',
      keepUntil: new Date(keepUntil).toISOString(),
    });
    expect((await send(service.app, [event], { origin }, site)).statusCode).toBe(200);
  };
  const get = async (path: string, site = 'shop') => {
    const answer = await service.app.inject({ url: `/v1/${site}/${path}`, headers: { authorization } });
    expect(answer.statusCode).toBe(200);
    return answer;
  };
  const rootsOf = async (site = 'shop'): Promise<SignedRoot[]> => (await get('roots', site)).json().roots;
  const jobsOn = async (day: number) => {
    now = START + day * DAY;
    await service.runJobs();
  };
  /** What the service finds, which is what an auditor finds in the export. */
  const findings = async (): Promise<Finding[]> => {
    const found = (await get('verify')).json().findings;
    const lines = (await get('export?format=jsonl')).body.split('\n');
    expect((await verifyExport(readLines(each(lines)))).findings).toEqual(found);
    return found;
  };
  const said = async () => (await findings()).map(({ code, message }) => `${code}: ${message}`);
  const as = (sql: string) =>
    database.run(
      `${TABLES.map((name) => `alter table ${name} disable trigger user`).join(';')};
       ${sql};
       ${TABLES.map((name) => `alter table ${name} enable trigger user`).join(';')}`,
    );
  /** Changes what the database protects, as somebody with all rights could; and back. */
  const tamper = async (change: string, look: () => Promise<void>) => {
    await as(
      `create table kept_entries as select * from entries; create table kept_erasures as select * from erasures;
       create table kept_chains as select * from chains; ${change}`,
    );
    try {
      await look();
    } finally {
      await as(
        `update entries set event = kept_entries.event from kept_entries
           where (entries.chain_id, entries.n) = (kept_entries.chain_id, kept_entries.n);
         delete from erasures; insert into erasures overriding system value select * from kept_erasures;
         update chains set record_id = kept_chains.record_id from kept_chains where chains.id = kept_chains.id;
         drop table kept_entries; drop table kept_erasures; drop table kept_chains`,
      );
    }
    expect(await findings()).toEqual([]);
  };

  /** Numbers of chains: erased, asked to be erased, and never. */
  let ann: string;
  let ben: string;
  let twin: string;
  let annHead: string;

  beforeAll(async () => {
    databases = await start();
    database = await databases.open();
    service = await startService({
      database,
      clock: () => new Date(now),
      sites: {
        shop: { ...SITES.shop, retentionDays: 2 },
        other: { ...SITES.other, retentionDays: 0 },
      },
    });
    for (const [name, count] of [
      ['ann', 2],
      ['ben', 1],
      ['twin', 2],
    ] as const)
      await store(name, count);
    const rows = await database.query<{ id: string }>('select id::text as id from chains order by record_id');
    [ann, ben, twin] = rows.map(({ id }) => id) as [string, string, string];
    await erase('ann');
    await jobsOn(1);
    await jobsOn(2);
    await erase('ben', now + 50 * DAY);
    await jobsOn(3);
    const [row] = await database.query<{ head: string }>(
      "select encode(head, 'hex') as head from chains where id = $1::bigint",
      [ann],
    );
    annHead = row?.head as string;
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await database.close();
    await databases.stop();
  });

  test('each request and each removal is part of its day, also where the purge lies between two signed days', async () => {
    expect(await findings()).toEqual([]);
    expect((await rootsOf()).map(({ day, entries, erasures }) => ({ day, entries, erasures }))).toEqual([
      { day: '2026-11-21', entries: 6, erasures: 1 },
      // The removal of ann, and what ben asked for.
      { day: '2026-11-23', entries: 1, erasures: 2 },
    ]);
  });

  test('a day on which something was erased, and nothing else happened, is signed as well', async () => {
    const origin = 'https://other.example';
    now = START + 3 * DAY;
    await store('guest', 1, 'other', origin);
    await erase('guest', now, 'other', origin);
    // The site keeps nothing of a deleted account: it goes on the day of the request.
    await jobsOn(3);
    await jobsOn(4);
    expect(await rootsOf('other')).toEqual([expect.objectContaining({ day: '2026-11-24', entries: 2, erasures: 2 })]);
    expect((await get('verify', 'other')).json().findings).toEqual([]);

    await store('late', 1, 'other', origin);
    await jobsOn(5);
    const [row] = await database.query<{ id: number }>("select id from sites where name = 'other'");
    await requestErasure(database, row?.id as number, { record: 'late' }, new Date(now), now + DAY);
    await jobsOn(6);
    const days = (await rootsOf('other')).map(({ day, entries, erasures }) => [day, entries, erasures]);
    expect(days.slice(1)).toEqual([
      ['2026-11-25', 1, 0],
      ['2026-11-26', 0, 1],
    ]);
    expect((await get('verify', 'other')).json().findings).toEqual([]);
  });

  test('a forged erasure is named, by its days and its record', async () => {
    await tamper(
      `insert into erasures (chain_id, site_id, upto, requested_at, due_at, done_at, removed_upto, removed)
         select ${twin}, site_id, 2, requested_at, due_at, done_at, 2, 2 from erasures where chain_id = ${ann};
       update entries set event = null where chain_id = ${twin}`,
      async () =>
        expect(await said()).toEqual([
          `rewritten-day: 2026-11-21 is not the day that was signed: its root says 1 erasures, and there are 2 (the erased record with the head ${annHead}, record twin).`,
          `rewritten-day: 2026-11-23 is not the day that was signed: its root says 2 erasures, and there are 3 (the erased record with the head ${annHead}, record ben, record twin).`,
        ]),
    );
  });

  test('an erasure that is dated to a day without a root is named, too', async () => {
    await tamper(
      `insert into erasures (chain_id, site_id, upto, requested_at, due_at, done_at, removed_upto, removed)
         select ${twin}, site_id, 2, '2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', 2, 2
         from erasures where chain_id = ${ann};
       update entries set event = null where chain_id = ${twin}`,
      async () => expect(await said()).toEqual(['missing-day: 2026-11-22 has erasures (record twin) and no root.']),
    );
  });

  test.each([
    ['due date', "due_at = due_at - interval '40 days'"],
    ['time', "requested_at = requested_at - interval '1 hour'"],
    ['place in its chain', 'upto = 1'],
  ])('a request whose %s was changed is named', async (_, change) => {
    await tamper(`update erasures set ${change} where chain_id = ${ben}`, async () =>
      expect(await said()).toEqual([
        `rewritten-day: 2026-11-23 is not the day that was signed: its root says 2 erasures, and there are 2 others (the erased record with the head ${annHead}, record ben).`,
      ]),
    );
  });

  test.each([
    ['removed', `delete from erasures where chain_id = $ann`, 'there are 0.', 'there are 1 (record ben).'],
    [
      'moved to another chain',
      'update erasures set chain_id = $twin where chain_id = $ann',
      'there are 1 others (record twin).',
      'there are 2 others (record ben, record twin).',
    ],
  ])('an erasure that was %s is named, and so is each event that it had removed', async (_, change, first, second) => {
    await tamper(change.replace('$ann', ann).replace('$twin', twin), async () => {
      const gone = [1, 2, 3].map(
        (n) =>
          `erased-early: The event of entry ${n} of the erased record with the head ${annHead} is gone, and no erasure that was due says why.`,
      );
      expect(await said()).toEqual([
        ...gone,
        `rewritten-day: 2026-11-21 is not the day that was signed: its root says 1 erasures, and ${first}`,
        `rewritten-day: 2026-11-23 is not the day that was signed: its root says 2 erasures, and ${second}`,
      ]);
    });
  });

  test('a request that was removed before it was carried out is named', async () => {
    await tamper(`delete from erasures where chain_id = ${ben}`, async () =>
      expect(await said()).toEqual([
        `rewritten-day: 2026-11-23 is not the day that was signed: its root says 2 erasures, and there are 1 (the erased record with the head ${annHead}).`,
      ]),
    );
  });

  test('a removal is named that is said to be larger than it was, or that came before it was due', async () => {
    const named = 'rewritten-day: 2026-11-23 is not the day that was signed: its root says 2 erasures';
    await tamper(`update erasures set removed = 2 where chain_id = ${ann}`, async () =>
      expect(await said()).toEqual([
        `erased-early: Of the erased record with the head ${annHead} 3 events are gone, and its erasures removed 2.`,
        expect.stringContaining(named),
      ]),
    );
    await tamper(
      `update entries set event = null where chain_id = ${ben} and n = 1;
       alter table erasures drop constraint erasures_check;
       update erasures set done_at = requested_at, removed_upto = 1, removed = 1 where chain_id = ${ben};`,
      async () =>
        expect(await said()).toEqual([
          'erased-early: The event of entry 1 of record ben is gone, and no erasure that was due says why.',
          expect.stringContaining(named),
        ]),
    );
  });

  test('an export of one account leads its erasures to the signed days', async () => {
    await as(`update chains set subject = 'ben' where id = ${ben}`);
    expect((await get('subjects/ben/verify')).json().findings).toEqual([]);
    await tamper(`update erasures set due_at = due_at + interval '1 day' where chain_id = ${ben}`, async () =>
      expect((await get('subjects/ben/verify')).json().findings).toEqual([
        { code: 'proof', message: 'An erasure of record ben does not lead to the root of 2026-11-23.' },
      ]),
    );
  });

  test('a request that names an earlier day stands beside the first, and both end with it', async () => {
    now = START + 10 * DAY;
    await store('dora', 1);
    await as("update chains set subject = 'dora' where record_id = 'dora'");
    const ask = async (keepUntil?: number) => {
      const payload = { subject: 'dora', ...(keepUntil && { keepUntil: new Date(keepUntil).toISOString() }) };
      const url = '/v1/shop/erasures';
      return (await service.app.inject({ method: 'POST', url, headers: { authorization }, payload })).json().dueAt;
    };
    expect(await ask(now + 90 * DAY)).toBe(new Date(now + 90 * DAY).toISOString());
    await jobsOn(11);
    const due = new Date(now + 2 * DAY).toISOString();
    expect([await ask(), await ask(now + 30 * DAY)]).toEqual([due, due]);
    await jobsOn(13);
    await jobsOn(14);
    expect(await findings()).toEqual([]);
    const rows = await database.query('select subject, removed from erasures order by id desc limit 2');
    expect(rows).toEqual([
      { subject: null, removed: 1 },
      { subject: null, removed: 0 },
    ]);
  });

  test('a day is signed only after the erasures that are on their way', async () => {
    now = START + 20 * DAY;
    await store('eva', 1);
    const at = new Date(now);
    let signed: Promise<void> | undefined;
    await database.transaction(async (queries) => {
      await requestErasure(queries, 1, { record: 'eva' }, at, now + 90 * DAY);
      signed = jobsOn(21);
      await new Promise((done) => setTimeout(done, 300));
    });
    await signed;
    expect((await rootsOf()).at(-1)).toMatchObject({ day: '2026-12-11', entries: 1, erasures: 1 });
    expect(await findings()).toEqual([]);
  });

  // The last one: its days are those of the clock on the wall.
  test('the time of a request and of a removal is asked once no day is being signed', async () => {
    await store('fred', 1);
    /** Does it while days are signed; says when that ended, in milliseconds. */
    const meanwhile = async (work: () => Promise<unknown>) => {
      let working: Promise<unknown> | undefined;
      const ended = await database.transaction(async ({ run, query }) => {
        await run('lock table erasures in share mode');
        working = work();
        await new Promise((done) => setTimeout(done, 200));
        const [row] = await query<{ ms: number }>(
          'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
        );
        return row?.ms as number;
      });
      await working;
      return ended;
    };
    const first = await meanwhile(() => requestErasure(database, 1, { record: 'fred' }, null, Date.now() - 1));
    const second = await meanwhile(() => purge(database, null));
    const [row] = await database.query<{ requested: number; done: number }>(
      `select (extract(epoch from requested_at) * 1000)::float8 as requested, (extract(epoch from done_at) * 1000)::float8 as done
       from erasures order by id desc limit 1`,
    );
    expect(row?.requested).toBeGreaterThanOrEqual(first);
    expect(row?.done).toBeGreaterThanOrEqual(second);
  });
});
