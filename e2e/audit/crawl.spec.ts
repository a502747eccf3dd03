import { crawl, visitPage } from '@askfirst/audit';
import { expect, test } from '@playwright/test';
import { type Server, SITE, startServer } from '../harness/server.mjs';
import { onlyServer } from './harness/look.js';

test.describe.configure({ mode: 'parallel' });

let server: Server;
const html = (body: string) => `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${body}`;
const link = (path: string) => `<a href="${path}">${path}</a>`;

/** Addresses that stand in the way of whoever visits them, with what is said about each. */
const OBSTACLES: Readonly<Record<string, string>> = {
  '/loop': 'The address redirects without end.',
  '/silent': 'The page did not answer within 2 s.',
  '/endless': 'The page had not finished loading after 2 s.',
  '/file': 'The address is a download, not a page.',
  '/dialog': 'The page opened a dialog (alert): “Hello”. It was dismissed.',
  '/account': 'The page asks for a password: a script for --prepare can sign in.',
  '/broken': 'The server answered 503.',
  '/elsewhere': 'The address leads to another host: other.example.net.',
};

test.beforeAll(async () => {
  server = await startServer();
  server.page('/', html(link('/page/1')));
  for (let page = 1; page <= 60; page++) server.page(`/page/${page}`, html(link(`/page/${page + 1}`) + link('/')));
  server.reply('/robots.txt', {
    type: 'text/plain',
    body: `User-agent: *\nDisallow: /private\nSitemap: ${SITE}/sitemaps.xml`,
  });
  const xml = (body: string) => ({ type: 'application/xml', body });
  server.reply('/sitemaps.xml', xml(`<sitemapindex><sitemap><loc>${SITE}/pages.xml</loc></sitemap></sitemapindex>`));
  const locations = Array.from({ length: 60 }, (_, page) => `<url><loc>${SITE}/page/${page + 1}</loc></url>`);
  server.reply('/pages.xml', xml(`<urlset>${locations.join('')}</urlset>`));

  server.reply('/loop', { status: 302, headers: { location: '/loop' } });
  server.reply('/silent', { hang: true });
  server.page('/endless', html('<img src="/endless.gif" alt="">'));
  server.reply('/endless.gif', { hang: true });
  server.reply('/file', {
    type: 'application/octet-stream',
    body: 'x',
    headers: { 'content-disposition': 'attachment; filename="x.bin"' },
  });
  server.page('/dialog', html('<script>alert("Hello")</script>'));
  server.reply('/account', { status: 302, headers: { location: '/login' } });
  server.page('/login', html('<form><input type="password" aria-label="Password"><button>Sign in</button></form>'));
  server.reply('/broken', { status: 503, type: 'text/html', body: html('Later') });
  server.reply('/elsewhere', { status: 302, headers: { location: 'https://other.example.net/' } });
  server.reply('https://other.example.net/', { type: 'text/html', body: html('Other') });
});
test.afterAll(() => server.close());

const options = () => ({ args: onlyServer(server), timeout: 2_000, quiet: 100, dwell: 100, bannerTimeout: 100 });

test('plans 50 pages of a sitemap, and names those that it leaves out', async () => {
  const { pages, left } = await crawl(`${SITE}/`, { ...options(), pages: 50 });
  expect(pages).toHaveLength(50);
  expect(pages.slice(0, 2)).toEqual([`${SITE}/`, `${SITE}/page/1`]);
  expect(left).toHaveLength(11);
  expect(left[0]?.why).toBe('More than 50 pages were not asked for.');
});

test('follows links and routes of the same site, as deep as it may, and presses nothing', async () => {
  const host = 'https://shop.test';
  const page = (path: string, body: string) => server.reply(host + path, { type: 'text/html', body: html(body) });
  server.reply(`${host}/robots.txt`, { type: 'text/plain', body: 'User-agent: *\nDisallow: /private' });
  page(
    '/start',
    `${link('/deep/1')}${link('/private/a')}${link('/logout')}${link('https://other.example.net/page')}
${link('/list.pdf')}<nav></nav><form action="/order" method="post"><button>Order</button></form>
<script>document.querySelector('nav').innerHTML = '<a href="/start#/route">Route</a>'; history.pushState(null, '', '/pushed');</script>`,
  );
  page('/pushed', '<p>Pushed</p>');
  for (let deep = 1; deep < 5; deep++) page(`/deep/${deep}`, link(`/deep/${deep + 1}`));
  const { pages, left } = await crawl(`${host}/start`, { ...options(), pages: 9, depth: 3 });
  expect(pages.sort()).toEqual(
    ['/deep/1', '/deep/2', '/deep/3', '/pushed', '/start', '/start#/route'].map((path) => host + path),
  );
  expect(left).toEqual([
    { page: `${host}/private/a`, why: 'robots.txt asks crawlers to leave it out.' },
    { page: `${host}/logout`, why: 'It signs the visitor out.' },
  ]);
  expect(server.requests(/order|other\.example\.net\/page|list\.pdf|logout|private/)).toEqual([]);
});

test('says in one line what stood in the way of a page', async () => {
  for (const [path, sentence] of Object.entries(OBSTACLES)) {
    const { problems, state } = await visitPage(SITE + path, 'gpc', options());
    expect([path, state, ...problems]).toEqual([path, 'gpc', sentence]);
  }
});

test('says that a certificate is not trusted, and that nobody answers', async () => {
  const { port } = server;
  const args = [`--host-resolver-rules=MAP www.shop.example.com 127.0.0.1:${port},MAP gone.example 127.0.0.1:1`];
  const problem = async (url: string) => (await visitPage(url, 'gpc', { ...options(), args })).problems;
  expect(await problem(SITE)).toEqual([
    'The browser does not trust the certificate of the site (ERR_CERT_AUTHORITY_INVALID).',
  ]);
  expect(await problem('https://gone.example/')).toEqual(['No server answers there.']);
});
