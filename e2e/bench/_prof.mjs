import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SourceMapConsumer } from 'source-map-js';
import { startServer, SITE } from './server.mjs'; import { launch, CPU_SLOWDOWN, SLOW_NETWORK } from './browser.mjs'; import { EMPTY_PAGE, SITE_STYLES } from './page.mjs';
import { heroImage } from './hero.mjs'; import { VENDOR } from './server.mjs';
import * as V from './variants.mjs'; import { addressOf } from './variants.mjs';
const variant = V[process.argv[2]]; const later = process.argv[3] === 'later';
const server = await startServer(); server.addPage(SITE + '/empty', EMPTY_PAGE);
server.addAsset(`${SITE}/site.css`, SITE_STYLES); server.addAsset(`${SITE}/hero.png`, heroImage(960, 420)); server.addAsset(`${VENDOR}/external.js`, 'globalThis.tagRuns=1'); server.addAsset(`${VENDOR}/inserted.js`, 'globalThis.tagRuns=1');
server.addPage(addressOf(variant), variant.page); for (const [p, t] of Object.entries(variant.files)) server.addAsset(SITE + p, t);
const browser = await launch(server);
const maps = {};
const mapOf = (url) => { const n = url.split('/').pop(); if (!(n in maps)) { try { maps[n] = new SourceMapConsumer(JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('askfirst/script/' + n + '.map')), 'utf8'))); } catch { maps[n] = null; } } return maps[n]; };
const totals = new Map(); const trace = new Map(); const N = Number(process.env.N ?? 6);
for (let i = 0; i < N; i++) {
  const c = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (later) { const p = await c.newPage(); await p.goto(addressOf(variant)); await p.locator(variant.accept).click(); await p.waitForTimeout(400); await p.close(); }
  const p = await c.newPage(); await p.goto(SITE + '/empty');
  const d = await c.newCDPSession(p);
  const useTrace = process.argv[4] === 'trace';
  await d.send('Emulation.setCPUThrottlingRate', { rate: Number(process.env.RATE ?? 4) });
  if (useTrace) { await browser.startTracing(p, { categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile', 'blink.user_timing','toplevel'] }); }
  else { await d.send('Profiler.enable'); await d.send('Profiler.setSamplingInterval', { interval: Number(process.env.INT ?? 200) }); await d.send('Profiler.start'); }
  await p.goto(addressOf(variant), { waitUntil: 'load' }); await p.waitForTimeout(800);
  if (useTrace) {
    const buf = await browser.stopTracing(); const { traceEvents } = JSON.parse(buf.toString());
    for (const e of traceEvents) if (e.ph === 'X' && e.tdur !== undefined && /EvaluateScript|v8.compile|FunctionCall|v8.run|RunMicrotasks|TimerFire|V8.GC|MinorGC|MajorGC|Layout|UpdateLayoutTree|ParseHTML|evaluateModule|compileModule/.test(e.name)) {
      const k = e.name + ' ' + (e.args?.data?.url ?? e.args?.data?.functionName ?? e.args?.fileName ?? '').slice(-40); trace.set(k, (trace.get(k) ?? 0) + e.tdur / 1000 / N);
    }
  } else {
    const { profile } = await d.send('Profiler.stop'); const byId = new Map(profile.nodes.map((n) => [n.id, n]));
    profile.samples.forEach((id, n) => { const { callFrame: f } = byId.get(id); let key = `${f.functionName || '(anon)'} ${f.url.split('/').pop()}:${f.lineNumber}:${f.columnNumber}`;
      const m = f.url && mapOf(f.url); if (m) { const o = m.originalPositionFor({ line: f.lineNumber + 1, column: f.columnNumber }); key = `${o.name ?? f.functionName} ${(o.source ?? '').split('/').slice(-2).join('/')}:${o.line}`; }
      totals.set(key, (totals.get(key) ?? 0) + profile.timeDeltas[n] / 1000 / N); });
  }
  await c.close();
}
for (const [k, v] of [...totals, ...trace].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(v.toFixed(2), k);
await browser.close(); await server.close();
