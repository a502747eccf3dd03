import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { PAGE_POLICY, signInPage, statisticsPage } from '../page/page.js';
import { requireAdmin, siteOf } from './authority.js';
import { type Context, nowOf } from './context.js';
import { monthOfQuery } from './month-of-query.js';

/** Beside `src` and `dist`. */
const asset = (name: string) => readFileSync(new URL(`../../assets/${name}`, import.meta.url));

const sendPage = (reply: FastifyReply, html: string) =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(html);

/** The operator's page, which says nothing to whoever has no token. */
export function pageRoute(app: FastifyInstance, context: Context): void {
  const style = asset('page.css');
  const script = asset('page.js');
  const [site = '', ...more] = context.sites.keys();
  const entrance = signInPage(more.length ? '' : site);
  app.get('/', async (_request, reply) => sendPage(reply, entrance));
  app.get('/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/page.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  app.get('/v1/:site/page', async (request, reply) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    const now = nowOf(context);
    const statistics = await context.readStatistics(site, monthOfQuery(request, now), now);
    return sendPage(reply, statisticsPage(statistics));
  });
}
