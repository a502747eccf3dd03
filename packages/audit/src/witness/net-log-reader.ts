/** What each event of Chromium's network log means. */
import type { CookieEvent, NetLog, WireHop } from './net-log-events.js';

/** The events that are read; the log has many more. */
const EVENTS = [
  'REQUEST_ALIVE',
  'URL_REQUEST_START_JOB',
  'URL_REQUEST_REDIRECT_JOB',
  'HTTP_TRANSACTION_SEND_REQUEST',
  'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
  'HTTP_STREAM_JOB_CONTROLLER',
  'CONNECT_JOB',
  'COOKIE_INCLUSION_STATUS',
  'COOKIE_STORE_COOKIE_ADDED',
  'COOKIE_STORE_COOKIE_DELETED',
  'FAILED',
] as const;
type EventName = (typeof EVENTS)[number];

interface Event {
  type: number;
  phase: number;
  time: string;
  source: { id: number };
  // biome-ignore lint/suspicious/noExplicitAny: each type of event has parameters of its own.
  params?: any;
}

/** The browser opens a connection before it asks, and says so. */
const BEGIN = 1;
/** What the log writes where the browser itself asks. */
const OF_BROWSER = 'not an origin';
/** A cookie is written down before the answer that set it says so: in the same moment, unless the machine is very busy. */
const SAME_MOMENT = 2_000;

const isNavigation = (type: unknown) => type === 'main frame' || type === 'subframe';

/** Takes what is needed from one event after the other. */
export class NetLogReader implements NetLog {
  readonly hops: WireHop[] = [];
  readonly cookies: CookieEvent[] = [];
  readonly preconnects: NetLog['preconnects'] = [];
  readonly #open = new Map<number, { hop: WireHop; headers: string[] }>();
  readonly #names: Map<number, EventName>;
  readonly #errors: Map<number, string>;
  readonly #offset: number;
  readonly #prefetch: number;

  constructor(constants: {
    logEventTypes: Record<string, number>;
    netError: Record<string, number>;
    loadFlag: Record<string, number>;
    timeTickOffset: string | number;
  }) {
    this.#names = new Map(
      EVENTS.flatMap((name) => {
        const type = constants.logEventTypes[name];
        return type === undefined ? [] : [[type, name]];
      }),
    );
    this.#errors = new Map(Object.entries(constants.netError).map(([name, code]) => [code, name]));
    this.#offset = Number(constants.timeTickOffset);
    this.#prefetch = constants.loadFlag.PREFETCH ?? 0;
  }

  isRead(type: number): boolean {
    return this.#names.has(type);
  }

  read({ type, phase, time, source, params }: Event): void {
    const at = Number(time) + this.#offset;
    const open = this.#open.get(source.id);
    switch (this.#names.get(type)) {
      case 'URL_REQUEST_START_JOB':
        if (phase === BEGIN) this.#start(source.id, at, params);
        break;
      case 'URL_REQUEST_REDIRECT_JOB':
        // The browser answered itself, for example to ask again with TLS.
        if (open) open.hop.left = false;
        break;
      case 'HTTP_TRANSACTION_SEND_REQUEST':
        if (open) open.hop.left = true;
        break;
      case 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS':
        if (open && params) this.#answer(open, params.headers);
        break;
      case 'REQUEST_ALIVE':
      case 'FAILED':
        if (open && params?.net_error) this.#fail(open.hop, params.net_error);
        break;
      case 'HTTP_STREAM_JOB_CONTROLLER':
        if (params?.is_preconnect) this.preconnects.push({ url: params.url, at });
        break;
      case 'COOKIE_INCLUSION_STATUS':
        if (open) this.#carry(open, at, params);
        break;
      case 'COOKIE_STORE_COOKIE_ADDED':
        this.cookies.push({
          at,
          what: 'added',
          name: params.name,
          domain: params.domain,
          path: params.path,
          httpOnly: params.httponly,
          secure: params.secure,
          sameSite: params.same_site,
        });
        break;
      case 'COOKIE_STORE_COOKIE_DELETED':
        // An overwritten one is added again in the same moment.
        if (params.deletion_cause === 'overwrite') break;
        this.cookies.push({
          at,
          what: 'removed',
          name: params.name,
          domain: params.domain,
          path: params.path,
          httpOnly: false,
          secure: false,
        });
        break;
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: parameters of one type of event.
  #start(source: number, at: number, params: any): void {
    const hop: WireHop = {
      source,
      url: params.url,
      method: params.method,
      at,
      isNavigation: isNavigation(params.request_type),
      isPrefetch: (params.load_flags & this.#prefetch) !== 0,
      left: false,
      cookiesSent: [],
      cookiesSet: [],
    };
    if (params.initiator !== OF_BROWSER) hop.initiator = params.initiator;
    this.hops.push(hop);
    this.#open.set(source, { hop, headers: [] });
  }

  #answer(open: { hop: WireHop; headers: string[] }, headers: string[]): void {
    open.headers = headers;
    const status = Number(/^HTTP\/\S+ (\d+)/.exec(headers[0] ?? '')?.[1]);
    if (status) open.hop.status = status;
  }

  #fail(hop: WireHop, code: number): void {
    hop.failed = this.#errors.get(code) ?? `${code}`;
    // It was given up, or a connection could not be made: not an answer from the cache.
    hop.left = true;
  }

  // biome-ignore lint/suspicious/noExplicitAny: parameters of one type of event.
  #carry({ hop, headers }: { hop: WireHop; headers: string[] }, at: number, params: any): void {
    if (!`${params.status}`.startsWith('INCLUDE')) return;
    const { name, domain, path, operation } = params;
    if (operation === 'send') hop.cookiesSent.push(name);
    if (operation !== 'store') return;
    hop.cookiesSet.push(name);
    const event = this.cookies.findLast(
      (cookie) =>
        cookie.what === 'added' &&
        !cookie.setBy &&
        cookie.name === name &&
        cookie.domain === domain &&
        cookie.path === path &&
        at - cookie.at < SAME_MOMENT,
    );
    if (!event) return;
    event.partitioned = params.partition_key !== '(none)';
    event.setBy = { url: hop.url, header: setCookie(headers, name) };
  }
}

/** The last header of an answer that sets this cookie. */
const setCookie = (headers: string[], name: string): string =>
  headers
    .filter((header) => /^set-cookie:/i.test(header))
    .map((header) => header.slice(header.indexOf(':') + 1).trim())
    .findLast((value) => value.startsWith(`${name}=`) || value === name) ?? '';
