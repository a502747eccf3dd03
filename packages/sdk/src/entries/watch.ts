import { all as known } from '@askfirst/data/services/all';
import { browserEnv, print } from '../env/browser.js';
import { reportProblems } from '../help/report-problems.js';
import { resolveCategories } from '../policy/categories.js';
import { mirrorName } from '../policy/mirror-cookie.js';
import { own } from '../policy/own.js';
import { readOptions } from '../policy/read-options.js';
import { STORAGE_KEY } from '../policy/record.js';
import type { Options } from '../policy/types.js';
import { withFacts } from '../policy/with-facts.js';
import { type Declared, type Undeclared, watchPage } from '../watch/watch.js';

export type { Undeclared };

/** What a site's options declare, and the record if the site asks. */
function declaredBy(options: Options): Declared[] {
  const { services = [], cookieDomain } = options;
  const ours: Declared['stores'] = [
    { kind: 'localStorage', name: STORAGE_KEY },
    // Records of other sites on this origin.
    { kind: 'localStorage', name: `${STORAGE_KEY}.site*` },
    ...(cookieDomain ? [{ kind: 'cookie', name: mirrorName(options) } as const] : []),
  ];
  const asks = resolveCategories(options).length > 1;
  return [...services.map((service) => withFacts(service, known[service.id])), ...(asks ? [{ stores: ours }] : [])];
}

/** Reports a finding in the console, with how to fix it, and by the event `askfirst:undeclared`. */
function tellUndeclared(finding: Undeclared): void {
  const { kind, name } = finding;
  print(
    kind === 'request'
      ? `Undeclared request to ${name}. List it in the "hosts" of a service, or remove the code that makes it.`
      : `Undeclared entry "${name}" (${kind}). List it in the "stores" of a service, or remove the code that writes it.`,
  );
  document.dispatchEvent(new CustomEvent('askfirst:undeclared', { detail: finding }));
}

/**
 * For development: reports every cookie, storage key and request to another host that the options do not declare. It cannot see
 * `HttpOnly` cookies, requests of frames and workers, WebSockets, and entries that are removed within a second.
 *
 * @param options The site's options, the same as for `createConsent`.
 * @param how `report` is called once with each finding. Default: one console message, and the event `askfirst:undeclared` on the
 *   document with the finding as its `detail`.
 * @returns A function that stops it. On a server nothing happens.
 * @throws Nothing. One console message names invalid options, and nothing is watched.
 * @example if (import.meta.env.DEV) watch(options)
 */
export function watch(
  options: Options,
  { report = tellUndeclared }: { report?: (finding: Undeclared) => void } = {},
): () => void {
  const env = browserEnv();
  if (!env) return () => {};
  try {
    const { options: right, isRight } = readOptions(own(options));
    if (isRight) return watchPage(declaredBy(right), env, report);
  } catch {
    // The options throw when they are read.
  }
  reportProblems([['options', options]]);
  return () => {};
}
