import { api } from './api.mjs';
import { withHosts, withWatch } from './development.mjs';
import { createFiles } from './files.mjs';
import { mounts, sites, vendors } from './folders.mjs';
import { panelCookies } from './panel-cookies.mjs';
import { tryPage } from './try-page.mjs';

/** Which of some names a request is for: each has a host of its own, so that cookies and storage do not mix. */
const hostIn = (names, { headers: { host = '' } }) => names.find((name) => host.startsWith(`${name}.localhost`));

/**
 * A request handler for `http.createServer`, or for any server with Node's request and response.
 *
 * @param {object} [options]
 * @param {string} [options.site] Name of one example to serve at the root, for example `marketing-site`. Default: the
 *   gallery, where each example has its host: `marketing-site.localhost`.
 * @param {(html: string, request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => string} [options.editPage]
 *   Changes each HTML page on its way out, for example to set a Content-Security-Policy header and write its nonce.
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 * @example createServer(createHandler({ site: 'marketing-site' })).listen(4173, 'localhost')
 */
export function createHandler({ site, editPage = (html) => html } = {}) {
  const filesOf = (name) =>
    createFiles(mounts(name), (html, request, response) => {
      const page = withHosts(html, request);
      return editPage(name ? withWatch(page, request) : page, request, response);
    });
  const files = Object.fromEntries([...sites, ...vendors, undefined].map((name) => [name, filesOf(name)]));
  return async (request, response) => {
    try {
      const { pathname, searchParams } = new URL(request.url, 'http://localhost');
      const wanted = hostIn(vendors, request) ?? site ?? hostIn(sites, request);
      if (pathname.startsWith('/api/')) await api(request, response);
      else if (pathname === '/view/cookies') panelCookies(request, response);
      else if (!wanted && pathname === '/snippet/try') {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
        response.end(await tryPage(searchParams));
      } else await files[wanted](request, response);
    } catch (error) {
      const askedWrongly = error.code === 'ERR_INVALID_URL' || error instanceof URIError || error instanceof RangeError;
      if (!askedWrongly) console.error(error);
      const status = askedWrongly ? 400 : 500;
      if (!response.headersSent) response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(askedWrongly ? 'Bad request' : 'Something went wrong here.');
    }
  };
}
