/**
 * What an audit costs on this machine: seconds of each visit, and after each tenth of the pages the memory of this process and the most
 * that the browsers of those pages needed. Both have to stay flat. The pages are of a small site with a banner, on this machine; each
 * asks for some files more, as pages do.
 *
 * @example npm run build && node packages/audit/build/cost.mjs --pages 200 --states rejected
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { DEFAULT_STATES, longAudit } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '3' },
    states: { type: 'string', default: DEFAULT_STATES.join(',') },
    quiet: { type: 'string', default: '500' },
    files: { type: 'string', default: '100' },
    'at-once': { type: 'string', default: '1' },
  },
});
const pages = Number(values.pages);
const states = values.states.split(',');
const files = Array.from({ length: Number(values.files) }, (_, index) => `<script src="/file-${index}.js"></script>`);
const page = `${readFileSync(new URL('picture.html', import.meta.url))}${files.join('')}`;
const sitemap = Array.from(
  { length: pages },
  (_, index) => `<url><loc>http://lamps.example/${index || ''}</loc></url>`,
);
const server = createServer(({ url }, response) => {
  if (url === '/sitemap.xml')
    response.setHeader('content-type', 'text/xml').end(`<urlset>${sitemap.join('')}</urlset>`);
  else if (url.endsWith('.js')) response.setHeader('content-type', 'text/javascript').end('');
  else response.setHeader('content-type', 'text/html').end(page);
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));

/** Bytes of a page of memory, in which Linux counts: https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html */
const PAGE = 4096;
/** What the processes below this one need, in bytes; 0 where there is no /proc. What they share is counted for each. */
function belowThis() {
  const parents = new Map();
  try {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        parents.set(
          id,
          readFileSync(`/proc/${id}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1],
        );
      } catch {
        // It has ended.
      }
    }
  } catch {
    return 0;
  }
  const isBelow = (id) => id === `${process.pid}` || (parents.has(id) && isBelow(parents.get(id)));
  let bytes = 0;
  for (const id of parents.keys()) {
    if (id === `${process.pid}` || !isBelow(id)) continue;
    try {
      bytes += Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * PAGE;
    } catch {
      // As above.
    }
  }
  return bytes;
}

let most = 0;
const looking = setInterval(() => {
  most = Math.max(most, belowThis());
}, 500);
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const spent = new Map(states.map((state) => [state, []]));
const every = Math.max(1, Math.round(pages / 10));
let done = 0;
console.log(`at the start: ${megabytes(process.memoryUsage().rss)}`);
let start = Date.now();
await longAudit('http://lamps.example/', {
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
    if (++done % every) return;
    const own = megabytes(process.memoryUsage().rss);
    console.log(`${done} pages, the last one in ${seconds.toFixed(1)} s: ${own}, browsers ${megabytes(most)}`);
    most = 0;
  },
});
clearInterval(looking);
server.close();
for (const [state, all] of spent)
  console.log(`${state}: ${(all.reduce((sum, each) => sum + each, 0) / all.length).toFixed(1)} s a visit`);
