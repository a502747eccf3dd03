import { getDomain } from 'tldts';

/** Whether a name is meant by one of a list, where a `*` at the end stands for any text. */
export const isName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const hostOf = (host: string): string => host.toLowerCase().replace(/\.$/, '');

/**
 * How well an entry of a service's `hosts` matches an address: 0 if it does not, more for a longer path and a host without `*.`.
 *
 * @param own Host of the page, for entries that are a path alone.
 * @example matched('*.example.net/metrics', new URL('https://eu.example.net/metrics/hit')) // > 0
 */
export function matched(entry: string, address: URL, own?: string): number {
  const [, any, host = '', port, path = ''] = /^(\*\.)?([^/:*]*)(?::(\d+))?(\/.*)?$/.exec(entry) ?? [];
  const name = hostOf(address.hostname);
  const wanted = hostOf(host || own || '');
  if (!wanted || (port && port !== (address.port || (/^(https|wss):/.test(address.protocol) ? '443' : '80')))) return 0;
  // Lists of vendors' domains mean the domain itself as well.
  if (name !== wanted && !(any && name.endsWith(`.${wanted}`))) return 0;
  // `/metrics` is not the start of `/metrics-shop`.
  const start = `${path.replace(/\/$/, '')}/`;
  if (!`${address.pathname}/`.startsWith(start)) return 0;
  return 1 + 2 * start.length * 1000 + wanted.length * 2 + (any ? 0 : 1);
}

/** The best of the rows whose hosts match an address, the first of equals. */
export function closest<Row extends { readonly hosts?: readonly string[] }>(
  rows: readonly Row[],
  address: URL,
  own?: string,
): Row | undefined {
  let [best, most]: [Row | undefined, number] = [undefined, 0];
  for (const row of rows)
    for (const entry of row.hosts ?? []) {
      const worth = matched(entry, address, own);
      if (worth > most) [best, most] = [row, worth];
    }
  return best;
}

/** An address, if it is one that leaves the browser. */
export function addressOf(url: string): URL | undefined {
  if (!/^(https?|wss?):/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url);
}

/** The site that a host is part of: its registrable domain, or the whole host where it has none. */
export const siteOf = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host;
