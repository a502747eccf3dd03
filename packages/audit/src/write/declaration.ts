import type { Duration, Lifetime, Service, StoredItem } from '@askfirst/data';
import { all } from '@askfirst/data/services/all';
import { cores } from '@askfirst/data/services/cores';
import type { SeenCookie, SeenRequest, Visit } from '../model.js';
import { rulesOf } from '../promises/rules.js';
import { strictPromises } from '../promises/schema.js';
import { type Trace, tracesOf } from '../promises/traces.js';
import { addressOf, isHost, isName, siteOf, withDomains } from '../recognise/match.js';

/** A service for `services` of an Askfirst configuration. */
export interface WrittenService {
  readonly id?: string;
  readonly category?: string;
  readonly name?: string;
  readonly provider?: string;
  readonly hosts?: readonly string[];
  readonly stores?: readonly StoredItem[];
  /** The vendor's id of the site, by the id of the service: `{ "ga4": "G-XXXX" }`. */
  readonly [tagId: string]: unknown;
}

export interface Declaration {
  readonly services: readonly WrittenService[];
  /** What the owner has to look at, one sentence each: what no visit can show. */
  readonly review: readonly string[];
}

const UNITS: readonly (readonly [Duration[1], number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Seconds in the largest unit that they fill, to the nearest that is not less. */
function durationOf(seconds: number): Duration {
  const [unit, length] = UNITS.find(([, each]) => seconds >= each && seconds % each === 0) ??
    UNITS.find(([, each]) => seconds >= 2 * each) ?? ['second', 1];
  return [Math.max(1, Math.ceil(seconds / length)), unit];
}

function lifetimeOf({ kind, seen }: Trace): Lifetime {
  if (kind === 'sessionStorage') return 'session';
  if (kind !== 'cookie') return 'persistent';
  const asked = (seen as SeenCookie).lifetimeAsked ?? (seen as SeenCookie).lifetimeKept;
  return asked === undefined ? 'session' : durationOf(asked);
}

function itemOf(trace: Trace): StoredItem {
  const { path } = trace.seen as SeenCookie;
  return {
    name: trace.name,
    kind: trace.kind as StoredItem['kind'],
    lifetime: lifetimeOf(trace),
    ...(trace.kind === 'cookie' && path !== '/' && { path }),
  };
}

/** One of each kind and name, the longest life of them. */
function itemsOf(traces: readonly Trace[]): StoredItem[] {
  const found = new Map<string, { item: StoredItem; life: number }>();
  for (const trace of traces) {
    if (trace.kind === 'request') continue;
    const life = (trace.seen as SeenCookie).lifetimeAsked ?? 0;
    const key = `${trace.kind} ${trace.name}`;
    if ((found.get(key)?.life ?? -1) < life) found.set(key, { item: itemOf(trace), life });
  }
  return [...found.values()].map(({ item }) => item).sort((a, b) => a.name.localeCompare(b.name));
}

const idFrom = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '') || 'service';
/** The folder of a path of the site's own host behind which a vendor hides. */
const folderOf = (name: string): string => /^[^/]*(\/[^/]+)/.exec(name)?.[1] ?? '/';

/** The hosts that were seen and that the catalogue does not have; a path alone on the site's own host. */
const moreHosts = (traces: readonly Trace[], known: readonly string[]): string[] => [
  ...new Set(
    traces
      .filter(({ kind }) => kind === 'request')
      .map(({ name, host, isForeign }) => (isForeign ? host : folderOf(name)))
      .filter(
        (host) =>
          host !== '/' && !isHost(withDomains(known), new URL(`https://${host.replace(/^\//, 'own.invalid/')}`)),
      ),
  ),
];

function tagIdOf(id: string, traces: readonly Trace[]): string | undefined {
  const ids = traces.flatMap(({ seen }) => {
    const query = 'url' in seen ? addressOf((seen as SeenRequest).url)?.searchParams : undefined;
    return [query?.get('id'), query?.get('tid')].filter((each) => !!each);
  });
  const wanted: Readonly<Record<string, RegExp>> = { ga4: /^G-/, gtm: /^GTM-/, 'google-ads': /^AW-/ };
  return ids.find((each) => each && wanted[id]?.test(each)) ?? undefined;
}

function ofCatalogue(known: Service, traces: readonly Trace[]): WrittenService {
  const category = typeof known.category === 'string' ? known.category : (known.category[0] ?? '');
  const hosts = moreHosts(traces, known.hosts ?? []);
  const listed = known.stores ?? [];
  const stores = itemsOf(traces).filter(
    ({ kind, name }) => !listed.some((each) => each.kind === kind && isName(each.name, name)),
  );
  const more = {
    ...(hosts[0] && { hosts: [...(known.hosts ?? []), ...hosts] }),
    ...(stores[0] && { stores: [...listed, ...stores] }),
  };
  if (!cores[known.id]) return { id: known.id, category, ...more };
  const tagId = tagIdOf(known.id, traces);
  if (tagId) return { [known.id]: tagId, ...more };
  const { id, name, provider } = known;
  return { id, name, provider, category, hosts: known.hosts ?? [], stores: listed, ...more };
}

const withStores = (traces: readonly Trace[]) => {
  const stores = itemsOf(traces);
  return stores[0] ? { stores } : {};
};

/**
 * The `services` of an Askfirst configuration, written from what was seen, for the owner to review. Nothing is guessed in the visitor's
 * favour: what nobody knows waits for a yes, and is named in `review`.
 *
 * @param visits Recognised visits, of which some accepted everything.
 */
export function declarationOf(visits: Iterable<Visit>): Declaration {
  const rules = rulesOf(strictPromises, []);
  const groups = new Map<string, Trace[]>();
  let own: string | undefined;
  const traces: Trace[] = [];
  for (const visit of visits) {
    own ??= addressOf(visit.page)?.hostname;
    traces.push(...tracesOf(visit, rules));
  }
  for (const trace of traces) {
    const { vendor, host, isForeign, categories } = trace;
    const site = siteOf(addressOf(`https://${host}`)?.hostname ?? host);
    const isSite = !isForeign && !vendor?.id && (!vendor || vendor.category === 'necessary');
    const key = isSite
      ? `site ${categories?.includes('necessary') ? 'necessary' : ''}`
      : (vendor?.name ?? `host ${site}`);
    groups.set(key, [...(groups.get(key) ?? []), trace]);
  }
  own ??= 'this site';
  const review: string[] = [];
  const services: WrittenService[] = [];
  for (const [key, group] of groups) {
    const vendor = group[0]?.vendor;
    const known = vendor?.id ? all[vendor.id] : undefined;
    if (key === 'site necessary') {
      // Askfirst declares its own record; that of another tool goes with the tool.
      const stays = group.filter(({ isAnswer }) => !isAnswer);
      const site = withStores(stays);
      if (site.stores) services.push({ id: 'site', name: own, provider: own, category: 'necessary', ...site });
    } else if (key === 'site ') {
      const { stores = [] } = withStores(group);
      services.push({ id: 'site-other', name: own, provider: own, category: 'functional', stores });
      review.push(
        `Nothing shows what ${stores.map(({ name }) => name).join(', ')} of your own site is for: it waits for a yes to functional. Move what the site cannot do without to a service of the category necessary.`,
      );
    } else if (known) {
      services.push(ofCatalogue(known, group));
    } else {
      const name = vendor?.name ?? key.slice('host '.length);
      const hosts = moreHosts(group, []);
      services.push({
        id: idFrom(name),
        name,
        provider: name,
        category: vendor?.category ?? 'marketing',
        ...(hosts[0] && { hosts }),
        ...withStores(group),
      });
      review.push(
        vendor
          ? `${name} is not in the catalogue of services: say who provides it${vendor.category ? '' : ', and whether marketing is the right category'}.`
          : `Nobody knows who runs ${name} and what for: it waits for a yes to marketing. Say who provides it, and choose its category.`,
      );
    }
  }
  return { services, review };
}
