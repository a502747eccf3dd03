/** Puts together what the network log and the protocol say of the same requests. The log decides what left. */
import { getDomain } from 'tldts';
import type { Cause, SeenRequest } from '../model.js';
import type { NetLog, WireHop } from './net-log-events.js';
import type { ToldHop } from './told.js';

/** The documents that were open, in order. */
export type Pages = { url: string; at: number }[];

const withoutFragment = (url: string) => url.replace(/#.*$/, '');
const keyOf = ({ method, url }: { method: string; url: string }) => `${method} ${withoutFragment(url)}`;
const originOf = (url: string | undefined) => {
  try {
    return new URL(url ?? '').origin;
  } catch {
    return undefined;
  }
};

/** Registrable domain, or the host where there is none: `localhost`, an address. */
function siteOf(url: string): string {
  try {
    const { hostname } = new URL(url);
    return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
  } catch {
    return '';
  }
}

/** Whether another registrable domain than that of the page is asked. */
export const isThirdParty = (url: string, page: string): boolean => siteOf(url) !== siteOf(page);

/** The page that was open then; what a page sends while it is left is told after the next one came. */
function pageAt(pages: Pages, at: number, initiator?: string): string {
  const index = Math.max(
    0,
    pages.findLastIndex((page) => page.at <= at),
  );
  const page = pages[index]?.url ?? '';
  if (!initiator || originOf(page) === initiator) return page;
  const before = pages[index - 1]?.url;
  return originOf(before) === initiator ? (before ?? page) : page;
}

/** What the network log does not write down as a request. */
const CONNECTIONS = ['WebTransport', 'WebRTC'];
const TYPES: Record<string, string> = { Ping: 'beacon', XHR: 'fetch', Other: 'other' };
const typeOf = (told: ToldHop) => TYPES[told.type] ?? told.type.toLowerCase();

/**
 * Who caused what caused it, up to the document: a script that was loaded by a script that the page names. Only causes with an
 * address lead on, and none leads in a circle.
 */
function chain(told: ToldHop, byUrl: Map<string, ToldHop>): Cause[] {
  const causes: Cause[] = [];
  const seen = new Set<string>();
  let from: ToldHop | undefined = told;
  while (from && causes.length < 20) {
    for (const cause of from.causes) {
      const isSheet = cause.kind === 'markup' && byUrl.get(cause.url ?? '')?.type === 'Stylesheet';
      causes.push(isSheet ? { ...cause, kind: 'stylesheet' } : cause);
    }
    const { target } = from;
    if ((target.kind === 'worker' || target.kind === 'service-worker') && from.url !== target.url) {
      if (!causes.some(({ kind }) => kind === target.kind)) causes.push({ kind: target.kind, url: target.url });
    }
    const next: string | undefined = causes.findLast(({ kind, url }) => url && kind !== 'redirect')?.url;
    if (!next || seen.has(next)) break;
    seen.add(next);
    from = byUrl.get(next);
    if (from?.type === 'Document') break;
  }
  return causes;
}

function fromOf({ target, isMainFrame, document, type }: ToldHop): SeenRequest['from'] {
  if (target.kind === 'worker' || target.kind === 'service-worker') return { kind: target.kind, url: target.url };
  if (isMainFrame || type === 'Document') return undefined;
  return { kind: 'frame', url: document };
}

/**
 * @param log what the browser wrote down
 * @param told what its protocol told
 * @param pages documents that were open
 * @param zero moment of the first navigation, in milliseconds since 1970
 */
export function joinRequests(
  log: Pick<NetLog, 'hops' | 'preconnects'>,
  told: ToldHop[],
  pages: Pages,
  zero: number,
): SeenRequest[] {
  const byUrl = new Map<string, ToldHop>();
  for (const hop of told) if (!byUrl.has(hop.url)) byUrl.set(hop.url, hop);
  const waiting = new Map<string, ToldHop[]>();
  for (const hop of told) waiting.set(keyOf(hop), [...(waiting.get(keyOf(hop)) ?? []), hop]);
  const partner = new Map<ToldHop, WireHop>();
  const requests: SeenRequest[] = [];
  const open = new Set(pages.map(({ url }) => url));
  let count = 0;

  const add = (at: number, wire: WireHop | undefined, hop: ToldHop | undefined, more: Partial<SeenRequest>) => {
    const url = hop?.url ?? wire?.url ?? '';
    const isTop = hop?.type === 'Document' && hop.isMainFrame;
    const isOfPage = hop?.isMainFrame && open.has(hop.document);
    const page = isOfPage ? hop.document : pageAt(pages, at, hop ? originOf(hop.document) : wire?.initiator);
    const from = hop && fromOf(hop);
    requests.push({
      id: `${++count}`,
      url,
      method: hop?.method ?? wire?.method ?? 'GET',
      type: wire?.isPrefetch ? 'prefetch' : hop ? typeOf(hop) : wire?.isNavigation ? 'document' : 'other',
      at: Math.round(at - zero),
      page: isTop ? url : page,
      ...(from && { from }),
      causes: hop ? chain(hop, byUrl) : [{ kind: 'unknown', ...(wire?.initiator && { url: wire.initiator }) }],
      redirects: hop?.redirects ?? [],
      ...(hop?.body && { body: hop.body }),
      cookiesSent: wire?.cookiesSent ?? [],
      cookiesSet: wire?.cookiesSet ?? [],
      isThirdParty: !isTop && isThirdParty(url, page),
      ...more,
    });
  };

  const sources = new Map<number, WireHop[]>();
  for (const wire of log.hops) {
    if (!wire.initiator && !wire.isNavigation) continue;
    if (!/^(https?|wss?):/.test(wire.url)) continue;
    const candidates = (waiting.get(keyOf(wire)) ?? []).filter((hop) => !partner.has(hop));
    // What a service worker was asked for and what it asked for itself have the same address: the latter left.
    const own = candidates.filter((hop) => !hop.fromServiceWorker);
    const hop = (own.length ? own : candidates).reduce<ToldHop | undefined>(
      (best, next) => (!best || Math.abs(next.at - wire.at) < Math.abs(best.at - wire.at) ? next : best),
      undefined,
    );
    if (hop) partner.set(hop, wire);
    // The page asked, and its service worker asked in its place.
    const asker = hop?.target.kind === 'service-worker' && candidates.find((other) => other.fromServiceWorker);
    const before = sources.get(wire.source) ?? [];
    sources.set(wire.source, [...before, wire]);
    if (!wire.left && wire.status === undefined && !hop) continue;
    const status = wire.status ?? hop?.status;
    const failed = status === undefined ? (wire.failed ?? hop?.failed) : undefined;
    add(hop?.at ?? wire.at, wire, hop, {
      ...(!hop && { redirects: before.map(({ url }) => url) }),
      ...(status !== undefined && { status }),
      ...(failed && { failed }),
      ...(!wire.left && { fromCache: true }),
      ...(hop && asker && { causes: [...chain(hop, byUrl), ...chain(asker, byUrl)] }),
    });
  }

  for (const hop of told) {
    const isConnection = CONNECTIONS.includes(hop.type);
    if (partner.has(hop) || hop.fromServiceWorker || !(hop.fromCache || isConnection)) continue;
    add(hop.at, undefined, hop, {
      ...(!isConnection && { fromCache: true }),
      ...(hop.status !== undefined && { status: hop.status }),
    });
  }

  const asked = new Set(requests.map(({ url }) => new URL(url).host));
  for (const { url, at } of log.preconnects) {
    const { host } = new URL(url);
    if (asked.has(host)) continue;
    asked.add(host);
    add(
      at,
      {
        source: 0,
        url,
        method: 'GET',
        at,
        isNavigation: false,
        isPrefetch: false,
        left: true,
        cookiesSent: [],
        cookiesSet: [],
      },
      undefined,
      {
        type: 'preconnect',
        method: 'CONNECT',
      },
    );
  }
  return requests.sort((a, b) => a.at - b.at);
}
