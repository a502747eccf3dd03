import type { FastifyInstance } from 'fastify';
import { verifyChain } from '../chain/verify-chain.js';
import { chainsOfSubject } from '../store/read-chains.js';
import { requireAdmin, requireSubject, siteOf } from './authority.js';
import type { Context } from './context.js';

interface Params {
  readonly subject: string;
}

/** What is kept about an account, for itself and for the site's owner. */
export function subjectsRoute(app: FastifyInstance, context: Context): void {
  app.get<{ Params: Params }>('/v1/:site/subjects/:subject', async (request) => {
    const site = siteOf(context, request);
    const { subject } = request.params;
    await requireSubject(context, request, site, subject);
    return { site: site.name, chains: await chainsOfSubject(context.database, site.id, subject) };
  });
  app.get<{ Params: Params }>('/v1/:site/subjects/:subject/verify', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    const chains = await chainsOfSubject(context.database, site.id, request.params.subject);
    const findings = chains.flatMap(verifyChain);
    return { intact: !findings.length, chains: chains.length, findings };
  });
}
