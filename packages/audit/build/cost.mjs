/**
 * What an audit costs on this machine: seconds of each visit, and the memory of this process after each tenth of the pages, which has to
 * stay flat. The pages are of a small site with a banner, on this machine.
 *
 * @example npm run build && node packages/audit/build/cost.mjs --pages 200 --states rejected
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { audit, DEFAULT_STATES } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '3' },
    states: { type: 'string', default: DEFAULT_STATES.join(',') },
    quiet: { type: 'string', default: '500' },
    'at-once': { type: 'string', default: '1' },
  },
});
const pages = Number(values.pages);
const states = values.states.split(',');
const page = readFileSync(new URL('picture.html', import.meta.url));
const sitemap = Array.from(
  { length: pages },
  (_, index) => `<url><loc>http://lamps.example/${index || ''}</loc></url>`,
);
const server = createServer(({ url }, response) => {
  if (url === '/sitemap.xml')
    response.setHeader('content-type', 'text/xml').end(`<urlset>${sitemap.join('')}</urlset>`);
  else response.setHeader('content-type', 'text/html').end(page);
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));

const megabytes = () => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
const spent = new Map(states.map((state) => [state, []]));
const every = Math.max(1, Math.round(pages / 10));
let done = 0;
console.log(`at the start: ${megabytes()}`);
let start = Date.now();
await audit('http://lamps.example/', {
  pages,
  states,
  quiet: Number(values.quiet),
  dwell: 300,
  atOnce: Number(values['at-once']),
  args: ['--no-sandbox', `--host-resolver-rules=MAP * 127.0.0.1:${server.address().port}`],
  onPage(visits) {
    const seconds = (Date.now() - start) / 1000;
    for (const { state, duration } of visits) spent.get(state).push(duration / 1000);
    start = Date.now();
    if (++done % every === 0) console.log(`${done} pages, the last one in ${seconds.toFixed(1)} s: ${megabytes()}`);
  },
});
server.close();
for (const [state, all] of spent)
  console.log(`${state}: ${(all.reduce((sum, each) => sum + each, 0) / all.length).toFixed(1)} s a visit`);
