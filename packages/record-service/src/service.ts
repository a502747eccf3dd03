import { createSecretKey, type KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Config, DEFAULT_LIMITS, DEFAULT_RETENTION_DAYS, DEFAULT_SITES } from './config/config.js';
import { createApp } from './http/app.js';
import type { Context, Site } from './http/context.js';
import { purge } from './retention/purge.js';
import { statisticsReader } from './statistics/read-statistics.js';
import type { Database } from './store/database.js';
import { groupCommit } from './store/group-commit.js';
import { migrate } from './store/migrate.js';
import { ensurePartitions } from './store/partitions.js';
import { closeDays } from './store/roots.js';
import { ensureSites } from './store/sites.js';

export interface ServiceOptions extends Pick<Config, 'sites' | 'limits' | 'trustProxy'> {
  readonly database: Database;
  /** Opens every site. */
  readonly adminToken: string;
  /** Ed25519. */
  readonly signingKey: KeyObject;
  /** Instead of the database's clock, for tests. */
  readonly clock?: () => Date;
  /** Where unexpected errors go. */
  readonly complain?: (line: string) => void;
}

export interface Service {
  readonly app: FastifyInstance;
  readonly context: Context;
  /** What runs every hour on some instance; once at the start as well. */
  runJobs(): Promise<void>;
  /** Answers what has arrived, then ends. The database stays open. */
  close(): Promise<void>;
}

async function sitesOf(database: Database, config: NonNullable<Config['sites']>): Promise<Map<string, Site>> {
  const ids = await ensureSites(database, Object.keys(config));
  return new Map(
    Object.entries(config).map(
      ([name, { origins, secret, adminToken = null, retentionDays = DEFAULT_RETENTION_DAYS }]) => [
        name,
        {
          id: ids.get(name) as number,
          name,
          origins,
          secret: secret === undefined ? null : createSecretKey(Buffer.from(secret)),
          adminToken,
          retentionDays,
        },
      ],
    ),
  );
}

/**
 * Makes the service on an open database, whose tables it brings up to date.
 *
 * @example
 * const service = await createService({ database: await openEmbedded(), adminToken, signingKey })
 * await service.app.listen({ port: 4180 })
 */
export async function createService(options: ServiceOptions): Promise<Service> {
  const {
    database,
    adminToken,
    signingKey,
    trustProxy,
    complain = (line) => process.stderr.write(`${line}\n`),
  } = options;
  const clock = () => options.clock?.() ?? null;
  const now = async () => {
    const [row] = await database.query<{ now: number }>('select (extract(epoch from now()) * 1000)::float8 as now');
    return options.clock?.().getTime() ?? (row?.now as number);
  };
  await migrate(database);
  await ensurePartitions(database, clock());
  const context: Context = {
    database,
    sites: await sitesOf(database, options.sites ?? DEFAULT_SITES),
    adminToken,
    signingKey,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    clock,
    append: groupCommit(database, clock).append,
    readStatistics: statisticsReader(database),
  };
  const app = await createApp(context, { ...(trustProxy !== undefined && { trustProxy }), complain });
  return {
    app,
    context,
    runJobs: async () => {
      await ensurePartitions(database, clock());
      await purge(database, clock());
      await closeDays(database, context.sites.values(), signingKey, await now());
    },
    close: () => app.close(),
  };
}
