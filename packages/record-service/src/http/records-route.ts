import type { FastifyInstance } from 'fastify';
import { chainOfRecord } from '../store/read-chains.js';
import { requireAdmin, siteOf } from './authority.js';
import type { Context } from './context.js';

interface Params {
  readonly record: string;
}

/** What is kept under the random id of one browser's record, for the site's owner: a visitor without an account may ask, too. */
export function recordsRoute(app: FastifyInstance, context: Context): void {
  app.get<{ Params: Params }>('/v1/:site/records/:record', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    return { site: site.name, chains: await chainOfRecord(context.database, site.id, request.params.record) };
  });
}
