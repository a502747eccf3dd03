import type { FastifyInstance } from 'fastify';
import { requireAdmin, siteOf } from './authority.js';
import { type Context, nowOf } from './context.js';
import { monthOfQuery } from './month-of-query.js';

/** How many said yes, by category, law, language, layout and day. */
export function statisticsRoute(app: FastifyInstance, context: Context): void {
  app.get('/v1/:site/statistics', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    const now = nowOf(context);
    return context.readStatistics(site, monthOfQuery(request, now), now);
  });
}
