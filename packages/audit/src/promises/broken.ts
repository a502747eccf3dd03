import type { Cause, Finding, Visit } from '../model.js';
import { whenOf } from './phase.js';
import type { Rules } from './rules.js';
import type { Trace } from './traces.js';

const KINDS = {
  request: 'A request',
  cookie: 'The cookie',
  localStorage: 'The entry',
  sessionStorage: 'The entry',
  indexedDB: 'The database',
  cacheStorage: 'The cache',
} as const;
const PLACES: Partial<Record<Trace['kind'], string>> = {
  localStorage: ' in local storage',
  sessionStorage: ' in session storage',
};

/** `(Google Analytics 4)`, and where it hides. */
const whose = ({ vendor, isForeign, kind }: Trace): string =>
  vendor ? ` (${vendor.name}${kind === 'request' && !isForeign ? ', behind a path of the site’s own' : ''})` : '';

/** What something is, as the start of a sentence. */
export const subjectOf = (trace: Trace): string =>
  trace.kind === 'request'
    ? `A request to ${trace.name}${whose(trace)}`
    : `${KINDS[trace.kind]} ${trace.name}${PLACES[trace.kind] ?? ''}${whose(trace)}`;

const CAUSES: Record<Cause['kind'], string> = {
  script: 'the script',
  markup: 'the markup',
  stylesheet: 'the style sheet',
  preload: 'the preload',
  redirect: 'the redirect',
  frame: 'the frame',
  worker: 'the worker',
  'service-worker': 'the service worker',
  navigation: 'the navigation',
  unknown: 'what',
};

/** `the script https://www.example.com/app.js, line 12`. */
export function causeText([cause]: readonly Cause[]): string | undefined {
  if (!cause?.url) return undefined;
  return `${CAUSES[cause.kind]}${cause.kind === 'unknown' ? ' answers' : ''} ${cause.url}${cause.line ? `, line ${cause.line}` : ''}`;
}

/** The smallest thing that lets something wait for a yes. */
function waitOf(trace: Trace, rules: Rules): string {
  const category = trace.categories?.[0];
  const when = category ? `a yes to ${category}` : 'a yes';
  const by = causeText(trace.causes);
  if (trace.vendor?.category || trace.vendor?.by === 'host' || trace.service)
    return by
      ? `Let ${by} run only after ${when}.`
      : `Load ${trace.vendor?.name ?? trace.service?.id} only after ${when}.`;
  const list = rules.services
    ? 'add it to "services" of promises.json'
    : 'list it under "services" of promises.json as necessary';
  const otherwise = `if the page does not work without it, ${list}`;
  if (trace.kind === 'request')
    return `${by ? `Let ${by} run` : `Contact ${trace.host}`} only after a yes, or serve it from the site’s own host; ${otherwise}.`;
  return `${by ? `Let ${by} store it` : 'Store it'} only after a yes; ${otherwise}.`;
}

/** A finding about something that left or stayed. */
export function broken(
  promise: string,
  visit: Visit,
  trace: Trace,
  rules: Rules,
  parts: { readonly did?: string; readonly why?: string; readonly mend?: string; readonly count?: number } = {},
): Finding {
  const isCached = 'fromCache' in trace.seen && trace.seen.fromCache;
  const did =
    parts.did ??
    (trace.kind !== 'request' ? 'was stored' : isCached ? 'was answered by the browser’s own cache' : 'left');
  const more = parts.count && parts.count > 1 ? `, and ${parts.count - 1} more after it` : '';
  return {
    promise,
    result: 'broken',
    says: `${subjectOf(trace)} ${did} ${whenOf(visit, trace.at)}${more}${parts.why ? `: ${parts.why}` : ''}.`,
    page: trace.page,
    state: visit.state,
    at: trace.at,
    subject: trace.subject,
    ...(trace.causes[0] && { causes: [...trace.causes] }),
    mend: parts.mend ?? waitOf(trace, rules),
  };
}

/** One of those that are the same in all that matters: the host, the vendor and the type of a request, or the name of an entry. */
export const sameness = ({ kind, name, host, vendor, seen }: Trace): string =>
  kind === 'request' ? [kind, host, vendor?.name, 'type' in seen && seen.type].join(' ') : [kind, name, host].join(' ');

/** The first of each, with how many there are. */
export function firsts(traces: readonly Trace[]): { trace: Trace; count: number }[] {
  const found = new Map<string, { trace: Trace; count: number }>();
  for (const trace of traces) {
    const same = found.get(sameness(trace));
    if (same) same.count += 1;
    else found.set(sameness(trace), { trace, count: 1 });
  }
  return [...found.values()];
}

/** The first of each on a page, in whatever visit of that page it was: every state begins the same way. */
export function firstsOnPages(
  visits: readonly Visit[],
  wanted: (visit: Visit) => readonly Trace[],
): { visit: Visit; trace: Trace; count: number }[] {
  const told = new Set<string>();
  return visits.flatMap((visit) =>
    firsts(wanted(visit)).flatMap((first) => {
      const key = `${visit.page} ${sameness(first.trace)}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ visit, ...first }];
    }),
  );
}
