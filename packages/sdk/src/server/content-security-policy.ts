import type { Service } from '@askfirst/data';
import { HOST_ENTRY } from '../policy/declared.js';
import { misuse, partsOf, show } from './misuse.js';
import { checkNonce } from './nonce.js';

/** The parts of a policy for {@link contentSecurityPolicy}. */
export interface PolicyParts {
  /** New for each response, and the same as that of `headStub`. */
  readonly nonce: string;
  /**
   * The services of your options. Their `hosts` may be requested, shown and framed, each as a whole host.
   *
   * @default none: the policy has no `connect-src`, `img-src` and `frame-src`
   */
  readonly services?: readonly Service[];
  /**
   * Whether the policy requires Trusted Types and allows the policy `askfirst`.
   *
   * @default false
   */
  readonly trustedTypes?: boolean;
  /**
   * Your own sources by directive, added to those of Askfirst and the services.
   *
   * @default {}
   */
  readonly sources?: { readonly [directive: string]: readonly string[] };
}

const ENTRY = /* @__PURE__ */ new RegExp(`^${HOST_ENTRY}$`, 'i');

/**
 * The directives for requests, images and frames of services. Their scripts are trusted by `'strict-dynamic'`:
 * https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
const SERVED_FROM_HOSTS = ['connect-src', 'img-src', 'frame-src'];

/** A whole host: browsers do not heed the path of a source after a redirect, https://www.w3.org/TR/CSP3/#source-list-paths-and-redirects */
function sourceOf(entry: unknown, id: unknown): string {
  if (typeof entry === 'string' && ENTRY.test(entry))
    return entry.startsWith('/') ? "'self'" : `https://${entry.replace(/\/.*/, '')}`;
  throw misuse(
    'contentSecurityPolicy',
    `"${show(entry)}" in the service "${show(id)}" is not a valid host. Write it without https:// and query, for example *.example.com, www.example.com/metrics/ or, on your own host, /metrics/.`,
  );
}

/** The hosts of one service, as sources. */
function sourcesOf(service: unknown): string[] {
  if (!service || typeof service !== 'object')
    throw misuse(
      'contentSecurityPolicy',
      `"${show(service)}" in services is not a service. Pass the services of your options.`,
    );
  const { id, hosts = [] } = { __proto__: null, ...service } as Partial<Service>;
  if (!Array.isArray(hosts))
    throw misuse('contentSecurityPolicy', `hosts of the service "${show(id)}" has to be a list.`);
  return [...hosts].map((host) => sourceOf(host, id));
}

function checkSources(directive: string, sources: unknown): void {
  const isSource = (each: unknown) => typeof each === 'string' && /^[!-+\--:<-~]+$/.test(each);
  if (/^[a-z]+(-[a-z]+)*$/.test(directive) && Array.isArray(sources) && [...sources].every(isSource)) return;
  throw misuse(
    'contentSecurityPolicy',
    `"${directive}" with "${show(sources)}" is not a valid directive with its sources. Write a list with one source per string, for example { 'img-src': ['data:', 'https://images.example'] }.`,
  );
}

/**
 * A strict `Content-Security-Policy` for Askfirst and the services of a site: the value of the header, or the beginning of a longer
 * one. Browsers ignore a second directive of the same name (https://www.w3.org/TR/CSP3/#parse-serialized-policy), so add your own
 * sources by `sources`.
 *
 * @throws TypeError for an invalid nonce, host or source: a `;` in it would begin a directive.
 * @example
 * contentSecurityPolicy({ nonce, services: options.services, sources: { 'img-src': ['data:'] } })
 * // "script-src 'nonce-…' 'strict-dynamic'; style-src 'self'; connect-src 'self' https://…; img-src …"
 */
export function contentSecurityPolicy(parts: PolicyParts): string {
  const { nonce, services, trustedTypes, sources = {} } = partsOf('contentSecurityPolicy', parts);
  if (!sources || typeof sources !== 'object')
    throw misuse('contentSecurityPolicy', "sources has to be an object, for example { 'img-src': ['data:'] }.");
  const directives: Record<string, string[]> = {
    __proto__: null as never,
    'script-src': [`'nonce-${checkNonce('contentSecurityPolicy', nonce)}'`, "'strict-dynamic'"],
    'style-src': ["'self'"],
  };
  if (services) {
    if (!Array.isArray(services))
      throw misuse('contentSecurityPolicy', 'services has to be a list, like that of the options.');
    const hosts = [...services].flatMap(sourcesOf);
    for (const name of SERVED_FROM_HOSTS) directives[name] = [...new Set(["'self'", ...hosts])];
  }
  if (trustedTypes) {
    directives['require-trusted-types-for'] = ["'script'"];
    directives['trusted-types'] = ['askfirst'];
  }
  for (const [name, own] of Object.entries(sources)) {
    checkSources(name, own);
    directives[name] = [...(directives[name] ?? []), ...own];
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}
