import type { Env } from '../../env/env.js';
import { cookieNames, hasCookies } from '../../env/stored-names.js';

/** Host-only first, then every domain that the host belongs to; a browser refuses those that are public suffixes. */
const domainsOf = (hostname: string): string[] => {
  const labels = hostname.split('.');
  return ['', ...labels.map((_, index) => `;domain=${labels.slice(index).join('.')}`)];
};

/**
 * Removes a cookie wherever it may have been set: a page cannot see where, so every domain and path is tried.
 *
 * @param path One more path to try, where the declaration names one.
 */
export function removeCookie(env: Env, name: string, path?: string): void {
  if (!hasCookies(env)) return;
  const { doc, win } = env;
  const { hostname, pathname } = win.location;
  const parts = pathname.split('/');
  const paths = new Set(path ? [path] : []);
  parts.forEach((_, index) => {
    const prefix = parts.slice(0, index + 1).join('/');
    paths.add(`${prefix}/`).add(prefix || '/');
  });
  // A partitioned cookie is another one of the same name, and a prefix `__Secure-` or `__Host-` wants `Secure`.
  for (const domain of domainsOf(hostname))
    for (const tried of paths)
      for (const kind of ['', ';secure', ';secure;partitioned'])
        doc.cookie = `${name}=;max-age=0;path=${tried}${domain}${kind}`;
}

/**
 * Whether a cookie of this name is there that only the server can see and remove. A page is not shown it, but cannot
 * write one of the same name, domain and path either. The attempt is taken back at once.
 */
export function isHttpOnly(env: Env, name: string): boolean {
  const { doc, win } = env;
  const canWrite = (tried: string, domain: string) => {
    doc.cookie = `${tried}=1;path=/${domain}`;
    const written = cookieNames(env).includes(tried);
    doc.cookie = `${tried}=;max-age=0;path=/${domain}`;
    return written;
  };
  return (
    hasCookies(env) &&
    domainsOf(win.location.hostname).some((domain) => canWrite(`${name}_`, domain) && !canWrite(name, domain))
  );
}
