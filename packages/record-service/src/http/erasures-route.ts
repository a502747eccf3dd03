import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { dueDate } from '../retention/due-date.js';
import { requestErasure } from '../retention/request-erasure.js';
import { requireAdmin, siteOf } from './authority.js';
import { type Context, nowOf } from './context.js';
import { Refusal } from './refusal.js';

const Wanted = Compile(
  Type.Object(
    {
      subject: Type.String({ minLength: 1, maxLength: 255 }),
      keepUntil: Type.Optional(Type.String({ maxLength: 30 })),
    },
    { additionalProperties: false },
  ),
);

/** The site's owner says that an account was deleted. */
export function erasuresRoute(app: FastifyInstance, context: Context): void {
  app.post('/v1/:site/erasures', async (request) => {
    const site = siteOf(context, request);
    requireAdmin(context, request, site);
    const { body } = request;
    if (!Wanted.Check(body) || (body.keepUntil && Number.isNaN(Date.parse(body.keepUntil))))
      throw new Refusal(
        400,
        'erasure',
        'The body has to be JSON with the "subject" that was deleted. "keepUntil" may name a later time than retentionDays gives, in ISO 8601.',
      );
    const { subject, keepUntil } = body;
    const now = nowOf(context);
    const dueAt = dueDate(now, site.retentionDays, keepUntil);
    const erasures = await requestErasure(context.database, site.id, { subject }, context.clock(), dueAt);
    return {
      records: erasures.length,
      dueAt:
        erasures
          .map((each) => each.dueAt)
          .sort()
          .at(-1) ?? null,
    };
  });
}
