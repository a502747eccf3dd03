import { chromium } from '@playwright/test';
import { launchOptions } from '../harness/browser.mjs';
import { bannerTimes, pageMetrics } from './probe.mjs';
import { scriptTime, TRACE_CATEGORIES } from './script-time.mjs';
import { SITE } from './server.mjs';

/** A mid-range phone on a slow mobile connection; throughput in bytes per second, latency in milliseconds. */
export const SLOW_NETWORK = {
  offline: false,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  latency: 150,
};
export const CPU_SLOWDOWN = 4;
/** A cheap phone. */
export const MORE_SLOWDOWN = 8;

/** @param {import('./server.mjs').Server} server */
export function launch(server) {
  const options = launchOptions(server);
  return chromium.launch({
    ...options,
    args: [
      ...options.args,
      '--no-proxy-server',
      '--disable-blink-features=AutomationControlled', // vanilla-cookieconsent hides from a driven browser
    ],
  });
}

/**
 * Opens an address in a new tab of the context and measures it. The tab stands on an empty page of the site first,
 * so that starting the process and the connection is not part of the measurement.
 * Its answer has `mainThread` and, if asked for, `script`, milliseconds of processor time, how often the browser computed
 * `styles` and `layouts`, and the times of {@link pageMetrics} and {@link bannerTimes}.
 *
 * @param {import('@playwright/test').BrowserContext} context its cache and storage make it a first or a later visit
 * @param {string} url
 * @param {object} [options]
 * @param {number} [options.slowdown] of the processor; 1 is none
 * @param {typeof SLOW_NETWORK} [options.network] none: as fast as this machine
 * @param {string[]} [options.banner] selectors that lead to the banner; its times are sampled in each frame
 * @param {boolean} [options.scripts] whether to trace how long scripts take, which costs a little itself
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} [options.until] what to wait for after the load event
 * @param {number} [options.settle] milliseconds to watch after that
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} [options.afterwards] in the same tab, unmeasured
 */
export async function visit(
  context,
  url,
  { slowdown = CPU_SLOWDOWN, network, banner, scripts, until, settle = 1200, afterwards } = {},
) {
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.goto(`${SITE}/empty`);
    const devtools = await context.newCDPSession(page);
    // Time of the thread, not of the clock: what else this machine does at the moment does not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (network) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', network);
    }
    if (banner) await page.addInitScript(bannerTimes, banner);
    if (scripts) await context.browser().startTracing(page, { categories: TRACE_CATEGORIES });
    const before = await workOf(devtools);
    await page.goto(url, { waitUntil: 'load' });
    const times = banner ? await page.evaluate(() => globalThis.bannerTimes) : {};
    await until?.(page);
    await page.waitForTimeout(settle);
    const after = await workOf(devtools);
    const script = scripts && scriptTime(await context.browser().stopTracing(), url);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const metrics = await page.evaluate(pageMetrics);
    if (errors.length) throw new Error(`${url}: ${errors.join('; ')}`);
    await afterwards?.(page);
    return {
      ...metrics,
      ...times,
      script,
      mainThread: after.mainThread - before.mainThread,
      styles: after.styles - before.styles,
      layouts: after.layouts - before.layouts,
    };
  } finally {
    await page.close();
  }
}

/** Gives `use` a context with empty cache and storage. */
export async function inNewContext(browser, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

async function workOf(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const { TaskDuration, RecalcStyleCount, LayoutCount } = Object.fromEntries(
    metrics.map(({ name, value }) => [name, value]),
  );
  return { mainThread: TaskDuration * 1000, styles: RecalcStyleCount, layouts: LayoutCount };
}
