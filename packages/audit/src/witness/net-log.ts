/**
 * Reads the network log that Chromium wrote of itself: every request of the whole browser, with what each carried and set.
 * Format: https://www.chromium.org/developers/design-documents/network-stack/netlog/
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { NetLogReader } from './net-log-reader.js';

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
}

export interface NetLog {
  hops: WireHop[];
  cookies: CookieEvent[];
  /** Hosts to which a connection was opened before anything was asked for. The headless shell opens none. */
  preconnects: { url: string; at: number }[];
}

/**
 * Reads the log of a browser that is closed, line by line.
 *
 * @throws Error if the file is missing or is no network log. A log that breaks off is read up to there.
 */
export async function readNetLog(file: string): Promise<NetLog> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let reader: NetLogReader | undefined;
  for await (const line of lines) {
    if (!reader) {
      reader = new NetLogReader(JSON.parse(`${line.replace(/,\s*$/, '')}}`).constants);
      continue;
    }
    const type = /"type":(\d+)\}[,\]]*$/.exec(line)?.[1];
    if (type === undefined || !reader.isRead(Number(type))) continue;
    try {
      reader.read(JSON.parse(line.replace(/[,\]]+$/, '')));
    } catch {
      // The browser was ended in the middle of this line.
    }
  }
  if (!reader) throw new Error(`The browser wrote no network log to ${file}.`);
  return reader;
}
