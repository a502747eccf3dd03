import type { FastifyInstance } from 'fastify';
import { mayOriginSend } from '../config/read-config.js';
import { type Accepted, conflict, type Refused, readEvent } from '../event/read-event.js';
import { eraseAsAsked } from '../retention/erase-as-asked.js';
import { siteOf, subjectOf } from './authority.js';
import type { Context, Site } from './context.js';
import { Refusal } from './refusal.js';

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
    const read = listOf(request.body, context.limits.events).map((value, place) => readEvent(value, place, now));
    const refused: Refused[] = read.filter((each) => 'code' in each);
    const accepted: Accepted[] = read.filter((each) => 'hash' in each);
    const events = accepted.map(({ event, hash }) => ({
      site: site.id,
      record: event.recordId,
      seq: event.seq,
      hash,
      subject: event.subject !== undefined && event.subject === subject ? subject : null,
      event,
    }));
    const outcomes = await context.append(events);
    const there = events.filter((_, index) => outcomes[index] !== 'conflict');
    await eraseAsAsked(context, site, there, now);
    const placesOf = (wanted: string) => accepted.filter((_, index) => outcomes[index] === wanted);
    refused.push(...placesOf('conflict').map(({ place }) => conflict(place)));
    const counts = { stored: placesOf('stored').length, known: placesOf('known').length };
    const [first] = refused;
    if (first) throw new Refusal(STATUS[first.code], first.code, first.message, { ...counts, refused });
    return counts;
  });
}
