/** A disk that is full, and has room again: a small one in memory, which not everybody may mount. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ask, exportedEntries, post, type RunningCommand, startCommand } from '../command.js';
import { KINDS, type Postgres, startPostgres } from '../postgres.js';
import { firstEvent } from '../service.js';

const mount = (disk: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=1777', 'tmpfs', disk], { stdio: 'ignore' });
const unmount = (disk: string) => execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
/** Containers forbid it to root as well. */
function canMount(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'askfirst-disk-'));
  try {
    mount(disk);
    unmount(disk);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(disk);
  }
}
const isAllowed = canMount();
const MEGABYTE = 1024 * 1024;
const MINUTES = 240_000;

describe.each(KINDS)('a full disk, %s', (kind) => {
  const disk = mkdtempSync(join(tmpdir(), 'askfirst-disk-'));
  let postgres: Postgres | undefined;
  let service: RunningCommand | undefined;
  afterAll(async () => {
    await service?.end('SIGKILL');
    await postgres?.stop();
    if (isAllowed) unmount(disk);
    rmdirSync(disk);
  }, MINUTES);

  test.runIf(isAllowed)(
    'what cannot be stored is refused, nothing acknowledged is lost, and it goes on once there is room',
    async () => {
      mount(disk);
      if (kind === 'postgres') postgres = await startPostgres([], disk);
      service = await startCommand(disk, postgres?.url);
      const { address } = service;
      const acknowledged = new Set<number>();
      let seq = 0;
      /** Sends an event that no compression makes small. */
      const write = async () => {
        const texts = Array.from({ length: 300 }, () => Math.random().toString(36));
        seq += 1;
        const sent = seq;
        const event = firstEvent({ recordId: `full-${sent}`, seq: sent, policy: texts.join('') });
        const { status, text } = await post(address, [event]);
        if (status === 200) acknowledged.add(sent);
        return { status, error: JSON.parse(text || '{}').error };
      };
      const lost = async (from: string) => {
        const there = new Set((await exportedEntries(from)).map((entry) => entry.seq));
        return [...acknowledged].filter((each) => !there.has(each));
      };

      for (let count = 0; count < 20; count += 1) expect((await write()).status).toBe(200);
      const ballast = join(disk, 'ballast');
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - MEGABYTE)));

      const refused: Awaited<ReturnType<typeof write>>[] = [];
      for (let count = 0; count < 5000 && refused.length < 10; count += 1) {
        const answer = await write();
        if (answer.status !== 200) refused.push(answer);
      }
      expect(refused.length).toBe(10);
      for (const { status, error } of refused)
        expect([
          [507, 'disk-full'],
          [503, 'database-unavailable'],
        ]).toContainEqual([status, error]);
      expect(refused[0]).toEqual({ status: 507, error: 'disk-full' });

      rmSync(ballast);
      await expect.poll(async () => (await write()).status, { timeout: 60_000, interval: 500 }).toBe(200);
      expect((await ask(address, '/health')).status).toBe(200);
      expect(await lost(address)).toEqual([]);
      await service.end('SIGKILL');
      service = await startCommand(disk, postgres?.url);
      expect(await lost(service.address)).toEqual([]);
    },
    MINUTES,
  );
});
