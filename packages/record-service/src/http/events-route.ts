import type { FastifyInstance } from 'fastify';
import { hashOf } from '../chain/entry.js';
import { mayOriginSend } from '../config/read-config.js';
import { isAhead, mistakeOf } from '../event/check-event.js';
import type { RecordEvent } from '../event/event.js';
import { eraseAsAsked } from '../retention/erase-as-asked.js';
import { siteOf, subjectOf } from './authority.js';
import type { Context, Site } from './context.js';
import { Refusal } from './refusal.js';

/** Why one event of a request was not stored. */
interface Refused {
  /** Its place in the request, from 0. */
  readonly place: number;
  readonly code: 'invalid' | 'ahead' | 'conflict';
  readonly message: string;
}
const STATUS = { invalid: 400, ahead: 422, conflict: 409 } as const;

function checkOrigin({ origins }: Site, origin: string | undefined): void {
  if (!origin)
    throw new Refusal(
      403,
      'origin',
      'Events come from pages, and browsers name their origin: the header "Origin" is missing.',
    );
  if (!mayOriginSend(origins, origin))
    throw new Refusal(
      403,
      'origin',
      'Pages of this origin may not send to this site. Add it to "origins" in the configuration.',
    );
}

function listOf(body: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(body)) throw new Refusal(400, 'no-list', 'The body has to be a JSON list of events.');
  if (body.length > most)
    throw new Refusal(413, 'too-many', `At most ${most} events in one request: this one has ${body.length}.`);
  return body;
}

/** Takes events from pages. Each is taken or refused for itself, so that one that is wrong holds up no other. */
export function eventsRoute(app: FastifyInstance, context: Context): void {
  app.post('/v1/:site/events', async (request) => {
    const site = siteOf(context, request);
    checkOrigin(site, request.headers.origin);
    const subject = await subjectOf(request, site);
    const now = context.clock()?.getTime() ?? Date.now();
    const refused: Refused[] = [];
    const accepted: { place: number; event: RecordEvent }[] = [];
    for (const [place, value] of listOf(request.body, context.limits.events).entries()) {
      const mistake = mistakeOf(value);
      const event = value as RecordEvent;
      if (mistake)
        refused.push({ place, code: 'invalid', message: `The event at place ${place} is not one: ${mistake}.` });
      else if (isAhead(event, now))
        refused.push({
          place,
          code: 'ahead',
          message: `The event at place ${place} is from a time to come: the clock of its device is wrong.`,
        });
      else accepted.push({ place, event });
    }
    const events = accepted.map(({ event }) => ({
      site: site.id,
      record: event.recordId,
      seq: event.seq,
      hash: hashOf(event),
      subject: event.subject !== undefined && event.subject === subject ? subject : null,
      event,
    }));
    const outcomes = await context.append(events);
    const there = events.filter((_, index) => outcomes[index] !== 'conflict');
    await eraseAsAsked(context, site, there, now);
    for (const [index, outcome] of outcomes.entries()) {
      const place = accepted[index]?.place as number;
      if (outcome === 'conflict')
        refused.push({
          place,
          code: 'conflict',
          message: `Another event has the recordId and seq of that at place ${place}. The first one stays.`,
        });
    }
    const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
    const counts = { stored: count('stored'), known: count('known') };
    const [one] = refused;
    if (one) throw new Refusal(STATUS[one.code], one.code, one.message, { ...counts, refused });
    return counts;
  });
}
