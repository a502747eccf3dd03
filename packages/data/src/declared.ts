/**
 * What the `hosts` of a service and the names of its `stores` mean. The facts are written in this form, and so are a site's own services
 * and promises: everybody who reads them has to read them alike.
 */

/** Whether a stored name matches the name in a declaration, where a `*` at the end stands for any text. */
export const isName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** An address that is compared with a service's `hosts`, in the parts that `URL` and `Location` have. */
export interface Address {
  readonly hostname: string;
  /** Empty for the usual port of the scheme. */
  readonly port: string;
  readonly pathname: string;
}
type Site = Omit<Address, 'pathname'>;

/** A part of a path. What browsers resolve (`..`, https://url.spec.whatwg.org/#double-dot-path-segment) would never match. */
const SEGMENT = '/(?!(?:\\.|%2e){1,2}(?:["/]|$))[^\\s/?#*"\\\\]+';
/**
 * What an entry of a service's `hosts` may be, as an expression without its ends: a host, which a `*.` and a port may belong to, with
 * or without a path, or a path alone. Its groups are these four. A lone `/` would be all of the site.
 */
export const HOST_ENTRY = `(?!/?(?:"|$))(?:(\\*\\.)?([\\w-]+(?:\\.[\\w-]+)*)(?::(\\d+))?)?((?:${SEGMENT})+/?|/)?`;
const PARTS = /* @__PURE__ */ new RegExp(`^${HOST_ENTRY}$`, 'i');

/** A host name may end with a full stop, the root of DNS. */
const nameOf = (host: string): string => host.toLowerCase().replace(/\.$/, '');

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    // They are no characters.
    return escapes;
  }
}

/** A path as a server reads it: any character may be written as an escape (`%6d`), and a slash twice. */
const pathOf = (path: string): string => path.replace(/(%[\da-f]{2})+/gi, decoded).replace(/\/+/g, '/');

/** How much of the path of an address an entry matches, in characters; 0 if it does not match. */
function matched(entry: string, { hostname, port, pathname }: Address, own?: Site): number {
  const parts = PARTS.exec(entry);
  if (!parts) return 0;
  const [, any, host, at, path = '/'] = parts;
  const wanted = host ? { hostname: host, port: at } : own;
  if (!wanted) return 0;
  const [name, wantedName] = [nameOf(hostname), nameOf(wanted.hostname)];
  if (any ? !name.endsWith(`.${wantedName}`) : name !== wantedName) return 0;
  if (wanted.port && ![port || '443', port || '80'].includes(wanted.port)) return 0;
  // Like the path of a cookie, https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4: `/metrics` is not the start of `/metrics-shop`.
  const start = pathOf(`${path}/`);
  return pathOf(`${pathname}/`).startsWith(start) ? start.length : 0;
}

/** Whether an address matches one of a service's `hosts`. Without `own`, where the page is, a path alone matches nothing. */
export const isHost = (hosts: readonly string[] | undefined, address: Address, own?: Site): boolean =>
  !!hosts?.some((entry) => matched(entry, address, own));

/**
 * The services whose `hosts` match an address. Of several that match, those with the longest path: a vendor behind a path of a host is
 * not the service that has the whole host.
 *
 * @param own Where the page is, for entries that are a path alone.
 * @example closest([site, metrics], new URL('https://www.example.com/metrics/g/collect'), location) // [metrics]
 */
export function closest<S extends { readonly hosts?: readonly string[] }>(
  services: readonly S[],
  address: Address,
  own: Site,
): S[] {
  const lengths = services.map(({ hosts = [] }) => Math.max(0, ...hosts.map((entry) => matched(entry, address, own))));
  const longest = Math.max(1, ...lengths);
  return services.filter((_, index) => lengths[index] === longest);
}
