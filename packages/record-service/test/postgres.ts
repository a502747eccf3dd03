/** A PostgreSQL of the tests' own, in a folder that goes with it. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where Debian puts it: not in the PATH, so that several versions stand side by side. */
const DEBIAN = '/usr/lib/postgresql';

function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((each) => existsSync(join(each, 'initdb')));
}
const bin = findPrograms();

/** The databases that are here. Where all browsers have to be, PostgreSQL has to be as well. */
export const KINDS = bin ? (['embedded', 'postgres'] as const) : (['embedded'] as const);
const MISSING = 'PostgreSQL is left out: there is none here (Debian: postgresql).';
if (!bin && process.env.ASKFIRST_ENGINES === 'all') throw new Error(MISSING);
if (!bin) console.log(MISSING);

/** It refuses to run as root, as containers of CI do. */
function user(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export interface Postgres {
  /** As `DATABASE_URL` has it. */
  readonly url: string;
  /** Ends it as a crash does, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts one on a socket in a temporary folder.
 *
 * @param settings Of the server, such as `fsync=off`.
 * @param parent Where that folder lies.
 */
export async function startPostgres(settings: readonly string[] = [], parent = tmpdir()): Promise<Postgres> {
  if (!bin) throw new Error(MISSING);
  const as = user();
  const folder = mkdtempSync(join(parent, 'askfirst-postgres-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid as number);
  const data = join(folder, 'data');
  const flags = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...flags], { ...as, cwd: folder, stdio: 'ignore' });
  const launch = async () => {
    const started = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await new Promise<void>((done, fail) => {
      let said = '';
      started.once('exit', () => fail(new Error(`PostgreSQL did not start:\n${said}`)));
      started.stderr.on('data', (text) => {
        said += text;
        if (said.includes('ready to accept connections')) done();
      });
    });
    return started;
  };
  let server = await launch();
  // https://www.postgresql.org/docs/15/server-shutdown.html
  const end = (signal: 'SIGINT' | 'SIGQUIT') =>
    new Promise<void>((done) => {
      server.once('exit', () => done());
      server.kill(signal);
    });
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    crash: async () => {
      await end('SIGQUIT');
      server = await launch();
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
