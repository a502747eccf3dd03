/** What is taken from the network log that Chromium writes of itself. */

/** One address that was asked for; a redirect asks for the next one. Times are milliseconds since 1970. */
export interface WireHop {
  /** The same for all hops of one request. */
  source: number;
  url: string;
  method: string;
  at: number;
  /** Origin of the document or worker that asked; undefined where the browser did. */
  initiator?: string;
  isNavigation: boolean;
  isPrefetch: boolean;
  /** Whether something was sent, or was to be sent: not if it was answered from the cache. */
  left: boolean;
  status?: number;
  /** `ERR_NAME_NOT_RESOLVED` */
  failed?: string;
  cookiesSent: string[];
  cookiesSet: string[];
}

/** A cookie was kept or removed by the browser, whoever asked for it. */
export interface CookieEvent {
  at: number;
  what: 'added' | 'removed';
  name: string;
  domain: string;
  path: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: string;
  /** The answer that set it, and the value of its `Set-Cookie` header. */
  setBy?: { url: string; header: string };
  partitioned?: boolean;
  /** It was there before the visit. */
  isPrepared?: true;
}

export interface NetLog {
  hops: WireHop[];
  cookies: CookieEvent[];
  /** Hosts to which a connection was opened before anything was asked for. The headless shell opens none. */
  preconnects: { url: string; at: number }[];
}
