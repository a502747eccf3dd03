import { startServer, SITE } from './server.mjs'; import { launch, inNewContext } from './browser.mjs'; import { EMPTY_PAGE } from './page.mjs';
import { measureScale } from './scale.mjs';
const server = await startServer(); server.addPage(SITE + '/empty', EMPTY_PAGE); const browser = await launch(server);
await measureScale(server, browser, 0).catch(() => {});
for (const path of ['tags/250', 'tags/1000', 'tags/2000', 'services/10', 'services/1000']) await inNewContext(browser, async (c) => {
  const p = await c.newPage(); p.on('console', m => console.log('console', m.text().slice(0, 200))); p.on('pageerror', e => console.log('err', e.message));
  await p.goto(`${SITE}/scale/${path}`); await p.evaluate(() => askfirst.acceptAll()); for (const t of [500, 2000, 5000]) { await p.waitForTimeout(t); console.log(path, 'after', t, await p.evaluate(() => [window.runs, document.querySelectorAll('script[type="text/plain"]').length])); }
  const q = await c.newPage(); const t0 = Date.now(); await q.goto(`${SITE}/scale/${path}`); for (const t of [500, 2000, 5000]) { await q.waitForTimeout(t); console.log(path, 'later', t, await q.evaluate(() => [window.runs, document.querySelectorAll('script[type="text/plain"]').length])); }
});
await browser.close(); await server.close();
