import { describe, expect, test } from 'vitest';
import { readRobots, readSitemap } from '../src/crawl/sitemap.js';
import { pageAddress, SIGNS_OUT } from '../src/page/links.js';

describe('addresses of pages', () => {
  test.each([
    ['https://example.com/a?utm_source=x&id=2&gclid=1#top', 'https://example.com/a?id=2'],
    ['https://example.com/#/route', 'https://example.com/#/route'],
    ['https://example.com/#!/route', 'https://example.com/#!/route'],
    ['https://user:secret@example.com/', 'https://example.com/'],
    ['https://example.com/price-list.pdf', undefined],
    ['mailto:shop@example.com', undefined],
    ['javascript:void(0)', undefined],
    ['not an address', undefined],
  ])('%s', (href, expected) => expect(pageAddress(href)).toBe(expected));

  test('a link that signs out is known', () => {
    for (const path of ['/logout', '/account/sign-out', '/abmelden']) expect(path).toMatch(SIGNS_OUT);
    for (const path of ['/login', '/signature-outlet', '/blogoutput']) expect(path).not.toMatch(SIGNS_OUT);
  });
});

describe('robots.txt', () => {
  test('groups for everybody count, the longest rule first', () => {
    const { allows, sitemaps } = readRobots(`
User-agent: somebody
Disallow: /
User-agent: other
User-agent: *  # everybody
Disallow: /private
Allow: /private/open
Disallow: /private/open/not
Disallow: /*?session=
Disallow: /end$
Sitemap: https://example.com/pages.xml`);
    expect(sitemaps).toEqual(['https://example.com/pages.xml']);
    const paths = ['/', '/private/x', '/private/open/x', '/private/open/not', '/a?session=1', '/end', '/ending'];
    expect(paths.map(allows)).toEqual([true, false, true, false, false, false, true]);
  });

  test('an empty rule and an empty file allow everything', () => {
    expect(readRobots('User-agent: *\nDisallow:').allows('/a')).toBe(true);
    expect(readRobots('').allows('/a')).toBe(true);
  });
});

describe('sitemaps', () => {
  test('one page and many', () => {
    const page = (path: string) => `<url><loc>https://example.com/${path}</loc><lastmod>2026-11-28</lastmod></url>`;
    const sitemap = (...paths: string[]) =>
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map(page).join('')}</urlset>`;
    expect(readSitemap(sitemap('a')).pages).toEqual(['https://example.com/a']);
    expect(readSitemap(sitemap('a', 'b?x=1&amp;y=2')).pages).toEqual([
      'https://example.com/a',
      'https://example.com/b?x=1&y=2',
    ]);
  });

  test('an index names further ones', () => {
    const index = '<sitemapindex><sitemap><loc>https://example.com/1.xml</loc></sitemap></sitemapindex>';
    expect(readSitemap(index)).toEqual({ pages: [], sitemaps: ['https://example.com/1.xml'] });
  });

  test('a page of the site instead of one is nothing', () => {
    for (const text of ['<!doctype html><html><p>Not found</html>', '', 'plain', '<urlset></urlset>'])
      expect(readSitemap(text)).toEqual({ pages: [], sitemaps: [] });
  });
});
