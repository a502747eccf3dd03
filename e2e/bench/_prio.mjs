import { startServer, SITE, VENDOR } from './server.mjs'; import { launch, visit, inNewContext, SLOW_NETWORK } from './browser.mjs'; import { EMPTY_PAGE, SITE_STYLES } from './page.mjs';
import { heroImage } from './hero.mjs'; import { median, rotated } from './stats.mjs'; import * as V from './variants.mjs'; import { addressOf } from './variants.mjs';
const server = await startServer(); server.addPage(SITE + '/empty', EMPTY_PAGE);
server.addAsset(`${SITE}/site.css`, SITE_STYLES); server.addAsset(`${SITE}/hero.png`, heroImage(960, 420)); for (const f of ['external', 'inserted']) server.addAsset(`${VENDOR}/${f}.js`, 'globalThis.tagRuns=1');
const high = { ...V.askfirstFastPath, name: 'fast high', page: V.askfirstFastPath.page.replace('<script async src="/askfirst', '<script async fetchpriority="high" src="/askfirst') };
const vs = [V.noLibrary, V.askfirstFastPath, high, V.askfirstOneLine];
for (const v of vs) { server.addPage(addressOf(v), v.page); if (v.laterPage) server.addPage(addressOf(v, true), v.laterPage); for (const [p, t] of Object.entries(v.files)) server.addAsset(SITE + p, t); }
const browser = await launch(server); const out = Object.fromEntries(vs.map((v) => [v.name, []]));
for (let i = 0; i < Number(process.argv[2]); i++) for (const v of rotated(vs, i)) await inNewContext(browser, async (c) => {
  const f = await visit(c, addressOf(v, true), { network: SLOW_NETWORK, banner: v.banner, settle: 200, afterwards: v.accept && (async (p) => { await p.locator(v.accept).click(); await p.waitForTimeout(300); }) });
  const l = await visit(c, addressOf(v, true), { network: SLOW_NETWORK, settle: 400 }); out[v.name].push({ ...l, shown: f.shown, lcp1: f.lcp, fcp1: f.fcp }); });
for (const [k, v] of Object.entries(out)) console.log(k.padEnd(20), ...['shown', 'fcp1', 'lcp1', 'externalTag', 'insertedTag', 'fcp', 'script'].map((m) => `${m} ${median(v.map((x) => x[m] ?? 0)).toFixed(0)} (min ${Math.min(...v.map((x) => x[m] ?? 0)).toFixed(0)})`));
await browser.close(); await server.close();
