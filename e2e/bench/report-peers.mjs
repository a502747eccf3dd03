import { buildIn } from './askfirst.mjs';
import { MORE_SLOWDOWN } from './browser.mjs';
import { measureVariants } from './peers.mjs';
import { printTable } from './table.mjs';
import { checkPeers } from './thresholds.mjs';
import {
  askfirstFastPath,
  askfirstOneLine,
  c15t,
  installsOf,
  leastScript,
  noLibrary,
  orejime,
  vanillaCookieConsent,
} from './variants.mjs';

const VARIANTS = [noLibrary, leastScript, askfirstFastPath, askfirstOneLine, orejime, vanillaCookieConsent, c15t];
const earlier = (folder) => (folder ? installsOf(buildIn(folder, '/earlier'), 'an earlier build') : []);

/** What is printed: heading, measure. Everything is in the results. */
const TABLES = {
  'First visit': {
    'banner visible': 'visible',
    'fully shown': 'shown',
    [`at ${MORE_SLOWDOWN}x`]: 'shownSlower',
    'FCP +': 'extraFcp',
    'LCP +': 'extraLcp',
    'script +': 'extraScript',
    'main thread': 'mainThread',
    'main thread +': 'extraMainThread',
    styles: 'styles',
    layouts: 'layouts',
    bytes: 'bytes',
    'markup bytes': 'markupBytes',
    CLS: 'cls',
    'long tasks': 'longTasks',
    'longest script': 'longestScript',
  },
  'Later visit, choice stored, cache warm': {
    'inserted tag +': 'extraInsertedTag',
    'external tag +': 'extraExternalTag',
    'FCP +': 'extraLaterFcp',
    'LCP +': 'extraLaterLcp',
    'script +': 'extraLaterScript',
    'main thread': 'laterMainThread',
    'main thread +': 'extraLaterMainThread',
    styles: 'laterStyles',
    layouts: 'laterLayouts',
    bytes: 'laterBytes',
    CLS: 'laterCls',
    'long tasks': 'laterLongTasks',
    'longest script': 'laterLongestScript',
  },
};

/**
 * The comparison: measured, printed, judged.
 *
 * @param {import('./server.mjs').Server} server
 * @param {import('@playwright/test').Browser} browser
 * @param {number} rounds
 * @param {string} [beside] folder of an earlier build, which is measured in the same rounds and not judged
 */
export async function comparePeers(server, browser, rounds, beside) {
  const measured = [...VARIANTS, ...earlier(beside)];
  const variants = await measureVariants(server, browser, measured, rounds);
  for (const [title, measures] of Object.entries(TABLES))
    printTable(
      `${title}: median (least to most) of ${rounds} runs; + is ms more than without a library`,
      ['', ...Object.keys(measures)],
      measured.map(({ name }) => [name, ...Object.values(measures).map((measure) => cell(variants[name][measure]))]),
    );
  const checks = checkPeers(variants, {
    none: noLibrary.name,
    ours: [
      { name: askfirstFastPath.name, blocks: false },
      { name: askfirstOneLine.name, blocks: true },
    ],
    peers: [orejime.name, vanillaCookieConsent.name, c15t.name],
    least: leastScript.name,
  });
  return { variants, checks };
}

const cell = (value) => {
  if (!value) return '-';
  return value.min === value.max ? `${value.median}` : `${value.median} (${value.min} to ${value.max})`;
};
