import { startServer, SITE, VENDOR } from './server.mjs'; import { launch, SLOW_NETWORK } from './browser.mjs'; import { EMPTY_PAGE, SITE_STYLES } from './page.mjs';
import { heroImage } from './hero.mjs'; import * as V from './variants.mjs'; import { addressOf } from './variants.mjs';
const variant = V[process.argv[2]]; const later = process.argv[3] === 'later';
const server = await startServer(); server.addPage(SITE + '/empty', EMPTY_PAGE);
server.addAsset(`${SITE}/site.css`, SITE_STYLES); server.addAsset(`${SITE}/hero.png`, heroImage(960, 420)); server.addAsset(`${VENDOR}/external.js`, 'globalThis.tagRuns=1'); server.addAsset(`${VENDOR}/inserted.js`, 'globalThis.tagRuns=1');
server.addPage(addressOf(variant), variant.page); if (variant.laterPage) server.addPage(addressOf(variant, true), variant.laterPage); for (const [p, t] of Object.entries(variant.files)) server.addAsset(SITE + p, t);
const browser = await launch(server);
for (let i = 0; i < Number(process.argv[4] ?? 3); i++) {
  const c = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (later) { const p = await c.newPage(); await p.goto(addressOf(variant, true)); if (variant.accept) await p.locator(variant.accept).click(); await p.waitForTimeout(500); await p.close(); }
  const p = await c.newPage(); await p.goto(SITE + '/empty');
  const d = await c.newCDPSession(p); await d.send('Emulation.setCPUThrottlingRate', { rate: 4 }); await d.send('Network.enable'); await d.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  await browser.startTracing(p, { categories: ['devtools.timeline', 'v8', 'blink.user_timing', 'loading', 'disabled-by-default-devtools.timeline'] });
  await p.goto(addressOf(variant, later), { waitUntil: 'load' }); await p.waitForTimeout(600);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const nav = traceEvents.filter((e) => e.name === 'ResourceSendRequest' && e.args.data.url.startsWith(addressOf(variant))).map((e) => e.ts)[0];
  const pid = traceEvents.find((e) => e.name === 'ResourceSendRequest' && e.args.data.url.endsWith('site.css'))?.pid ?? traceEvents.find((e) => e.name === 'EvaluateScript')?.pid;
  console.log('--- run', i);
  for (const e of traceEvents.filter((e) => e.pid === pid && e.ts >= nav).sort((a, b) => a.ts - b.ts)) {
    const u = (e.args?.data?.url ?? '').split('/').pop();
    if (/^(ResourceSendRequest|ResourceReceiveResponse|ResourceFinish|firstContentfulPaint|largestContentfulPaint::Candidate|domContentLoadedEventStart|loadEventStart|PreloadScan)/.test(e.name) || (e.dur > 1500 && /EvaluateScript|ParseHTML|ParseAuthorStyleSheet|Layout|UpdateLayoutTree|FunctionCall|RunMicrotasks|evaluateModule|Paint|RunTask|Commit/.test(e.name)))
      console.log(((e.ts - nav) / 1000).toFixed(0).padStart(5), e.dur ? (e.dur / 1000).toFixed(0).padStart(4) : '    ', e.name, u || e.args?.data?.requestId || '');
  }
  await c.close();
}
await browser.close(); await server.close();
