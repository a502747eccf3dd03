import type { Duration } from '@askfirst/data';
import type { Finding, SeenCookie, Visit } from '../model.js';
import { broken, firstsOnPages, sameness, subjectOf } from './broken.js';
import type { Kind } from './kind.js';
import type { PromisedItem } from './schema.js';
import { isBlamed, type Trace, tracesOf } from './traces.js';

const DAY = 86_400;
/** The longest that each can be, in seconds. */
const UNITS: Readonly<Record<Duration[1], number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: DAY,
  week: 7 * DAY,
  month: 31 * DAY,
  year: 366 * DAY,
};
/** Between the answer of a server and the moment it is read, in seconds. */
const SLACK = 60;

const lifeText = (seconds: number): string =>
  seconds >= DAY ? `${+(seconds / DAY).toFixed(1)} days` : `${+(seconds / 60).toFixed(1)} minutes`;

/** What is not as promised about a cookie, with its mend. */
function faultsOf(cookie: SeenCookie, item: PromisedItem): (readonly [string, string])[] {
  const { lifetime } = item;
  const asked = cookie.lifetimeAsked ?? cookie.lifetimeKept;
  const promised =
    lifetime === 'session'
      ? 0
      : lifetime && typeof lifetime !== 'string'
        ? lifetime[0] * UNITS[lifetime[1]]
        : undefined;
  const isTooLong = promised !== undefined && asked !== undefined && asked > promised + (promised && SLACK);
  const words = lifetime === 'session' ? 'until the browser is closed' : promised && `for ${lifeText(promised)}`;
  return [
    ...(isTooLong
      ? [
          [
            `asks to be kept for ${lifeText(asked)}, and the promise is ${words}`,
            lifetime === 'session' ? 'Set it without Max-Age and Expires.' : `Set it with Max-Age=${promised}.`,
          ] as const,
        ]
      : []),
    ...(item.httpOnly && !cookie.httpOnly
      ? [['can be read by scripts, and the promise is that it cannot', 'Let the server set it with HttpOnly.'] as const]
      : []),
    ...(item.secure && !cookie.secure
      ? [['travels without https, and the promise is that it does not', 'Set it with Secure.'] as const]
      : []),
  ];
}

const isUnlisted = ({ kind, service, isAnswer }: Trace): boolean => kind !== 'request' && !service && !isAnswer;

/** Only what the owner's list names is stored, with the lifetime and the flags that it names. */
export const stores: Kind = {
  key: 'stores',
  kept: 'All that was stored is in the list of the promises, with its lifetime and its flags.',
  looksAt: (_, { services }) => !!services,
  judge(visits, rules) {
    const unlisted = firstsOnPages(visits, (visit) =>
      tracesOf(visit, rules).filter((each) => isUnlisted(each) && !isBlamed(visit, each)),
    ).map(({ visit, trace }) =>
      broken(this.key, visit, trace, rules, {
        why: 'the promises do not list it',
        mend: `Remove it, or add ${trace.name} to "stores" of a service in promises.json.`,
      }),
    );
    const told = new Set<string>();
    const isNew = (visit: Visit, trace: Trace, what: string) => {
      const key = `${visit.page} ${sameness(trace)} ${what}`;
      return !told.has(key) && !!told.add(key);
    };
    const faults = visits.flatMap((visit): Finding[] =>
      tracesOf(visit, rules).flatMap((trace) => {
        const { item, seen } = trace;
        return trace.kind !== 'cookie' || !item
          ? []
          : faultsOf(seen as SeenCookie, item)
              .filter(([what]) => isNew(visit, trace, what))
              .map(([what, mend]) => ({
                ...broken(this.key, visit, trace, rules, { mend }),
                says: `${subjectOf(trace)} ${what}.`,
              }));
      }),
    );
    return [...unlisted, ...faults];
  },
};
