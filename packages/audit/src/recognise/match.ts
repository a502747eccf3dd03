import { type Address, closest as closestOfSame, isHost } from '@askfirst/data/declared';
import { getDomain } from 'tldts';

export { isHost, isName } from '@askfirst/data/declared';

/** Where an entry that is a path alone matches nothing. */
const NOWHERE = { hostname: '', port: '' };

/** Lists of vendors' domains mean the domain itself as well. */
export const withDomains = (hosts: readonly string[] = []): string[] =>
  hosts.flatMap((entry) => (entry.startsWith('*.') ? [entry, entry.slice(2)] : [entry]));

/** How much the host of an entry says: more if it is longer, and if it stands for one host alone. */
const worth = (entry: string): number => 2 * entry.split('/', 1).join().length - (entry.startsWith('*.') ? 5 : 0);

/**
 * The row whose hosts match an address: of several that do, the one with the longest path, and then the one whose host says most.
 *
 * @param own The page, for entries that are a path alone.
 */
export function closest<Row extends { readonly hosts?: readonly string[] }>(
  rows: readonly Row[],
  address: Address,
  own: Address | undefined,
): Row | undefined {
  let [best, most]: [Row | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
  for (const row of closestOfSame(rows, address, own ?? NOWHERE))
    for (const entry of row.hosts ?? [])
      if (isHost([entry], address, own) && worth(entry) > most) [best, most] = [row, worth(entry)];
  return best;
}

/** An address, if it is one that leaves the browser. */
export function addressOf(url: string): URL | undefined {
  if (!/^(https?|wss?|stuns?|turns?):/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url);
}

/** The site that a host is part of: its registrable domain, or the whole host where it has none. */
export const siteOf = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host;
