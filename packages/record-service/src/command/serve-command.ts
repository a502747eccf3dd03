import { join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import { ConfigError, readConfig } from '../config/read-config.js';
import { createService, type Service } from '../service.js';
import type { Database } from '../store/database.js';
import { openEmbedded } from '../store/embedded.js';
import { openPostgres } from '../store/postgres.js';
import { explained, withoutSecrets } from './hindrance.js';
import { adminTokenOf, signingKeyOf } from './keys.js';
import { EXIT, type Output } from './output.js';
import { repeatJobs } from './repeat-jobs.js';

/** What the command line says, as the options of the program name it. */
export interface ServeFlags {
  readonly config?: string;
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
}

const DEFAULT_PORT = 4180;

function portOf(flags: ServeFlags, config: Config, env: NodeJS.ProcessEnv): number {
  const port = flags.port ?? config.port ?? Number(env.PORT || DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`PORT is "${env.PORT}": it has to be a number from 0 to 65535.`);
}

/** @throws ConfigError if `DATABASE_URL` is the address of something else. */
function checkUrl(url: string): void {
  const scheme = /^[a-z][\w+.-]*:/i.exec(url)?.[0];
  if (scheme && !['postgres:', 'postgresql:', 'socket:'].includes(scheme))
    throw new ConfigError(`DATABASE_URL begins with "${scheme}". Write postgres://user:password@host/name.`);
}

/** @throws Hindrance if it does not answer. */
const checkAnswers = (database: Database, url: string) =>
  explained(
    () => database.query('select 1'),
    (why) =>
      `The PostgreSQL of DATABASE_URL, ${withoutSecrets(url)}, cannot be used: ${why}. Start it, or correct DATABASE_URL.`,
  );

const toldToEnd = () =>
  new Promise((done) => {
    process.once('SIGINT', done).once('SIGTERM', done);
  });

async function serve(
  service: Service,
  at: { host: string; port: number },
  sayMore: string,
  { print, complain }: Output,
) {
  try {
    const address = await service.app.listen(at);
    print(`Consent records: ${address}\n`);
    for (const name of service.context.sites.keys()) print(`Site ${name}: POST ${address}/v1/${name}/events\n`);
    print(sayMore);
    const end = toldToEnd();
    const stopJobs = repeatJobs(service, (line) => complain(`${line}\n`));
    await end;
    await stopJobs();
  } finally {
    await service.close();
  }
}

/** Serves until the process is told to end, and then answers what has arrived. */
export async function serveCommand(flags: ServeFlags, output: Output, env = process.env): Promise<number> {
  const config = readConfig(flags.config);
  const port = portOf(flags, config, env);
  const folder = resolve(flags.data ?? config.data ?? 'askfirst-records');
  const { DATABASE_URL: url } = env;
  if (url) checkUrl(url);
  const adminToken = adminTokenOf(env, folder);
  const signingKey = signingKeyOf(env, folder);
  const where = url ? 'in the PostgreSQL of DATABASE_URL' : `in ${join(folder, 'database')}`;
  const token = env.ASKFIRST_ADMIN_TOKEN ? '' : `The admin token lies in ${join(folder, 'admin-token')}\n`;
  const database: Database = url ? openPostgres(url) : await openEmbedded(join(folder, 'database'));
  try {
    if (url) await checkAnswers(database, url);
    const complain = (line: string) => output.complain(`${line}\n`);
    const service = await createService({ ...config, database, adminToken, signingKey, complain });
    const host = flags.host ?? config.host ?? env.HOST ?? '127.0.0.1';
    await serve(service, { host, port }, `The data lies ${where}\n${token}`, output);
  } finally {
    await database.close();
  }
  return EXIT.fine;
}
