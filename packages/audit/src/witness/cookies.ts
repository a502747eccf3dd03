/** Cookies of a visit: when each came, who set it, how long it was to stay, how long it stays. */
import type { SeenCookie } from '../model.js';
import { isThirdParty } from './join.js';
import { readSetCookie } from './lifetime.js';
import type { CookieEvent } from './net-log-events.js';

/** A script wrote a cookie. Times are milliseconds since 1970. */
export interface ScriptCookie {
  at: number;
  name: string;
  lifetime?: number;
  script?: string;
  /** The same for what a script does without letting anything else happen in between. */
  breath?: number;
}

/** What the browser keeps, as it says itself. */
export interface KeptCookie {
  name: string;
  domain: string;
  path: string;
  /** Seconds since 1970, or -1 until the browser is closed. */
  expires: number;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: string;
  partitionKey?: unknown;
}
export type CookieSnapshot = { at: number; cookies: KeptCookie[] };

/** A hook tells of a cookie before the browser keeps it, or, on a busy machine, a little later. */
const SAME_MOMENT = 3_000;

const keyOf = ({ name, domain, path }: { name: string; domain: string; path: string }) => `${name};${domain};${path}`;

/** The hook's message that belongs to what the browser did. */
const nearest = (writes: readonly ScriptCookie[], { name, at }: CookieEvent): ScriptCookie | undefined =>
  writes
    .filter((write) => write.name === name && Math.abs(write.at - at) < SAME_MOMENT)
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];

/** The one that belongs to a cookie that was kept, which is then used up. */
function takeWriter(writes: ScriptCookie[], event: CookieEvent): ScriptCookie | undefined {
  const best = nearest(writes, event);
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

/** Those that were there before anything was opened, as if they had come then. */
export const preparedCookies = ({ at, cookies }: CookieSnapshot): CookieEvent[] =>
  cookies.map(({ name, domain, path, httpOnly, secure, sameSite }) => ({
    at,
    what: 'added',
    name,
    domain,
    path,
    httpOnly,
    secure,
    ...(sameSite && { sameSite: sameSite.toLowerCase() }),
    isPrepared: true,
  }));

/** One cookie from where it came to where it was removed. */
interface Life {
  cookie: SeenCookie;
  event: CookieEvent;
  writer: ScriptCookie | undefined;
  until: number;
}

/** One entry for each time that a cookie came where there was none: again, if it was made anew after it was removed. */
export function joinCookies({ events, writes, snapshots, pageAt, zero }: CookieSources): SeenCookie[] {
  const lives: Life[] = [];
  const alive = new Map<string, Life>();
  // What removes a cookie writes none.
  const removes = ({ lifetime }: ScriptCookie) => lifetime !== undefined && lifetime <= 0;
  const removers = writes.filter(removes);
  const setters = writes.filter((write) => !removes(write));
  for (const event of events) {
    const key = keyOf(event);
    const current = alive.get(key);
    if (event.what === 'removed') {
      if (!current) continue;
      current.until = event.at;
      current.cookie.remains = false;
      const breath = nearest(removers, event)?.breath;
      const isTrial = breath !== undefined && breath === current.writer?.breath;
      current.cookie.removedAt = isTrial ? current.cookie.at : Math.round(event.at - zero);
      alive.delete(key);
      continue;
    }
    const writer = event.setBy || event.isPrepared ? undefined : takeWriter(setters, event);
    const life: Life = current ?? {
      cookie: begin(event, writer, pageAt(event.at), zero),
      event,
      writer,
      until: Number.POSITIVE_INFINITY,
    };
    if (!current) lives.push(life);
    alive.set(key, life);
    renew(life, event, writer);
  }
  for (const life of lives) keep(life, snapshots);
  return lives.map(({ cookie }) => cookie);
}

function begin(event: CookieEvent, writer: ScriptCookie | undefined, page: string, zero: number): SeenCookie {
  const setBy = event.setBy?.url ?? writer?.script;
  const host = event.domain.replace(/^\./, '');
  return {
    name: event.name,
    domain: event.domain,
    path: event.path,
    // Written is before kept.
    at: Math.max(0, Math.round(Math.min(writer?.at ?? event.at, event.at) - zero)),
    by: event.setBy ? 'http' : writer ? 'script' : 'unknown',
    ...(setBy && { setBy }),
    ...(event.isPrepared && { isPrepared: true }),
    httpOnly: event.httpOnly,
    secure: event.secure,
    partitioned: event.partitioned ?? false,
    isThirdParty: isThirdParty(`https://${host}/`, page),
    remains: true,
  };
}

function renew(life: Life, event: CookieEvent, writer: ScriptCookie | undefined): void {
  const { cookie } = life;
  const asked = event.setBy ? readSetCookie(event.setBy.header, event.at) : writer;
  life.event = event;
  cookie.httpOnly = event.httpOnly;
  cookie.secure = event.secure;
  if (event.sameSite && event.sameSite !== 'unspecified') cookie.sameSite = event.sameSite;
  // The longest that was asked for counts, whoever wrote it last.
  if (asked?.lifetime !== undefined) {
    cookie.lifetimeAsked = Math.max(Math.round(asked.lifetime), cookie.lifetimeAsked ?? 0);
  }
}

/** Takes what the browser keeps from when it was last asked while the cookie was there. */
function keep({ cookie, event, until }: Life, snapshots: CookieSnapshot[]): void {
  const look = snapshots.findLast(({ at }) => at < until);
  const kept = look && look.at >= event.at && look.cookies.find((other) => keyOf(other) === keyOf(event));
  if (look && look === snapshots.at(-1)) cookie.remains = !!kept;
  if (!kept) return;
  if (kept.partitionKey) cookie.partitioned = true;
  if (kept.expires > 0) cookie.lifetimeKept = Math.round(kept.expires - event.at / 1000);
}
