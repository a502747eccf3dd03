import { gzipSync } from 'node:zlib';
import { inNewContext, MORE_SLOWDOWN, SLOW_NETWORK, visit } from './browser.mjs';
import { heroImage } from './hero.mjs';
import { SITE_STYLES } from './page.mjs';
import { SITE, VENDOR } from './server.mjs';
import { rotated, spread } from './stats.mjs';
import { addressOf, noLibrary } from './variants.mjs';

const TAG = 'globalThis.tagRuns = (globalThis.tagRuns ?? 0) + 1;';
const isTag = ({ url }) => url.startsWith(VENDOR);
const gzipSize = (text) => gzipSync(text, { level: 9 }).length;

/**
 * Measures every variant in turn, round by round, after one round to warm up.
 *
 * @param {import('./server.mjs').Server} server
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./variants.mjs').Variant[]} variants the page without a library among them
 * @param {number} rounds
 * @returns {Promise<Record<string, Record<string, ReturnType<typeof spread>>>>} by variant and measure; names that
 *   start with `extra` are differences to the page without a library in the same round
 */
export async function measureVariants(server, browser, variants, rounds) {
  serve(server, variants);
  for (const variant of variants) await measureOnce(server, browser, variant);
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    const bySample = {};
    for (const variant of rotated(variants, round))
      bySample[variant.name] = await measureOnce(server, browser, variant);
    samples.push(bySample);
  }
  return Object.fromEntries(variants.map(({ name }) => [name, summary(samples, name)]));
}

function serve(server, variants) {
  server.addAsset(`${SITE}/site.css`, SITE_STYLES);
  server.addAsset(`${SITE}/hero.png`, heroImage(960, 420));
  for (const file of ['external.js', 'inserted.js']) server.addAsset(`${VENDOR}/${file}`, TAG);
  for (const variant of variants) {
    server.addPage(addressOf(variant), variant.page);
    if (variant.laterPage) server.addPage(addressOf(variant, true), variant.laterPage);
    for (const [path, text] of Object.entries(variant.files)) server.addAsset(SITE + path, text);
  }
}

/**
 * Under the slow network: a first visit without the sampler, which computes layouts itself, one with it on a slower
 * processor, one with it that ends in a click on Accept, and a visit with the choice stored. Processor time comes from
 * visits of its own, see {@link measureWork}.
 */
async function measureOnce(server, browser, variant) {
  const work = await measureWork(browser, variant);
  const first = await inNewContext(browser, async (context) => {
    const from = server.log.length;
    const metrics = await visit(context, addressOf(variant), { network: SLOW_NETWORK });
    const requests = server.log.slice(from);
    if (requests.some(isTag)) throw new Error(`${variant.name}: a tag was requested before the choice`);
    return { ...metrics, bytes: libraryBytes(requests, variant) };
  });
  const slower = await inNewContext(browser, (context) =>
    visit(context, addressOf(variant), {
      slowdown: MORE_SLOWDOWN,
      network: SLOW_NETWORK,
      banner: variant.banner,
    }),
  );
  return inNewContext(browser, async (context) => {
    const { visible, shown } = await visit(context, addressOf(variant, true), {
      network: SLOW_NETWORK,
      banner: variant.banner,
      afterwards: variant.accept && ((page) => accept(page, variant)),
    });
    const from = server.log.length;
    const later = await visit(context, addressOf(variant, true), { network: SLOW_NETWORK });
    const requests = server.log.slice(from);
    if (!(later.externalTag && later.insertedTag)) throw new Error(`${variant.name}: a granted tag was not requested`);
    return {
      visible,
      shown,
      shownSlower: slower.shown,
      bytes: first.bytes,
      // Against the page with the ungated tags, which every site has already.
      markupBytes: gzipSize(variant.page) - gzipSize(noLibrary.laterPage),
      script: work.first.script,
      mainThread: work.first.mainThread,
      fcp: first.fcp,
      lcp: first.lcp,
      cls: first.cls,
      styles: first.styles,
      layouts: first.layouts,
      longTasks: first.longTasks,
      longestScript: longestLibraryScript(first, variant),
      laterBytes: libraryBytes(requests, variant),
      laterScript: work.later.script,
      laterMainThread: work.later.mainThread,
      laterFcp: later.fcp,
      laterLcp: later.lcp,
      laterCls: later.cls,
      laterStyles: later.styles,
      laterLayouts: later.layouts,
      laterLongTasks: later.longTasks,
      laterLongestScript: longestLibraryScript(later, variant),
      externalTag: later.externalTag,
      insertedTag: later.insertedTag,
    };
  });
}

/**
 * Processor time of scripts, and of the main thread in all, on a first and on a later visit, for the ratios between
 * libraries. Without a slowdown: that one also burns processor time while a script waits for another process, which
 * depends on what else the machine does.
 */
const measureWork = (browser, variant) =>
  inNewContext(browser, async (context) => {
    const first = await visit(context, addressOf(variant), { slowdown: 1, scripts: true });
    if (variant.laterPage) await visit(context, addressOf(variant, true), { slowdown: 1 });
    if (variant.accept)
      await visit(context, addressOf(variant), { slowdown: 1, afterwards: (page) => accept(page, variant) });
    const later = await visit(context, addressOf(variant, true), { slowdown: 1, scripts: true });
    return { first, later };
  });

async function accept(page, { accept, banner }) {
  await page.locator(accept).click();
  await page.locator(banner.join(' ')).waitFor({ state: 'hidden' });
  await page.waitForFunction(() => globalThis.tagRuns === 2);
  await page.waitForTimeout(300);
}

const libraryBytes = (requests, { files }) =>
  requests.reduce((sum, { url, bytes }) => (new URL(url).pathname in files ? sum + bytes : sum), 0);

/** Milliseconds at a stretch; what is inline in the page counts as the library's. */
const longestLibraryScript = ({ scriptsOfLongFrames }, variant) =>
  Math.max(
    0,
    ...scriptsOfLongFrames
      .filter(({ url }) => url.startsWith(addressOf(variant)) || new URL(url, SITE).pathname in variant.files)
      .map(({ duration }) => duration),
  );

function summary(samples, name) {
  const own = samples.map((sample) => sample[name]);
  const without = samples.map((sample) => sample[noLibrary.name]);
  const result = {};
  for (const measure of Object.keys(own[0])) {
    if (own[0][measure] === undefined) continue;
    result[measure] = spread(own.map((sample) => sample[measure]));
    if (without[0][measure] !== undefined)
      result[`extra${measure[0].toUpperCase()}${measure.slice(1)}`] = spread(
        own.map((sample, round) => sample[measure] - without[round][measure]),
      );
  }
  return result;
}
