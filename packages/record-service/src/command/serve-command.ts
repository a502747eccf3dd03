import { join, resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { createService } from '../service.js';
import { openEmbedded } from '../store/embedded.js';
import { openPostgres } from '../store/postgres.js';
import { adminTokenOf, signingKeyOf } from './keys.js';
import { EXIT, type Output } from './output.js';

/** What the command line says, as the options of the program name it. */
export interface ServeFlags {
  readonly config?: string;
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
}

const DEFAULT_PORT = 4180;

/** Serves until the process is told to end. */
export async function serveCommand(flags: ServeFlags, { print, complain }: Output, env = process.env): Promise<number> {
  const config = readConfig(flags.config);
  const folder = resolve(flags.data ?? config.data ?? 'askfirst-records');
  const adminToken = adminTokenOf(env, folder);
  const signingKey = signingKeyOf(env, folder);
  const url = env.DATABASE_URL;
  const database = url ? openPostgres(url) : await openEmbedded(join(folder, 'database'));
  const complainLine = (line: string) => complain(`${line}\n`);
  const service = await createService({ ...config, database, adminToken, signingKey, complain: complainLine });
  const address = await service.app.listen({
    host: flags.host ?? config.host ?? env.HOST ?? '127.0.0.1',
    port: flags.port ?? config.port ?? Number(env.PORT ?? DEFAULT_PORT),
  });
  print(`Consent records: ${address}\n`);
  for (const name of service.context.sites.keys()) print(`Site ${name}: POST ${address}/v1/${name}/events\n`);
  print(url ? 'The data lies in the PostgreSQL of DATABASE_URL.\n' : `The data lies in ${join(folder, 'database')}\n`);
  if (!env.ASKFIRST_ADMIN_TOKEN) print(`The admin token lies in ${join(folder, 'admin-token')}\n`);
  await new Promise((done) => {
    process.once('SIGINT', done).once('SIGTERM', done);
  });
  await service.close();
  await database.close();
  return EXIT.fine;
}
