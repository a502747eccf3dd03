import { PGlite, protocol, type Transaction } from '@electric-sql/pglite';
import type { Database, Queries } from './database.js';
import { lockFolder } from './lock-folder.js';
import { oneAtATime } from './one-at-a-time.js';

const { serialize, Parser } = protocol;
type Rows = (string | null)[][];

/** Sends messages of PostgreSQL's protocol together, and reads the rows of the answer. */
async function exchange(db: PGlite, messages: readonly Uint8Array[]): Promise<Rows> {
  const answer = await db.execProtocolRaw(Buffer.concat([...messages, serialize.sync()]));
  const rows: Rows = [];
  let failure: unknown;
  new Parser().parse(answer, (message) => {
    if (message.name === 'dataRow') rows.push((message as unknown as { fields: (string | null)[] }).fields);
    else if (message.name === 'error') failure = message;
  });
  if (failure) throw failure;
  return rows;
}

/** What WebAssembly throws when PostgreSQL panicked or was cut off. */
const ENDED = ['RuntimeError', 'ExitStatus', 'ErrnoError'];
const hasEnded = (error: unknown) => {
  const { name = '', severity = '' } = error as { name?: string; severity?: string };
  return ENDED.includes(name) || severity === 'FATAL' || severity === 'PANIC';
};

const queriesOf = (runner: PGlite | Transaction): Queries => ({
  query: async <Row>(sql: string, values: readonly unknown[] = []) => (await runner.query<Row>(sql, [...values])).rows,
  run: async (sql) => {
    await runner.exec(sql);
  },
});

async function open(folder: string | undefined): Promise<PGlite> {
  const db = await PGlite.create(folder);
  // Logs would be renamed and kept with what was erased since: https://www.postgresql.org/docs/17/runtime-config-wal.html
  await db.exec('set wal_recycle = off');
  return db;
}

/** What PostgreSQL says while it cannot be reached: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const CANNOT_CONNECT_NOW = '57P03';
/** Starting takes seconds, in which nothing else is answered: it is tried so often, in milliseconds. */
const PAUSE = 5000;

/** Starts it again after it has ended, but not with each request. */
function reopener(folder: string | undefined) {
  let next = 0;
  const away = (cause?: unknown) =>
    Object.assign(new Error('the embedded database does not start again', { cause }), { code: CANNOT_CONNECT_NOW });
  return async (): Promise<PGlite> => {
    if (Date.now() < next) throw away();
    try {
      return await open(folder);
    } catch (error) {
      next = Date.now() + PAUSE;
      throw away(error);
    }
  };
}

/**
 * PostgreSQL inside this process. What is committed survives the end of the process, however it ends; it is not forced to the disk, so a
 * power cut may lose the last seconds: https://github.com/electric-sql/pglite/issues/1107
 *
 * After a full disk it may have to start again, which the next statement does.
 *
 * @param folder Where the data lies; in memory if left out.
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  const unlock = folder === undefined ? () => {} : await lockFolder(folder);
  let current: PGlite | undefined = await open(folder);
  const prepared = new WeakMap<PGlite, Set<string>>();
  const reopen = reopener(folder);
  const inTurn = oneAtATime();
  const use = <Result>(work: (db: PGlite) => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      current ??= await reopen();
      try {
        return await work(current);
      } catch (error) {
        if (folder && hasEnded(error)) current = undefined;
        throw error;
      }
    });
  return {
    kind: 'embedded',
    connections: 1,
    query: (sql, values) => use((db) => queriesOf(db).query(sql, values)),
    run: (sql) => use((db) => queriesOf(db).run(sql)),
    prepared: (sql) => (values) =>
      use(async (db) => {
        const names = prepared.get(db) ?? new Set();
        prepared.set(db, names);
        if (!names.has(sql)) await exchange(db, [serialize.parse({ name: sql, text: sql })]);
        names.add(sql);
        return exchange(db, [serialize.bind({ statement: sql, values: [...values] }), serialize.execute({})]);
      }),
    transaction: (work) => use((db) => db.transaction((runner) => work(queriesOf(runner)))),
    close: () =>
      inTurn(async () => {
        await current?.close();
        unlock();
      }),
  };
}
