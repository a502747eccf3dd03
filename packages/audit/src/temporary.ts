/** Folders for as long as the audit runs. Those of one that was killed are removed by the next. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Processes of two containers may share a folder and a number, and then differ in the host. */
const PREFIX = `askfirst-audit-${hostname().replace(/[^\w.]+/g, '-')}-`;

/** A browser that is ending still writes. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5 } as const;

const open = new Set<string>();
let isPrepared = false;

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function prepare(): void {
  isPrepared = true;
  // A signal ends the process before anything that waits is done.
  process.once('exit', () => {
    for (const path of open) rmSync(path, REMOVAL);
  });
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) && Number(name.slice(PREFIX.length).split('-')[0]);
    if (!owner || isRunning(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), REMOVAL);
    } catch {
      // It belongs to another user, who has to remove it.
    }
  }
}

export interface Temporary {
  readonly path: string;
  /** May be called twice. */
  remove(): Promise<void>;
}

/** Makes an empty folder, which is removed at the latest when the process ends. */
export function makeTemporary(): Temporary {
  if (!isPrepared) prepare();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  open.add(path);
  return {
    path,
    async remove() {
      await rm(path, REMOVAL);
      open.delete(path);
    },
  };
}
