import type { FastifyInstance } from 'fastify';
import { publicKeyOf } from '../chain/root.js';
import { verifyExport } from '../chain/verify-export.js';
import { linesOfSite } from '../store/export-lines.js';
import { readRoots } from '../store/roots.js';
import { requireAdmin, siteOf } from './authority.js';
import type { Context } from './context.js';

/** The signed days, which anybody may keep: hashes and counts, nothing of a visitor. */
export function rootsRoute(app: FastifyInstance, context: Context): void {
  const publicKey = publicKeyOf(context.signingKey);
  app.get('/v1/:site/roots', async (request) => {
    const site = siteOf(context, request);
    return { site: site.name, publicKey, roots: await readRoots(context.database, site) };
  });
  app.get('/v1/:site/verify', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    return verifyExport(linesOfSite(context.database, site, context.clock() ?? new Date()));
  });
}
