/** Whatever ends the service or the database: what was acknowledged is there, once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GENESIS, nextHash } from '../../src/chain/entry.js';
import { agent, exportedEntries, post, type RunningCommand, startCommand } from '../command.js';
import { KINDS, type Postgres, startPostgres } from '../postgres.js';
import { firstEvent } from '../service.js';

/** One round shows it; README.md has the command for the twenty of which it tells. */
const ROUNDS = Number(process.env.ASKFIRST_KILLS ?? 1);
const WRITES = Number(process.env.ASKFIRST_WRITES ?? 200);
const EVENTS_OF_A_RECORD = 10;
const MINUTES = 90_000 * (ROUNDS + 3);
// All are asked for at once, and go out over a tenth as many connections.
agent.maxSockets = WRITES / 10;

type Event = ReturnType<typeof firstEvent> & { readonly recordId: string; readonly seq: number };

const keyOf = ({ recordId, seq }: { recordId: string; seq: number }) => `${recordId} ${seq}`;

const eventsOf = (round: string): Event[] =>
  Array.from({ length: WRITES }, (_, index) =>
    firstEvent({
      recordId: `${round}-${index % Math.ceil(WRITES / EVENTS_OF_A_RECORD)}`,
      seq: 1 + Math.floor(index / Math.ceil(WRITES / EVENTS_OF_A_RECORD)),
    }),
  ) as Event[];

/** Sends all at once, and calls back at each acknowledgement. @returns The keys of what was acknowledged. */
async function sendAll(address: string, events: readonly Event[], heard: (count: number) => void = () => {}) {
  const acknowledged = new Set<string>();
  await Promise.all(
    events.map(async (event) => {
      const { status, text } = await post(address, [event]);
      if (status !== 200) return;
      const { stored, known } = JSON.parse(text);
      expect(stored + known).toBe(1);
      acknowledged.add(keyOf(event));
      heard(acknowledged.size);
    }),
  );
  return acknowledged;
}

/** The keys of what is stored. Each is there once, and in a chain without a gap. */
async function storedKeys(address: string): Promise<Set<string>> {
  const entries = await exportedEntries(address);
  const heads = new Map<string, { n: number; hash: string }>();
  for (const entry of entries) {
    const { n, hash } = heads.get(entry.chain) ?? { n: 0, hash: GENESIS };
    if (entry.n !== n + 1 || nextHash(hash, entry) !== entry.chainHash)
      throw new Error(`Entry ${entry.n} of chain ${entry.chain} does not follow entry ${n}.`);
    heads.set(entry.chain, { n: entry.n, hash: entry.chainHash });
  }
  const keys = entries.map(({ event }) => keyOf(event as unknown as Event));
  expect(keys.length).toBe(new Set(keys).size);
  return new Set(keys);
}

const missing = (wanted: Iterable<string>, there: ReadonlySet<string>) => [...wanted].filter((key) => !there.has(key));

describe.each(KINDS)('kill -9 in the middle of writes, %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-kill-'));
  let postgres: Postgres | undefined;
  let service: RunningCommand | undefined;
  const start = async () => {
    service = await startCommand(folder, postgres?.url);
    return service;
  };
  afterAll(async () => {
    await service?.end('SIGKILL');
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, MINUTES);

  test(
    `${ROUNDS} times in ${WRITES} writes: every acknowledged event is there, none twice, and the rest can be sent again`,
    async () => {
      if (kind === 'postgres') postgres = await startPostgres();
      let running = await start();
      for (let round = 1; round <= ROUNDS; round += 1) {
        const events = eventsOf(`kill-${round}`);
        const after = Math.ceil((0.8 * WRITES * round) / (ROUNDS + 1));
        let killed: Promise<void> | undefined;
        const acknowledged = await sendAll(running.address, events, (count) => {
          if (count >= after) killed ??= running.end('SIGKILL');
        });
        await killed;
        expect(acknowledged.size).toBeGreaterThanOrEqual(after);
        expect(acknowledged.size, 'it was killed before the last one').toBeLessThan(WRITES);

        running = await start();
        const there = await storedKeys(running.address);
        expect(missing(acknowledged, there)).toEqual([]);

        const again = await sendAll(running.address, events);
        expect(again.size).toBe(WRITES);
        expect(missing(again, await storedKeys(running.address))).toEqual([]);
        if (process.env.ASKFIRST_KILLS)
          process.stdout.write(
            `${kind}, round ${round}: killed after ${acknowledged.size} of ${WRITES} were acknowledged; ` +
              `${[...there].filter((key) => key.startsWith(`kill-${round}-`)).length} were there\n`,
          );
      }
    },
    MINUTES,
  );

  test.runIf(kind === 'postgres')(
    'the database server ends in the middle of writes and comes back: the service goes on, and the same holds',
    async () => {
      const { address, pid } = service as RunningCommand;
      const events = eventsOf('crash');
      let crashed: Promise<void> | undefined;
      const acknowledged = await sendAll(address, events, (count) => {
        if (count >= WRITES / 4) crashed ??= postgres?.crash();
      });
      await crashed;
      expect(acknowledged.size).toBeLessThan(WRITES);
      await expect.poll(async () => (await post(address, [])).status, { timeout: 60_000 }).toBe(200);
      expect(missing(acknowledged, await storedKeys(address))).toEqual([]);
      const again = await sendAll(address, events);
      expect(again.size).toBe(WRITES);
      expect(missing(again, await storedKeys(address))).toEqual([]);
      expect(service?.pid).toBe(pid);
    },
    MINUTES,
  );
});
