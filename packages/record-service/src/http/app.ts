import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { mayOriginSend } from '../config/read-config.js';
import type { Context } from './context.js';
import { erasuresRoute } from './erasures-route.js';
import { eventsRoute } from './events-route.js';
import { exportRoute } from './export-route.js';
import { pageRoute } from './page-route.js';
import { recordsRoute } from './records-route.js';
import { databaseRefusal, Refusal } from './refusal.js';
import { rootsRoute } from './roots-route.js';
import { statisticsRoute } from './statistics-route.js';
import { subjectsRoute } from './subjects-route.js';

export interface AppOptions {
  /** Whether a proxy in front says where a request comes from, or the addresses of those that may. */
  readonly trustProxy?: boolean | string;
  /** Where unexpected errors go. Never what a visitor sent. */
  readonly complain: (line: string) => void;
}

/** What fastify itself refuses, in the form of every refusal. */
const CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'no-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'no-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'no-json',
  FST_ERR_RATE_LIMIT: 'too-often',
};

function refusalOf(error: FastifyError, complain: AppOptions['complain']): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode: status = 500 } = error;
  if (status === 429)
    return new Refusal(
      429,
      'too-often',
      'Too many requests from this address. Wait as long as the header "retry-after" says.',
    );
  if (status >= 400 && status < 500) return new Refusal(status, CODES[error.code] ?? 'wrong-request', error.message);
  const known = databaseRefusal(error);
  // As JSON, so that no text can begin a line of its own.
  complain(JSON.stringify({ error: known?.code ?? 'unexpected', code: error.code, message: error.message }));
  return (
    known ?? new Refusal(500, 'unexpected', 'The service made a mistake. Its log says which; nothing is acknowledged.')
  );
}

/** The service's HTTP side. It keeps no address of a visitor: the rate limit counts them in memory, and nothing logs them. */
export async function createApp(
  context: Context,
  { trustProxy = false, complain }: AppOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: context.limits.bytes,
    trustProxy,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { status, code, message, more } = refusalOf(error, complain);
    // What is refused for now may be sent again soon.
    if (status >= 503) reply.header('retry-after', 30);
    return reply.status(status).send({ error: code, message, ...more });
  });
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
  app.get('/health', { config: { rateLimit: false } }, async () => {
    await context.database.query('select 1');
    return { status: 'ok' };
  });
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
