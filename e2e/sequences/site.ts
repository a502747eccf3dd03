import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { html, type Install } from '../harness/html.js';
import { builtFile, type Server } from '../harness/server.mjs';

export const CATEGORIES = ['analytics', 'marketing'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What waits in each page, and for which categories. */
export const HELD: Readonly<Record<string, readonly Category[]>> = {
  '/counter.js': ['analytics'],
  '/ads.js': ['marketing'],
  '/both.js': ['analytics', 'marketing'],
  '/async.js': ['analytics'],
  inline: ['analytics'],
  ga4: ['analytics'],
};
export const PICTURE = '/badge.svg';
const TAGS = 'https://tags.example.net';
const GOOGLE = 'https://www.googletagmanager.com/gtag/js';

/** Both pages of the site, each with its own way to install. */
export const PAGES = ['/', '/read/'] as const;
export type Path = (typeof PAGES)[number];
const INSTALL_OF: Record<Path, Install> = { '/': 'script tag', '/read/': 'fast path' };

/** Nothing is on this page. */
export const EMPTY = '/empty';

/** In the page it is replaced by a number that no other load of a page gets. */
const DOC = '__DOC__';

const tag = (name: string, more = '') =>
  `<script type="text/plain" data-consent="${HELD[name]?.join(' ')}" src="${TAGS}${name}?doc=${DOC}"${more}></script>`;

const pageOf = (path: Path) =>
  html({
    install: INSTALL_OF[path],
    attributes:
      'data-ga4="G-TEST1" data-categories="marketing" data-controller="Shop" data-asked="analytics:ga4 marketing:"',
    // With the whole address as referrer Google's host sees which sequence a request belongs to.
    before: `<meta name="referrer" content="unsafe-url"><script>window.doc = ${DOC};</script>
      <script>${readFileSync(new URL('in-page.js', import.meta.url), 'utf8')}</script>`,
    head: `${tag('/counter.js')}
      <script type="text/plain" data-consent="analytics">
        (window.ran ||= []).push('inline');
        fetch('/ran/inline?doc=${DOC}');
      </script>`,
    body: `<main><h1>A shop</h1>${tag('/ads.js')}${tag('/both.js')}${tag('/async.js', ' async')}
      <img alt="" data-consent="marketing" data-src="${TAGS}${PICTURE}?doc=${DOC}"></main>`,
  });

const GTAG = `(window.ran ||= []).push('ga4'); document.cookie = '_ga=GA1.1.1.1; path=/; max-age=99999';`;

/** Lets the server play the site, with the built files or those of another folder. */
export function openSite(server: Server, folder?: string): void {
  const pathOf = (name: string) => (folder ? join(folder, name) : builtFile(name));
  const stubs = [builtFile('head.js'), pathOf('head.js')].map((path) => readFileSync(path, 'utf8').trim());
  const withStub = (page: string) => page.replace(stubs[0] as string, () => stubs[1] as string);
  const pages = new Map<string, string>(PAGES.map((path) => [path, withStub(pageOf(path))]));
  pages.set(EMPTY, '<!doctype html><title>Empty</title>');
  const files = new Map<string, Buffer>();
  const file = (name: string) => {
    const path = pathOf(name);
    if (!files.has(path)) files.set(path, readFileSync(path));
    return files.get(path);
  };
  let docs = 0;
  server.reply(GOOGLE, { type: 'text/javascript', body: GTAG });
  server.mount(({ url = '' }: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(url, 'https://site.test');
    const page = pages.get(pathname);
    const [, name] = /^\/askfirst\/([\w.-]+)$/.exec(pathname) ?? [];
    // The time goes into the steps, not into fetching the same files a thousand times.
    const cache = page ? 'no-cache' : 'max-age=3600';
    const type = page ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    response.writeHead(200, { 'cache-control': cache, 'content-type': type });
    response.end(page ? page.replaceAll(DOC, `${(docs += 1)}`) : name ? file(name) : '');
  });
}
