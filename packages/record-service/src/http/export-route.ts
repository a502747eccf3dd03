import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { toCsv } from '../export/csv.js';
import { toJson, toJsonLines } from '../export/json.js';
import { linesOfSite } from '../store/export-lines.js';
import { chainsOfSite } from '../store/read-chains.js';
import { requireAdmin, siteOf } from './authority.js';
import { type Context, nowOf, type Site } from './context.js';
import { Refusal } from './refusal.js';

interface Format {
  readonly type: string;
  write(context: Context, site: Site, now: Date): Readable;
}

const FORMATS: Readonly<Record<string, Format>> = {
  json: {
    type: 'application/json',
    write: ({ database }, site, now) => Readable.from(toJson(linesOfSite(database, site, now))),
  },
  jsonl: {
    type: 'application/jsonl',
    write: ({ database }, site, now) => Readable.from(toJsonLines(linesOfSite(database, site, now))),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    write: ({ database }, site) => toCsv(chainsOfSite(database, site.id)),
  },
};

/** Everything of a site in one file. It is written while it is read, so that it needs no memory. */
export function exportRoute(app: FastifyInstance, context: Context): void {
  app.get<{ Querystring: { format?: unknown } }>('/v1/:site/export', async (request, reply) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    const name = String(request.query.format ?? 'json');
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    if (!format) throw new Refusal(400, 'format', 'format has to be json, jsonl or csv.');
    const now = new Date(nowOf(context));
    const file = `${site.name}-${now.toISOString().slice(0, 10)}.${name}`;
    return reply
      .type(format.type)
      .header('content-disposition', `attachment; filename="${file}"`)
      .send(format.write(context, site, now));
  });
}
