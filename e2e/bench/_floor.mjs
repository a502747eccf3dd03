import { startServer, SITE } from './server.mjs'; import { launch, visit, inNewContext } from './browser.mjs'; import { EMPTY_PAGE, marketingPage, SITE_STYLES } from './page.mjs';
import { heroImage } from './hero.mjs'; import { median, rotated } from './stats.mjs';
const server = await startServer(); server.addPage(SITE + '/empty', EMPTY_PAGE);
server.addAsset(`${SITE}/site.css`, SITE_STYLES); server.addAsset(`${SITE}/hero.png`, heroImage(960, 420));
const S = { none: '', trivial: 'window.x=1', getItem: 'window.x=localStorage.getItem("a")', prop: 'window.x=localStorage.a', setget: 'window.x=localStorage.getItem("a")',
 storageListener: 'addEventListener("storage",()=>{})', getAndListener: 'window.x=localStorage.getItem("a");addEventListener("storage",()=>{})', pageshow: 'addEventListener("pageshow",()=>{})', listenThenGet: 'addEventListener("storage",()=>{});window.x=localStorage.getItem("a")', cookie: 'window.x=document.cookie', observer: 'new MutationObserver(()=>{}).observe(document,{childList:true,subtree:true})',
 observerMatch: 'new MutationObserver(rs=>{for(const r of rs)for(const n of r.addedNodes)if(n.isConnected&&n.matches){n.matches("[data-consent]");n.querySelectorAll("[data-consent]")}}).observe(document,{childList:true,subtree:true})',
 live: 'const l=document.getElementsByTagName("script");new MutationObserver(rs=>{window.n=l.length}).observe(document,{childList:true,subtree:true})' };
for (const [k, v] of Object.entries(S)) { server.addAsset(`${SITE}/f/${k}.js`, v); server.addPage(`${SITE}/p/${k}`, marketingPage({ tags: '', head: v && `<script src="/f/${k}.js"></script>` })); }
const browser = await launch(server); const out = Object.fromEntries(Object.keys(S).map((k) => [k, []]));
for (let i = 0; i < Number(process.argv[2] ?? 6); i++) for (const k of rotated(Object.keys(S), i)) await inNewContext(browser, async (c) => { const r = await visit(c, `${SITE}/p/${k}`, { settle: 300 }); if (i) out[k].push(r); });
for (const [k, v] of Object.entries(out)) console.log(k.padEnd(16), 'script', median(v.map((x) => x.script)).toFixed(1), 'main', median(v.map((x) => x.mainThread)).toFixed(0), v.map((x) => x.script.toFixed(1)).join(' '));
await browser.close(); await server.close();
