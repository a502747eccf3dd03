import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { mayOriginSend } from '../config/read-config.js';
import type { Context } from './context.js';
import { erasuresRoute } from './erasures-route.js';
import { eventsRoute } from './events-route.js';
import { exportRoute } from './export-route.js';
import { healthRoute } from './health-route.js';
import { pageRoute } from './page-route.js';
import { readJson } from './read-json.js';
import { recordsRoute } from './records-route.js';
import { databaseRefusal, frameworkRefusal, Refusal } from './refusal.js';
import { rootsRoute } from './roots-route.js';
import { statisticsRoute } from './statistics-route.js';
import { subjectsRoute } from './subjects-route.js';

export interface AppOptions {
  /** Addresses of the proxies in front. Not simply `true`: then a caller could say itself where it comes from. */
  readonly trustProxy?: string;
  /** Where unexpected errors go. Never what a visitor sent. */
  readonly complain: (line: string) => void;
}

function refusalOf(error: FastifyError, complain: AppOptions['complain']): Refusal {
  if (error instanceof Refusal) return error;
  const known = frameworkRefusal(error) ?? databaseRefusal(error);
  if (known && known.status < 500) return known;
  // As JSON, so that no text can begin a line of its own.
  complain(JSON.stringify({ error: known?.code ?? 'unexpected', code: error.code, message: error.message }));
  return (
    known ?? new Refusal(500, 'unexpected', 'The service made a mistake. Its log says which; nothing is acknowledged.')
  );
}

/** The service's HTTP side. It keeps no address of a visitor: the rate limit counts them in memory, and nothing logs them. */
export async function createApp(context: Context, { trustProxy, complain }: AppOptions): Promise<FastifyInstance> {
  const refuse = (error: FastifyError, reply: FastifyReply) => {
    const { status, code, message, more } = refusalOf(error, complain);
    // What is refused for now may be sent again soon.
    if (status >= 503) reply.header('retry-after', 30);
    return reply.status(status).send({ error: code, message, ...more });
  };
  const app = fastify({
    bodyLimit: context.limits.bytes,
    trustProxy: trustProxy ?? false,
    requestTimeout: 10_000,
    // Node looks every 30 seconds, and takes the larger of both times for the body:
    // https://nodejs.org/docs/latest-v20.x/api/http.html#serverheaderstimeout
    http: { connectionsCheckingInterval: 2000, headersTimeout: 10_000 },
    forceCloseConnections: 'idle',
    // Addresses that are none.
    frameworkErrors: (error, _request, reply) => refuse(error, reply),
  });
  readJson(app);
  app.setErrorHandler<FastifyError>((error, _request, reply) => refuse(error, reply));
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send({ error: 'unknown-address', message: 'There is nothing at this address.' }),
  );
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });
  await app.register(cors, {
    delegator: (request, callback) => {
      const site = context.sites.get(/^\/v1\/([^/?]+)\//.exec(request.url)?.[1] ?? '');
      const { origin } = request.headers;
      const mayRead = site !== undefined && origin !== undefined && mayOriginSend(site.origins, origin);
      callback(null, { origin: mayRead ? origin : false, methods: ['GET', 'POST'], maxAge: 7200 });
    },
  });
  await app.register(rateLimit, { max: context.limits.requestsPerMinute, timeWindow: '1 minute' });
  healthRoute(app, context);
  eventsRoute(app, context);
  recordsRoute(app, context);
  subjectsRoute(app, context);
  exportRoute(app, context);
  erasuresRoute(app, context);
  statisticsRoute(app, context);
  pageRoute(app, context);
  rootsRoute(app, context);
  return app;
}
