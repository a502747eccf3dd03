import { api } from './api.mjs';
import { createFiles } from './files.mjs';
import { mounts } from './folders.mjs';
import { tryPage } from './try-page.mjs';

/**
 * A request handler for `http.createServer`, or for any server with Node's request and response.
 *
 * @param {object} [options]
 * @param {string} [options.site] Name of one example to serve at the root, for example `marketing-site`. Default: the gallery.
 * @param {(html: string, request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => string} [options.editPage]
 *   Changes each HTML page on its way out, for example to set a Content-Security-Policy header and write its nonce.
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 * @example createServer(createHandler({ site: 'marketing-site' })).listen(4173, 'localhost')
 */
export function createHandler({ site, editPage } = {}) {
  const files = createFiles(mounts(site), editPage);
  return async (request, response) => {
    try {
      const { pathname, searchParams } = new URL(request.url, 'http://localhost');
      if (pathname.startsWith('/api/')) await api(request, response);
      else if (!site && pathname === '/snippet/try') {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
        response.end(await tryPage(searchParams));
      } else await files(request, response);
    } catch (error) {
      const askedWrongly = error.code === 'ERR_INVALID_URL' || error instanceof URIError || error instanceof RangeError;
      if (!askedWrongly) console.error(error);
      const status = askedWrongly ? 400 : 500;
      if (!response.headersSent) response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(askedWrongly ? 'Bad request' : 'Something went wrong here.');
    }
  };
}
