import type { FastifyInstance } from 'fastify';
import type { Context } from './context.js';

/** For how long an answer holds, in milliseconds. */
const HOLDS = 1000;

/**
 * Whether the service and its database answer, for whoever restarts it. It has no limit of requests, because all of a proxy would share
 * one; so the database is asked once a second at most, and never again before it has answered.
 */
export function healthRoute(app: FastifyInstance, { database }: Context): void {
  let answer: Promise<unknown> | undefined;
  const ask = () => {
    answer ??= database.query('select 1').finally(() => {
      setTimeout(() => {
        answer = undefined;
      }, HOLDS).unref();
    });
    return answer;
  };
  app.get('/health', { config: { rateLimit: false } }, async () => {
    await ask();
    return { status: 'ok' };
  });
}
