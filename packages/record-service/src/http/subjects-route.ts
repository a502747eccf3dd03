import type { FastifyInstance } from 'fastify';
import { toObject } from '../chain/export-file.js';
import { verifyExport } from '../chain/verify-export.js';
import { linesOfSubject } from '../store/export-lines.js';
import { requireAdmin, requireSubject, siteOf } from './authority.js';
import type { Context, Site } from './context.js';

interface Params {
  readonly subject: string;
}

/** What is kept about an account, for itself and for the site's owner. */
export function subjectsRoute(app: FastifyInstance, context: Context): void {
  const linesOf = (site: Site, { subject }: Params) =>
    linesOfSubject(context.database, site, subject, context.clock() ?? new Date());
  app.get<{ Params: Params }>('/v1/:site/subjects/:subject', async (request) => {
    const site = siteOf(context, request);
    await requireSubject(context, request, site, request.params.subject);
    return toObject(await linesOf(site, request.params));
  });
  app.get<{ Params: Params }>('/v1/:site/subjects/:subject/verify', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    return verifyExport(await linesOf(site, request.params));
  });
}
