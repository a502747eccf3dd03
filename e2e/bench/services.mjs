import { askfirst } from './askfirst.mjs';
import { inNewContext, visit } from './browser.mjs';
import { SITE, VENDOR } from './server.mjs';
import { rotated, round, slope } from './stats.mjs';

/** From one vendor to the longest lists of sites. */
const SERVICES = [1, 15, 30, 60];
const ANSWERS = { refused: 'rejectAll', granted: 'acceptAll' };
/** Cost grows with the number to the power of this: 1 is linear, 2 quadratic; the rest is what the measurement strays. */
const LIMIT = 1.25;

const COUNT_RUN = 'window.runs++;';

/** What a vendor's row of a configuration has: its script, its hosts, what it stores. */
const service = (n) => ({
  id: `vendor-${n}`,
  name: `Vendor ${n}`,
  provider: `Vendor ${n} Ltd`,
  category: ['functional', 'analytics', 'marketing'][n % 3],
  policyUrl: `https://example.com/privacy/${n}`,
  script: `${VENDOR}/service.js?${n}`,
  hosts: [`cdn-${n}.example.com`, `*.api-${n}.example.com`],
  stores: [
    { name: `_v${n}`, kind: 'cookie', lifetime: [13, 'month'] },
    { name: `v${n}_*`, kind: 'localStorage', lifetime: 'persistent' },
  ],
});

const page = (count) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Services</title>
<script>window.runs = 0;</script>
<script type="application/json" data-askfirst-config>${JSON.stringify({
  categories: { functional: {}, analytics: {}, marketing: {} },
  services: Array.from({ length: count }, (_, n) => service(n)),
})}</script>
${askfirst.oneLine({})}</head><body><p>Text.</p></body></html>`;

/**
 * What starting up costs a returning visitor who has refused or granted all services of a site: processor time without a slowdown,
 * those of the vendors' own one-line scripts included, the least of all rounds; and its ratio to the page with one service.
 *
 * @param {import('./server.mjs').Server} server
 * @param {import('@playwright/test').Browser} browser
 * @param {number} rounds
 */
export async function measureServices(server, browser, rounds) {
  for (const [path, text] of Object.entries(askfirst.files)) server.addAsset(SITE + path, text);
  server.addAsset(`${VENDOR}/service.js`, COUNT_RUN);
  const pages = SERVICES.flatMap((count) =>
    Object.keys(ANSWERS).map((answer) => ({ count, answer, url: `${SITE}/services/${count}`, samples: [] })),
  );
  for (const { url, count } of pages) server.addPage(url, page(count));

  await measurePage(browser, pages[0]);
  for (let n = 0; n < rounds; n++)
    for (const entry of rotated(pages, n)) entry.samples.push(await measurePage(browser, entry));
  const least = (count, answer) =>
    Math.min(...pages.find((entry) => entry.count === count && entry.answer === answer).samples);
  return SERVICES.map((count) => {
    const [refused, granted] = Object.keys(ANSWERS).map((answer) => least(count, answer));
    return {
      count,
      refused: round(refused),
      refusedRatio: round(refused / least(1, 'refused'), 2),
      granted: round(granted),
      grantedRatio: round(granted / least(1, 'granted'), 2),
    };
  });
}

const measurePage = (browser, { url, count, answer }) =>
  inNewContext(browser, async (context) => {
    const expected = answer === 'granted' ? count : 0;
    const allRan = (tab) => tab.waitForFunction((runs) => window.runs === runs, expected, { polling: 200 });
    await visit(context, url, {
      slowdown: 1,
      settle: 0,
      afterwards: async (tab) => {
        await tab.evaluate((method) => globalThis.askfirst[method](), ANSWERS[answer]);
        await allRan(tab);
      },
    });
    const { script } = await visit(context, url, { slowdown: 1, scripts: true, settle: 500, until: allRan });
    return script;
  });

/**
 * Whether what further services cost grows linearly: the slope of a straight line through the logarithms of number and cost.
 *
 * @param {Awaited<ReturnType<typeof measureServices>>} rows
 */
export function checkServices(rows) {
  const [one, ...more] = rows;
  return Object.keys(ANSWERS).map((answer) => {
    const points = more.map((row) => ({
      x: Math.log(row.count - one.count),
      y: Math.log(Math.max(0.1, row[answer] - one[answer])),
    }));
    const value = round(slope(points), 2);
    return { what: `services, ${answer}: power with which the cost grows`, value, limit: LIMIT, holds: value <= LIMIT };
  });
}
