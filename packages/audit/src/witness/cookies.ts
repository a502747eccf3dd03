/** Cookies of a visit: when each came, who set it, how long it was to stay, how long it stays. */
import type { SeenCookie } from '../model.js';
import { isThirdParty } from './join.js';
import { readSetCookie } from './lifetime.js';
import type { CookieEvent } from './net-log.js';

/** A script wrote a cookie. Times are milliseconds since 1970. */
export interface ScriptCookie {
  at: number;
  name: string;
  lifetime?: number;
  script?: string;
}

/** What the browser keeps, as it says itself. */
export interface KeptCookie {
  name: string;
  domain: string;
  path: string;
  /** Seconds since 1970, or -1 until the browser is closed. */
  expires: number;
  sameSite?: string;
  partitionKey?: unknown;
}
export type CookieSnapshot = { at: number; cookies: KeptCookie[] };

/** A hook tells of a cookie before the browser keeps it, or, on a busy machine, a little later. */
const SAME_MOMENT = 3_000;

const keyOf = ({ name, domain, path }: { name: string; domain: string; path: string }) => `${name};${domain};${path}`;

/** The hook's message that belongs to a cookie that was kept, which is then used up. */
function takeWriter(writes: ScriptCookie[], { name, at }: CookieEvent): ScriptCookie | undefined {
  const near = writes.filter((write) => write.name === name && Math.abs(write.at - at) < SAME_MOMENT);
  const best = near.sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  if (best) writes.splice(writes.indexOf(best), 1);
  return best;
}

interface CookieSources {
  events: CookieEvent[];
  writes: ScriptCookie[];
  snapshots: CookieSnapshot[];
  /** The page that was open at a moment. */
  pageAt(at: number): string;
  zero: number;
}

/** One entry for each time that a cookie came where there was none: again, if it was made anew after it was removed. */
export function joinCookies({ events, writes, snapshots, pageAt, zero }: CookieSources): SeenCookie[] {
  const seen: SeenCookie[] = [];
  const alive = new Map<string, SeenCookie>();
  const left = [...writes];
  // Removals are no writers.
  const setters = left.filter(({ lifetime }) => lifetime === undefined || lifetime > 0);
  for (const event of events) {
    const key = keyOf(event);
    const current = alive.get(key);
    if (event.what === 'removed') {
      if (current) Object.assign(current, { remains: false, removedAt: event.at - zero });
      alive.delete(key);
      continue;
    }
    const writer = event.setBy ? undefined : takeWriter(setters, event);
    const asked = event.setBy ? readSetCookie(event.setBy.header, event.at) : undefined;
    const lifetime = asked?.lifetime ?? writer?.lifetime;
    const setBy = event.setBy?.url ?? writer?.script;
    const host = event.domain.replace(/^\./, '');
    const cookie: SeenCookie = current ?? {
      name: event.name,
      domain: event.domain,
      path: event.path,
      at: event.at - zero,
      by: event.setBy ? 'http' : writer ? 'script' : 'unknown',
      ...(setBy && { setBy }),
      httpOnly: event.httpOnly,
      secure: event.secure,
      partitioned: event.partitioned ?? false,
      isThirdParty: isThirdParty(`https://${host}/`, pageAt(event.at)),
      remains: true,
    };
    cookie.httpOnly = event.httpOnly;
    cookie.secure = event.secure;
    if (event.sameSite && event.sameSite !== 'unspecified') cookie.sameSite = event.sameSite;
    // The longest that was asked for counts, whoever wrote it last.
    if (lifetime !== undefined) cookie.lifetimeAsked = Math.max(lifetime, cookie.lifetimeAsked ?? 0);
    keep(cookie, event, snapshots);
    if (!current) seen.push(cookie);
    alive.set(key, cookie);
  }
  const last = snapshots.at(-1);
  const remaining = new Set(last?.cookies.map(keyOf));
  for (const [key, cookie] of alive) if (last) cookie.remains = remaining.has(key);
  return seen;
}

/** Takes from the first look at the browser after this moment what it keeps. */
function keep(cookie: SeenCookie, event: CookieEvent, snapshots: CookieSnapshot[]): void {
  for (const { at, cookies } of snapshots) {
    if (at < event.at) continue;
    const kept = cookies.find((other) => keyOf(other) === keyOf(event));
    if (!kept) continue;
    if (kept.partitionKey) cookie.partitioned = true;
    if (kept.expires > 0) {
      const seconds = kept.expires - event.at / 1000;
      cookie.lifetimeKept = Math.max(seconds, cookie.lifetimeKept ?? 0);
    }
    return;
  }
}
