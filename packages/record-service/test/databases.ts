/** The two databases that the store's tests run against. */
import { randomUUID } from 'node:crypto';
import { type Database, openEmbedded, openPostgres } from '../src/index.js';
import { KINDS, type Postgres, startPostgres } from './postgres.js';

export interface Databases {
  /** An empty one. The embedded one lies in memory, or in a folder. */
  open(folder?: string): Promise<Database>;
  stop(): Promise<void>;
}

const schemaUrl = ({ url }: Postgres, name: string) => `${url}&options=${encodeURIComponent(`-c search_path=${name}`)}`;

const starts: Readonly<Record<(typeof KINDS)[number], () => Promise<Databases>>> = {
  embedded: async () => ({ open: (folder) => openEmbedded(folder), stop: async () => {} }),
  postgres: async () => {
    const server = await startPostgres(['fsync=off']);
    return {
      async open() {
        const name = `test_${randomUUID().replaceAll('-', '')}`;
        const database = openPostgres(server.url);
        await database.run(`create schema ${name}`);
        await database.close();
        return openPostgres(schemaUrl(server, name));
      },
      stop: server.stop,
    };
  },
};

/** Those that are here, by their names. */
export const DATABASES = KINDS.map((kind) => [kind, starts[kind]] as const);

/** Hooks that start a database, in milliseconds: slow machines run several suites side by side. */
export const START_MS = 120_000;
