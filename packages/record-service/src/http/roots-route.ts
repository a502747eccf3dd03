import type { FastifyInstance } from 'fastify';
import { ExportError } from '../chain/export-file.js';
import { publishedRoots } from '../chain/published-roots.js';
import { publicKeyOf, type SignedRoot } from '../chain/root.js';
import { verifyExport } from '../chain/verify-export.js';
import { linesOfSite } from '../store/export-lines.js';
import { readRoots } from '../store/roots.js';
import { requireAdmin, siteOf } from './authority.js';
import type { Context, Site } from './context.js';
import { Refusal } from './refusal.js';

/** Of a body with roots: those of a hundred years have about this. */
const MOST_BYTES = 2 ** 24;

function publishedOf(body: unknown): SignedRoot[] {
  try {
    return publishedRoots(body);
  } catch (error) {
    if (error instanceof ExportError) throw new Refusal(400, 'roots', error.message);
    throw error;
  }
}

/** The signed days, which anybody may keep: hashes and counts, nothing of a visitor. */
export function rootsRoute(app: FastifyInstance, context: Context): void {
  const publicKey = publicKeyOf(context.signingKey);
  app.get('/v1/:site/roots', async (request) => {
    const site = siteOf(context, request);
    return { site: site.name, publicKey, roots: await readRoots(context.database, site) };
  });
  const verify = (site: Site, published?: readonly SignedRoot[]) =>
    verifyExport(linesOfSite(context.database, site, context.clock() ?? new Date()), { published });
  app.get('/v1/:site/verify', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    return verify(site);
  });
  app.post('/v1/:site/verify', {
    bodyLimit: MOST_BYTES,
    // Before the body is read, as it may be large.
    onRequest: async (request) => requireAdmin(context, request, siteOf(context, request)),
    handler: async (request) => verify(siteOf(context, request), publishedOf(request.body)),
  });
}
