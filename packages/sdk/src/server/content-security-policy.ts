import type { Service } from '@askfirst/data';
import { misuse, partsOf, show } from './misuse.js';
import { checkNonce } from './nonce.js';

export interface PolicyParts {
  /** New for each response, and the same as that of `headStub`. */
  readonly nonce: string;
  /** What may be asked, shown and framed: their `hosts`. */
  readonly services?: readonly Service[];
  /** Also demands Trusted Types and allows the policy `askfirst`. */
  readonly trustedTypes?: boolean;
  /** Your own sources, added to these, by directive. */
  readonly sources?: { readonly [directive: string]: readonly string[] };
}

const HOST = /^(\*\.)?([a-z\d-]+\.)+[a-z\d-]+(:\d+)?$/i;

/** Where services send, and show what they fetched. Their scripts are trusted through `'strict-dynamic'`. */
const SERVED_FROM_HOSTS = ['connect-src', 'img-src', 'frame-src'];

function sourceOf(host: unknown, id: unknown): string {
  if (typeof host === 'string' && HOST.test(host)) return `https://${host}`;
  throw misuse(
    'contentSecurityPolicy',
    `"${show(host)}" in the service "${show(id)}" is not a valid host. Write it without https:// and path, for example *.example.com.`,
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
 * What a strict `Content-Security-Policy` needs to say for Askfirst and the services of a site: the value of the header,
 * or the beginning of a longer one. A browser heeds only the first directive of a name, so add your own through `sources`.
 * Without `services` it says nothing of what may be asked, shown and framed.
 *
 * @throws TypeError for a nonce, host or source that is none: a `;` in it would begin a directive.
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
    for (const name of SERVED_FROM_HOSTS) directives[name] = ["'self'", ...new Set(hosts)];
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
