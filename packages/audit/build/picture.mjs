/**
 * Draws the report for the README, light and dark: of an audit of a small page that breaks its word.
 *
 * @example npm run build && node packages/audit/build/picture.mjs
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { audit, ensureBrowser, htmlReport } from '../dist/index.js';

const here = (name) => new URL(name, import.meta.url);
const html = readFileSync(here('picture.html'));
const NAME = 'lamps.example';

const server = createServer((request, response) => {
  response.writeHead(/^\/(prices)?$/.test(request.url) ? 200 : 404, { 'content-type': 'text/html' }).end(html);
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const args = ['--no-sandbox', `--host-resolver-rules=MAP * 127.0.0.1:${server.address().port}`];
const report = await audit(`http://${NAME}/`, {
  pages: 1,
  quiet: 500,
  dwell: 300,
  args,
  states: ['untouched', 'rejected', 'accepted', 'gpc'],
});
server.close();

const browser = await chromium.launch({ executablePath: ensureBrowser(), args });
try {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 900 }, deviceScaleFactor: 1.5 });
    await page.setContent(htmlReport(report));
    await sharp(await page.screenshot())
      .png({ palette: true, effort: 10 })
      .toFile(here(`../report-${colorScheme}.png`).pathname);
  }
} finally {
  await browser.close();
}
