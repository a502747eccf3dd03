/**
 * Measures Askfirst in a real browser against its peers, on pages that grow, and on an empty page.
 * Exit code 1 if something does not hold.
 *
 * @example npm run bench -- --runs 9 --only peers
 * @example npm run bench -- --only peers --beside ../before/packages/sdk/dist/script
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CPU_SLOWDOWN, launch, MORE_SLOWDOWN, SLOW_NETWORK } from './browser.mjs';
import { EMPTY_PAGE } from './page.mjs';
import { comparePeers } from './report-peers.mjs';
import { checkScale, measureScale } from './scale.mjs';
import { SITE, startServer } from './server.mjs';
import { checkServices, measureServices } from './services.mjs';
import { measureStart } from './start.mjs';
import { printChecks, printTable } from './table.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, only: { type: 'string' }, beside: { type: 'string' } },
});
const rounds = Number(values.runs);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--runs takes a whole number from 1 up');

const parts = {
  async peers(server, browser) {
    return comparePeers(server, browser, rounds, values.beside);
  },
  async scale(server, browser) {
    const rows = await measureScale(server, browser, rounds);
    printTable(
      'Script time of the start without a slowdown, ms',
      ['', 'number', 'undecided', 'granted, later visit'],
      rows.map(Object.values),
    );
    return { rows, checks: checkScale(rows) };
  },
  async services(server, browser) {
    const rows = await measureServices(server, browser, rounds);
    printTable(
      'Script time of the start on a later visit, without a slowdown: ms, and the ratio to one service',
      ['services', 'all refused', 'ratio', 'all granted', 'ratio'],
      rows.map(Object.values),
    );
    return { rows, checks: checkServices(rows) };
  },
  async start(server, browser) {
    const { empty, core, ratio } = await measureStart(server, browser, rounds);
    printTable(
      'Work of the main thread while a page loads, ms',
      ['', 'all', 'script'],
      [
        ['empty page', empty.mainThread, empty.script],
        ['with the core', core.mainThread, core.script],
        ['ratio', ratio, ''],
      ],
    );
    return { empty, core, ratio, checks: [] };
  },
};
if (values.only && !(values.only in parts)) throw new Error(`--only takes ${Object.keys(parts).join(', ')}`);

const server = await startServer();
server.addPage(`${SITE}/empty`, EMPTY_PAGE);
const browser = await launch(server);
const result = {
  date: new Date().toISOString().slice(0, 10),
  browser: browser.version(),
  rounds,
  cpuSlowdown: [CPU_SLOWDOWN, MORE_SLOWDOWN],
  network: SLOW_NETWORK,
};
try {
  for (const name of values.only ? [values.only] : Object.keys(parts))
    result[name] = await parts[name](server, browser);
} finally {
  await browser.close();
  await server.close();
}

const checks = Object.values(result).flatMap((part) => part.checks ?? []);
printChecks(checks);
// Only a whole run is kept: the numbers in the README are compared with it.
if (!values.only) writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
if (checks.some(({ holds, judged }) => !holds && judged !== false)) process.exitCode = 1;
