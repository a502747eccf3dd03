/** Finds the pages of a site: by its sitemap, its links, and the routes that its scripts take. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startBrowser } from '../browser/index.js';
import type { Report } from '../model.js';
import { allLinks, pageAddress, SIGNS_OUT } from '../page/links.js';
import { openPage, watchObstacles } from '../page/open.js';
import { browserOptions, DEFAULTS, type Settings, type VisitOptions } from '../page/options.js';
import { type Robots, readRobots, readSitemap } from './sitemap.js';

export interface CrawlOptions extends VisitOptions {
  /** At most so many pages, the first included. @default 10 */
  readonly pages?: number;
  /** How many links away from the first page. @default 3 */
  readonly depth?: number;
  /** Milliseconds for the whole search. @default 120000 */
  readonly crawlTime?: number;
}

/** Pages to visit, and those that were found and are not, with the reason. */
export type Crawled = Pick<Report['plan'], 'pages' | 'left'>;

const MAX_SITEMAPS = 20;
/** More than these are counted, not named. */
const MAX_LEFT = 200;
/** Routers draw a page's links after it has loaded, in milliseconds. */
const SETTLE = 500;

/** `www.example.com` and `example.com` are one site. */
const siteOf = (url: string) => new URL(url).host.replace(/^www\./, '');

class Crawl {
  readonly pages: string[] = [];
  readonly left: { page: string; why: string }[] = [];
  readonly #known = new Set<string>();
  readonly #queue: { url: string; depth: number }[] = [];
  readonly #page: Page;
  readonly #site: string;
  readonly #max: number;
  robots: Robots = readRobots('');

  constructor(page: Page, start: string, max: number) {
    this.#page = page;
    this.#site = siteOf(start);
    this.#max = max;
  }

  #leave(page: string, why: string) {
    if (this.left.length < MAX_LEFT) this.left.push({ page, why });
  }

  /** Takes a page into the plan, or says why not. */
  add(href: string, depth: number): void {
    const url = pageAddress(href);
    if (!url || this.#known.has(url)) return;
    this.#known.add(url);
    const { pathname, search } = new URL(url);
    // Other sites are none of our business: not even a line.
    if (siteOf(url) !== this.#site) return;
    if (SIGNS_OUT.test(url)) this.#leave(url, 'It signs the visitor out.');
    else if (depth > 0 && !this.robots.allows(pathname + search))
      this.#leave(url, 'robots.txt asks crawlers to leave it out.');
    else if (this.pages.length >= this.#max) this.#leave(url, `More than ${this.#max} pages were not asked for.`);
    else {
      this.pages.push(url);
      this.#queue.push({ url, depth });
    }
  }

  /** Reads a file of the site by the browser, as its visitors would. */
  async #read(url: string, timeout: number): Promise<string | undefined> {
    const response = await this.#page.goto(url, { timeout, waitUntil: 'commit' }).catch(() => null);
    if (!response?.ok() || siteOf(response.url()) !== this.#site) return undefined;
    return response.text().catch(() => undefined);
  }

  async readSitemaps(origin: string, timeout: number, end: number): Promise<void> {
    const text = await this.#read(`${origin}/robots.txt`, timeout);
    if (text !== undefined && !/^\s*</.test(text)) this.robots = readRobots(text);
    const waiting = this.robots.sitemaps.length ? [...this.robots.sitemaps] : [`${origin}/sitemap.xml`];
    const read = new Set<string>();
    for (let url = waiting.shift(); url && read.size < MAX_SITEMAPS && Date.now() < end; url = waiting.shift()) {
      if (read.has(url) || !URL.canParse(url) || siteOf(url) !== this.#site) continue;
      read.add(url);
      const { pages, sitemaps } = readSitemap((await this.#read(url, timeout)) ?? '');
      waiting.push(...sitemaps);
      for (const page of pages) this.add(page, 1);
    }
  }

  /** Opens one page after the other, until enough are known. */
  async follow(maxDepth: number, timeout: number, end: number): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      if (this.pages.length >= this.#max || next.depth >= maxDepth || Date.now() >= end) return;
      const { isOpen } = await openPage(this.#page, next.url, Math.min(timeout, Math.max(1_000, end - Date.now())));
      if (!isOpen) continue;
      await wait(SETTLE);
      // Where a script has led: a route of its own.
      this.add(this.#page.url(), next.depth + 1);
      for (const link of await allLinks(this.#page)) this.add(link, next.depth + 1);
    }
  }
}

/**
 * Finds pages of a site to visit. It opens one page at a time, follows what robots.txt allows, presses nothing, and never leaves the
 * host. The first page is always in the plan, also if it cannot be opened.
 *
 * @throws Error if the browser does not start.
 * @example
 * const { pages } = await crawl('https://example.com/', { pages: 50 });
 */
export async function crawl(start: string, options: CrawlOptions = {}): Promise<Crawled> {
  const { pages = 10, depth = 3, crawlTime = 120_000, ...visit } = options;
  const settings: Settings = { ...DEFAULTS, ...visit };
  const first = pageAddress(start) ?? start;
  if (pages <= 1) return { pages: [first], left: [] };
  const started = await startBrowser(browserOptions(settings));
  try {
    const page = started.context.pages()[0] ?? (await started.context.newPage());
    watchObstacles(page);
    const end = Date.now() + crawlTime;
    const found = new Crawl(page, first, pages);
    found.add(first, 0);
    await found.readSitemaps(new URL(first).origin, settings.timeout, end);
    await found.follow(depth, settings.timeout, end);
    return { pages: found.pages, left: found.left };
  } finally {
    await started.close();
  }
}
