import type { Env } from '../../env/env.js';
import { cookieNames, hasCookies } from '../../env/stored-names.js';

/**
 * Host-only first, then every domain that the host belongs to. Browsers refuse those that are public suffixes:
 * https://www.rfc-editor.org/rfc/rfc6265#section-5.3
 */
const domainsOf = (hostname: string): string[] => {
  const labels = hostname.split('.');
  return ['', ...labels.map((_, index) => `;domain=${labels.slice(index).join('.')}`)];
};

/**
 * Removes a cookie by trying every domain and path on which it may have been set: a page cannot see them.
 *
 * @param path One more path to try: that of the declaration.
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
  // A partitioned cookie is another cookie of the same name (https://github.com/privacycg/CHIPS), and the prefixes `__Secure-` and
  // `__Host-` need `Secure` (https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis).
  for (const domain of domainsOf(hostname))
    for (const tried of paths)
      for (const kind of ['', ';secure', ';secure;partitioned'])
        doc.cookie = `${name}=;max-age=0;path=${tried}${domain}${kind}`;
}

/**
 * Whether there is an `HttpOnly` cookie of this name, which only the server can see and remove. A page cannot write a cookie of the
 * same name, domain and path (https://www.rfc-editor.org/rfc/rfc6265#section-5.3, step 11), which shows that it exists. A cookie that
 * was written for the test is removed at once.
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
