import { askfirst } from './askfirst.mjs';
import { inNewContext, visit } from './browser.mjs';
import { heroImage } from './hero.mjs';
import { SITE, VENDOR } from './server.mjs';
import { rotated, round, slope } from './stats.mjs';

const TAGS = [0, 250, 500, 1000, 2000];
const SERVICES = [0, 10, 100, 200, 400];
/** Cost grows with the number to the power of this: 1 is linear, 2 quadratic; the rest is what the measurement strays. */
const LIMIT = 1.25;
/** Fewer cost less than the measurement is exact to. */
const FROM = 100;

const COUNT_RUN = 'window.runs++;';
/** Of every eight tags one is an external script, one a template, one an image; the others are inline scripts. */
const tag = (n) =>
  [
    `<script type="text/plain" data-consent="analytics" async src="${VENDOR}/counting.js?${n}"></script>`,
    `<template data-consent="marketing"><b>${n}</b></template>`,
    `<img data-consent="marketing" data-src="/dot.png?${n}" alt="">`,
  ][n % 8] ?? `<script type="text/plain" data-consent="${INLINE_CATEGORIES[n % 2]}">${COUNT_RUN}</script>`;
const INLINE_CATEGORIES = ['analytics', 'analytics marketing'];
const isScript = (n) => n % 8 !== 1 && n % 8 !== 2;

const service = (n) => ({
  id: `service-${n}`,
  name: `Service ${n}`,
  provider: `Provider ${n} Ltd`,
  category: n % 3 ? 'analytics' : 'marketing',
  policyUrl: `https://example.com/privacy/${n}`,
  hosts: [`cdn-${n}.example.com`, `*.api-${n}.example.com`],
  stores: [
    { name: `_s${n}`, kind: 'cookie', lifetime: [13, 'month'] },
    { name: `s${n}_*`, kind: 'localStorage', lifetime: 'persistent' },
  ],
});

const numbers = (count) => Array.from({ length: count }, (_, n) => n);
const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Scale</title>
<script>window.runs = 0;</script>
${head}</head><body><p>Text.</p>
${body}
</body></html>`;

const pageWithTags = (count) =>
  page(askfirst.oneLine({ 'data-categories': 'analytics marketing' }), numbers(count).map(tag).join('\n'));
/** The tag at the end keeps the page without services comparable. */
const pageWithServices = (count) =>
  page(
    `<script type="application/json" data-askfirst-config>${JSON.stringify({
      categories: { analytics: {}, marketing: {} },
      services: numbers(count).map(service),
    })}</script>\n${askfirst.oneLine({})}`,
    tag(3),
  );

/**
 * What starting up costs on pages with many declared tags, and with many declared services: processor time without a
 * slowdown, the least of all rounds, because whatever else happens meanwhile can only add to it.
 *
 * @param {import('./server.mjs').Server} server
 * @param {import('@playwright/test').Browser} browser
 * @param {number} rounds
 */
export async function measureScale(server, browser, rounds) {
  for (const [path, text] of Object.entries(askfirst.files)) server.addAsset(SITE + path, text);
  server.addAsset(`${VENDOR}/counting.js`, COUNT_RUN);
  server.addAsset(`${SITE}/dot.png`, heroImage(1, 1));
  const pages = [
    ...TAGS.map((count) => ({
      kind: 'tags',
      count,
      html: pageWithTags(count),
      scripts: numbers(count).filter(isScript).length,
    })),
    ...SERVICES.map((count) => ({ kind: 'services', count, html: pageWithServices(count), scripts: 1 })),
  ].map((entry) => ({ ...entry, url: `${SITE}/scale/${entry.kind}/${entry.count}`, undecided: [], granted: [] }));
  for (const { url, html } of pages) server.addPage(url, html);

  await measurePage(browser, pages[0]);
  for (let n = 0; n < rounds; n++)
    for (const entry of rotated(pages, n)) {
      const { undecided, granted } = await measurePage(browser, entry);
      entry.undecided.push(undecided);
      entry.granted.push(granted);
    }
  return pages.map(({ kind, count, undecided, granted }) => ({
    kind,
    count,
    undecided: round(Math.min(...undecided)),
    granted: round(Math.min(...granted)),
  }));
}

const measurePage = (browser, { url, scripts }) =>
  inNewContext(browser, async (context) => {
    const allRan = (page) => page.waitForFunction((count) => window.runs === count, scripts, { polling: 200 });
    const undecided = await visit(context, url, {
      slowdown: 1,
      scripts: true,
      settle: 500,
      afterwards: async (page) => {
        await page.evaluate(() => globalThis.askfirst.acceptAll());
        await allRan(page);
      },
    });
    const granted = await visit(context, url, { slowdown: 1, scripts: true, settle: 500, until: allRan });
    return { undecided: undecided.script, granted: granted.script };
  });

/**
 * Whether the cost grows linearly: the slope of a straight line through the logarithms of number and cost.
 *
 * @param {Awaited<ReturnType<typeof measureScale>>} rows
 */
export function checkScale(rows) {
  const check = (kind, visitor) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const base = ofKind.find(({ count }) => count === 0)[visitor];
    const points = ofKind
      .filter(({ count }) => count >= FROM)
      .map((row) => ({ x: Math.log(row.count), y: Math.log(Math.max(0.1, row[visitor] - base)) }));
    const value = round(slope(points), 2);
    return { what: `${kind}, ${visitor}: power with which the cost grows`, value, limit: LIMIT, holds: value <= LIMIT };
  };
  return [
    check('tags', 'undecided'),
    check('tags', 'granted'),
    check('services', 'undecided'),
    check('services', 'granted'),
  ];
}
