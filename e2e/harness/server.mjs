import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { thirdParty } from './third-parties.mjs';

/**
 * One request as the server saw it. The body of those to the site's own hosts is left to whoever answers them.
 * @typedef {{ host: string, method: string, path: string, time: number, headers: import('node:http').IncomingHttpHeaders, body: string }} Request
 *
 * What the server answers. `delay` in milliseconds; `hang` never answers; `rest` of the body comes once that promise settles.
 * @typedef {{ status?: number, type?: string, body?: string | Buffer, headers?: Record<string, string>, delay?: number, hang?: boolean, rest?: Promise<string> }} Reply
 *
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 */

/** The site under test. `.example.com` is its parent domain. */
export const SITE = 'https://www.shop.example.com';
/** Where the same site keeps its files if it has a host for them. */
export const STATIC = 'https://static.shop.example.com';
/** The hosts of the site under test. */
export const SITE_HOSTS = [SITE, STATIC, 'https://shop.example.com', 'https://shop.test'].map(
  (origin) => new URL(origin).host,
);
const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @returns {Reply} */
const notFound = () => ({ status: 404, type: 'text/plain', body: 'not found' });

/**
 * Chromium's own services (updates, sign-in, autofill) ask too. Only the browser itself can send `none` with anything but
 * a navigation, so no request of a page is overlooked.
 *
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
const isOfBrowser = (headers) => headers['sec-fetch-site'] === 'none' && headers['sec-fetch-mode'] !== 'navigate';

/** @param {string} path @returns {Reply} */
const file = (path) =>
  existsSync(path) && statSync(path).isFile()
    ? { type: TYPES[extname(path)] ?? 'application/octet-stream', body: readFileSync(path) }
    : notFound();

/** Path of a built file of the script-tag distribution, found by its published name. */
export const builtFile = (name) => fileURLToPath(import.meta.resolve(`askfirst/script/${name}`));

/** @param {string} path @returns {Reply} */
function site(path) {
  if (path === '/favicon.ico') return { status: 204 };
  const built = path.match(/^\/askfirst(?:-[\d.]+)?\/([\w.-]+)(?:\?.*)?$/);
  if (built) return { ...file(builtFile(built[1])), headers: { 'access-control-allow-origin': '*' } };
  const [clean] = path.split('?');
  return file(join(FIXTURES, clean.endsWith('/') ? `${clean}index.html` : clean));
}

/** @param {import('node:http').ServerResponse} response @param {Reply} reply */
function send(response, reply) {
  if (reply.hang) return;
  const answer = () => {
    response.writeHead(reply.status ?? 200, {
      'cache-control': 'no-cache',
      ...(reply.type && { 'content-type': reply.type }),
      ...reply.headers,
    });
    if (reply.rest) {
      response.write(reply.body ?? '');
      reply.rest.then((rest) => response.end(rest));
    } else response.end(reply.body ?? '');
  };
  if (reply.delay) setTimeout(answer, reply.delay);
  else answer();
}

const now = () => performance.timeOrigin + performance.now();

/**
 * One TLS server that plays every host of the web and writes down each request.
 * A host it does not know is written down too and answered 404, so nothing can leave unseen.
 *
 * @param {{ port?: number }} [options] `port` 0 takes a free one
 */
export async function startServer({ port = 0 } = {}) {
  const tls = await generate([{ name: 'commonName', value: 'example.com' }], { keyType: 'ec', algorithm: 'sha256' });
  /** @type {Request[]} */
  const log = [];
  /** @type {Set<string>} */
  const hosts = new Set();
  /** @type {Map<string, Reply>} */
  const replies = new Map();
  /** @type {((request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown) | undefined} */
  let mounted;

  const server = createServer({ key: tls.private, cert: tls.cert }, (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const host = (headers.host ?? '').replace(/:\d+$/, '');
    if (isOfBrowser(headers)) return send(response, notFound());
    const entry = { host, method, path, time: now(), headers, body: '' };
    log.push(entry);
    hosts.add(host);
    if (!SITE_HOSTS.includes(host)) request.on('data', (chunk) => (entry.body += chunk));
    const set = replies.get(host + path) ?? replies.get(host + path.split('?')[0]);
    if (set) send(response, set);
    else if (!SITE_HOSTS.includes(host)) send(response, thirdParty(host, path) ?? notFound());
    else if (mounted) mounted(request, response);
    else send(response, site(path));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));

  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    /** SHA-256 of the certificate's public key, as Chromium wants it. */
    fingerprint: createHash('sha256')
      .update(createPublicKey(tls.cert).export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    log,
    /** All that were ever asked for. */
    hosts,
    /** Answers one URL in its own way, with or without a query. @param {string} url @param {Reply} reply */
    reply(url, reply) {
      const { hostname, pathname, search } = new URL(url, SITE);
      replies.set(hostname + pathname + search, reply);
    },
    /** Puts a page on the site. @param {string} path @param {string} html @param {Record<string, string>} [headers] */
    page(path, html, headers) {
      this.reply(path, { type: TYPES['.html'], body: html, headers });
    },
    /** Gives the site's hosts to another handler, for example an example site. @param {typeof mounted} handler */
    mount(handler) {
      mounted = handler;
    },
    /** `host/path` of all requests that match, in order of arrival. @param {RegExp | string} match */
    requests(match) {
      const matches = typeof match === 'string' ? (url) => url.includes(match) : (url) => match.test(url);
      return log.map(({ host, path }) => host + path).filter(matches);
    },
    /** Drops what is still on its way: a request of a page that is closed would be found by the next test. */
    hangUp() {
      server.closeAllConnections();
    },
    /** Forgets requests, replies and the mounted handler. */
    reset() {
      log.length = 0;
      replies.clear();
      mounted = undefined;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
