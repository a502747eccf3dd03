/** What left the browser in one visit, as a person reads it: by moment and address, and the site's own files as one line. */
import { groupBy } from '../../group-by.js';
import type { Moment, SeenRequest, Visit } from '../../model.js';

/** One address after one moment. */
export interface Row {
  readonly requests: readonly SeenRequest[];
  readonly host: string;
  readonly path: string;
}

export interface Part {
  readonly moment: Moment;
  readonly rows: readonly Row[];
  /** Files of the site itself that carry nothing: no vendor, no body, no cookie set. */
  readonly ownFiles: number;
}

const FILES = new Set(['document', 'script', 'stylesheet', 'image', 'font', 'media', 'manifest', 'prefetch']);

const isOwnFile = ({ isThirdParty, vendor, body, method, type, cookiesSet, url }: SeenRequest) =>
  !isThirdParty && !vendor && !body && method === 'GET' && FILES.has(type) && !cookiesSet.length && !url.includes('?');

/** Host and path of an address; what is no address is its own path. */
export function addressOf(url: string): { host: string; path: string } {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: '', pathname: url };
  return { host, path: pathname };
}

/**
 * @param isBlamed Whether a promise is broken by the request of this id: then it has a row of its own kind.
 */
export function partsOf({ moments, requests }: Visit, isBlamed: (id: string) => boolean): Part[] {
  const start: Moment = { at: 0, act: 'opened', url: '' };
  const known = moments.length ? moments : [start];
  return known
    .map((moment, index) => {
      const next = known[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      // What a page asks for before the first moment belongs to it.
      const own = requests.filter(({ at }) => (index === 0 || at >= moment.at) && at < next);
      const told = own.filter((request) => isBlamed(request.id) || !isOwnFile(request));
      const groups = groupBy(told, ({ id, url, type }) => {
        const { host, path } = addressOf(url);
        return JSON.stringify([host, path, type, isBlamed(id)]);
      });
      const rows = [...groups.values()].map((same) => ({ requests: same, ...addressOf((same[0] as SeenRequest).url) }));
      return { moment, rows, ownFiles: own.length - told.length };
    })
    .filter(({ rows, ownFiles }) => rows.length || ownFiles);
}
