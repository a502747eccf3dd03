import { readFileSync } from 'node:fs';

const script = (body) => ({ type: 'text/javascript', body, headers: { 'access-control-allow-origin': '*' } });
const model = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** What a tag of tags.example.net leaves behind: its own path in `window.ran`. */
export const tagBody = (path) => `(window.ran = window.ran || []).push(${JSON.stringify(path)});`;

const MEDIA = {
  svg: { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>' },
  css: { type: 'text/css', body: '.tagged { --styled-by-tag: 1 }' },
  html: { type: 'text/html', body: '<!doctype html><title>Embedded</title>' },
  wav: { type: 'audio/wav', body: silence() },
};

/** A tenth of a second of silence, so that a media element is content with one request. */
function silence() {
  const samples = 800;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/**
 * What the rest of the web answers, or undefined for a host or path nobody knows.
 *
 * @param {string} host
 * @param {string} path
 * @returns {import('./server.mjs').Reply | undefined}
 */
export function thirdParty(host, path) {
  const { pathname, searchParams } = new URL(path, `https://${host}`);
  switch (host) {
    case 'www.googletagmanager.com':
      if (pathname === '/gtag/js' && searchParams.has('id')) return script(model('gtag-model.js'));
      if (pathname === '/gtm.js' && searchParams.has('id')) return script(model('gtm-model.js'));
      return undefined;
    case 'www.google-analytics.com':
      if (pathname === '/g/collect') return { status: 204, headers: { 'access-control-allow-origin': '*' } };
      return undefined;
    case 'www.youtube-nocookie.com':
      return MEDIA.html;
    case 'tags.example.net': {
      const extension = pathname.split('.').pop() ?? '';
      return extension === 'js' || extension === 'mjs' ? script(tagBody(pathname)) : MEDIA[extension];
    }
    default:
      return undefined;
  }
}
