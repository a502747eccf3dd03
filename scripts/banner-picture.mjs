/**
 * Draws the built banner over a page, light and dark, for the README. `--check` draws nothing: it fails if the banner has other
 * words, markup or styles than on the pictures.
 *
 * @example npm run build && npm run banner-picture
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import ensureBrowser, { launchBrowser } from '../e2e/harness/browser.mjs';
import { SITE, startServer } from '../e2e/harness/server.mjs';

const SCHEMES = ['light', 'dark'];
const picture = (scheme) => `docs/banner-${scheme}.png`;
/** What is on the pictures, as a hash: pixels differ from one machine to the next. */
const DRAWN = 'docs/banner.json';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });

/** Opens the page and waits for the question. */
async function open(browser, colorScheme) {
  const page = await browser.newPage({ colorScheme, locale: 'en', viewport: { width: 1280, height: 464 } });
  await page.goto(SITE);
  await page.locator('askfirst-ui [part~="banner"]').waitFor();
  return page;
}

/** All that decides how the picture looks, but the browser and its fonts. */
async function hashOf(page, html) {
  const markup = await page.locator('askfirst-ui [part~="banner"]').evaluate((banner) => banner.outerHTML);
  // The built text, because browsers write rules each in their own way.
  const css = readFileSync('packages/sdk/dist/npm/ui/styles.css.js', 'utf8');
  return createHash('sha256')
    .update(JSON.stringify([html, markup, css]))
    .digest('hex');
}

async function draw(page, file) {
  const { default: sharp } = await import('sharp');
  await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toFile(file);
}

try {
  ensureBrowser();
} catch ({ message }) {
  console.error(message);
  process.exit(1);
}
const html = readFileSync(new URL('banner-picture/page.html', import.meta.url), 'utf8');
const server = await startServer();
server.page('/', html);
const browser = await launchBrowser(server, { light: true });
try {
  const page = await open(browser, SCHEMES[0]);
  const drawn = await hashOf(page, html);
  if (values.check) {
    const before = existsSync(DRAWN) && JSON.parse(readFileSync(DRAWN, 'utf8')).drawn;
    if (before !== drawn || !SCHEMES.map(picture).every(existsSync)) {
      console.error(
        'The banner no longer looks as on its pictures: run "npm run banner-picture", and look at docs/banner-*.png.',
      );
      process.exitCode = 1;
    }
  } else {
    for (const scheme of SCHEMES) await draw(await open(browser, scheme), picture(scheme));
    writeFileSync(DRAWN, `${JSON.stringify({ drawn }, null, 2)}\n`);
  }
} finally {
  await browser.close();
  await server.close();
}
