import { askfirst } from './askfirst.mjs';
import { inNewContext, visit } from './browser.mjs';
import { SITE } from './server.mjs';
import { median, rotated, round } from './stats.mjs';

const page = (head) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Start</title>${head}</head><body><p>Text.</p></body></html>`;

const EMPTY = { name: 'empty page', url: `${SITE}/start/empty`, html: page('') };
const CORE = {
  name: 'with the core',
  url: `${SITE}/start/core`,
  html: page(askfirst.oneLine({ 'data-categories': 'analytics' })),
};

/**
 * All work of the main thread while an almost empty page loads, with and without the core, for a visitor whose choice
 * is stored.
 *
 * @param {import('./server.mjs').Server} server
 * @param {import('@playwright/test').Browser} browser
 * @param {number} rounds
 */
export async function measureStart(server, browser, rounds) {
  for (const [path, text] of Object.entries(askfirst.files)) server.addAsset(SITE + path, text);
  const variants = [EMPTY, CORE];
  for (const { url, html } of variants) server.addPage(url, html);
  const samples = Object.fromEntries(variants.map(({ name }) => [name, []]));
  for (let n = -1; n < rounds; n++)
    for (const variant of rotated(variants, n + 1)) {
      const sample = await measurePage(browser, variant);
      if (n >= 0) samples[variant.name].push(sample); // the first round warms up
    }
  const middle = (name, measure) => round(median(samples[name].map((sample) => sample[measure])));
  const [empty, core] = variants.map(({ name }) => ({
    mainThread: middle(name, 'mainThread'),
    script: middle(name, 'script'),
  }));
  return { empty, core, ratio: round(core.mainThread / empty.mainThread, 2) };
}

const measurePage = (browser, { url }) =>
  inNewContext(browser, async (context) => {
    await visit(context, url, { afterwards: (page) => page.evaluate(() => globalThis.askfirst?.acceptAll()) });
    return visit(context, url, { scripts: true });
  });
