/** What a change of a site changed: what is contacted, stored and promised before it and after it. */
import type { Report, Visit } from '../model.js';
import { phaseAt } from '../promises/phase.js';

/** From the least allowed to the most. What a report saw earliest counts. */
const PHASES = [
  'before a choice',
  'after Reject',
  'after a yes was withdrawn',
  'after one category was accepted',
  'after Accept',
] as const;

export type When = (typeof PHASES)[number];

export interface Thing {
  readonly kind: 'host' | 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';
  /** The host, or the name of what is stored. */
  readonly name: string;
  readonly when: When;
  /** Pages on which it was seen. */
  readonly pages: readonly string[];
}

export interface Moved extends Thing {
  /** When it was first seen in the report of before. */
  readonly was: When;
}

export interface Comparison {
  readonly new: readonly Thing[];
  readonly gone: readonly Thing[];
  /** Seen at a moment that allows less: after Accept before, and now before a choice. */
  readonly earlier: readonly Moved[];
  readonly later: readonly Moved[];
  /** Sentences of broken promises that were not in the report of before, and those that are no more. */
  readonly broken: readonly string[];
  readonly mended: readonly string[];
  /** Why the two cannot be compared in full: pages or states that only one has. */
  readonly notes: readonly string[];
}

function whenOf(visit: Visit, at: number): number {
  switch (phaseAt(visit, at)) {
    case 'rejected':
      return 1;
    case 'withdrawn':
      return 2;
    case 'chosen':
      return 3;
    case 'accepted':
      return 4;
    default:
      return 0;
  }
}

interface Seen {
  readonly kind: Thing['kind'];
  readonly name: string;
  when: number;
  readonly pages: Set<string>;
}

function thingsOf({ visits }: Report): Map<string, Seen> {
  const things = new Map<string, Seen>();
  const see = (visit: Visit, kind: Thing['kind'], name: string, at: number) => {
    const key = `${kind} ${name}`;
    const thing = things.get(key) ?? { kind, name, when: PHASES.length, pages: new Set() };
    things.set(key, thing);
    thing.when = Math.min(thing.when, whenOf(visit, at));
    thing.pages.add(visit.page);
  };
  for (const visit of visits) {
    for (const { url, at, fromCache } of visit.requests)
      if (!fromCache && URL.canParse(url)) see(visit, 'host', new URL(url).host, at);
    for (const { name, at } of visit.cookies) see(visit, 'cookie', name, at);
    for (const { kind, key, at } of visit.storage) see(visit, kind, key, at);
  }
  return things;
}

const thing = ({ kind, name, when, pages }: Seen): Thing => ({
  kind,
  name,
  when: PHASES[when] as When,
  pages: [...pages],
});

const brokenOf = ({ findings }: Report) =>
  new Set(findings.flatMap(({ result, says }) => (result === 'broken' ? says : [])));

function notesOn(before: Report, after: Report): string[] {
  const only = (which: string, mine: readonly string[], others: readonly string[]) =>
    mine.filter((each) => !others.includes(each)).map((each) => `Only the report of ${which} has ${each}.`);
  const pages = ({ visits }: Report) => [...new Set(visits.map(({ page }) => page))];
  const states = ({ visits }: Report) => [...new Set(visits.map(({ state }) => `the state ${state}`))];
  return [pages, states].flatMap((list) => [
    ...only('before', list(before), list(after)),
    ...only('after', list(after), list(before)),
  ]);
}

/**
 * @example
 * const { new: added, earlier } = compareReports(lastMonth, today);
 */
export function compareReports(before: Report, after: Report): Comparison {
  const was = thingsOf(before);
  const is = thingsOf(after);
  const without = (mine: Map<string, Seen>, others: Map<string, Seen>) =>
    [...mine].filter(([key]) => !others.has(key)).map(([, each]) => thing(each));
  const moved = (isMoved: (now: number, then: number) => boolean) =>
    [...is].flatMap(([key, now]): Moved[] => {
      const then = was.get(key);
      return then && isMoved(now.when, then.when) ? [{ ...thing(now), was: PHASES[then.when] as When }] : [];
    });
  const brokenBefore = brokenOf(before);
  const brokenAfter = brokenOf(after);
  return {
    new: without(is, was),
    gone: without(was, is),
    earlier: moved((now, then) => now < then),
    later: moved((now, then) => now > then),
    broken: [...brokenAfter].filter((says) => !brokenBefore.has(says)),
    mended: [...brokenBefore].filter((says) => !brokenAfter.has(says)),
    notes: notesOn(before, after),
  };
}
