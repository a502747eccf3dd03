// Everything that has to hold, in one run: build with budgets, checks, unit tests, end-to-end tests. Ends with the totals.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'askfirst-'));
const unitReport = join(reports, 'unit.json');

let passed = 0;
let failed = 0;
let skipped = 0;
let secondTry = 0;
const failures = [];
const run = (name, command, env = {}) => {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) failures.push(name);
  return status === 0;
};
/** A step without tests of its own counts as one. */
const check = (name, command) => {
  if (run(name, command)) passed += 1;
  else failed += 1;
};
const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    failed += 1;
  }
};

check('build and budgets', 'npm run build');
if (!failed) {
  check('format, lint', 'biome check .');
  check('layers', 'node scripts/check-layers.mjs');
  check('import-inert', 'node scripts/check-inert.mjs');
  check('dead code', 'knip --treat-config-hints-as-errors');
  check('numbers in the docs', 'node scripts/check-docs.mjs');
  check('what must not compile', 'node node_modules/typescript/bin/tsc --noEmit -p packages/sdk/test/tsconfig.json');
  check('packages', 'node scripts/check-packages.mjs');
  check('examples', 'npm run build -w examples');

  run('unit tests', `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`);
  const unit = read(unitReport);
  passed += unit?.numPassedTests ?? 0;
  failed += unit?.numFailedTests ?? 0;

  for (const [name, script, env] of [
    ['end-to-end tests', 'test'],
    ['bundlers', 'test:bundlers'],
    ['three engines', 'test:engines'],
    ['promises of five sites', 'test:sites'],
    // The same ones each time, so that red means a change. `npm run sequences -w e2e` plays a thousand others.
    ['random sequences', 'sequences', { ASKFIRST_SEQUENCES: '120', ASKFIRST_SEED: '2026', ...process.env }],
  ]) {
    const report = join(reports, `${script.replace(':', '-')}.json`);
    run(name, `npm run ${script} -w e2e -- --reporter=line,json`, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
    const stats = read(report)?.stats;
    passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
    failed += stats?.unexpected ?? 0;
    secondTry += stats?.flaky ?? 0;
    skipped += stats?.skipped ?? 0;
  }
}
if (failures.length) console.error(`\nFailed: ${failures.join(', ')}`);
if (failures.length && !failed) failed = failures.length;
console.log(
  `\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${secondTry ? `, ${secondTry} at the second try` : ''}`,
);
process.exitCode = failed ? 1 : 0;
