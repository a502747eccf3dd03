import { createHash, createPublicKey } from 'node:crypto';
import { createSecureServer } from 'node:http2';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';

export const SITE = 'https://www.example.com';
export const VENDOR = 'https://tags.example-vendor.test';

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
const ASSET = { 'cache-control': 'public, max-age=604800' };
const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', png: 'image/png' };

/**
 * An HTTP/2 server over TLS for the site and the vendor of the tag, both on one port of this machine.
 * Text goes out with gzip at level 9; documents are revalidated, everything else may be cached for a week.
 *
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 */
export async function startServer() {
  const tls = await generate([{ name: 'commonName', value: 'example.com' }], { keyType: 'ec', algorithm: 'sha256' });
  /** What is served, by URL. */
  const files = new Map();
  /** One entry per request: its address and the bytes of the answer's body. */
  const log = [];
  const server = createSecureServer({ key: tls.private, cert: tls.cert });
  server.on('stream', (stream, headers) => {
    const url = new URL(headers[':path'], `https://${headers[':authority']}`);
    const file = files.get(url.origin + url.pathname);
    log.push({ url: url.href, bytes: file?.body.length ?? 0 });
    stream.on('error', () => {}); // the browser may go away in the middle of an answer
    if (!file) {
      stream.respond({ ':status': 404 });
      stream.end();
      return;
    }
    stream.respond({ ':status': 200, ...file.headers, 'content-length': file.body.length });
    stream.end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    log,
    port: server.address().port,
    /** SHA-256 of the certificate's public key, as Chromium wants it. */
    fingerprint: createHash('sha256')
      .update(createPublicKey(tls.cert).export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    /** @param {string} url @param {string} html */
    addPage: (url, html) => void files.set(url, compressed(html, HTML)),
    /** @param {string} url its ending says the type @param {string | Buffer} body */
    addAsset(url, body) {
      const type = url.split('.').pop();
      const headers = { ...ASSET, 'content-type': TYPES[type] };
      files.set(url, type === 'png' ? { body, headers } : compressed(body, headers));
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function compressed(text, headers) {
  const encoding = { 'content-encoding': 'gzip', vary: 'accept-encoding' };
  return { body: gzipSync(text, { level: 9 }), headers: { ...headers, ...encoding } };
}
