/**
 * What has to hold, in one run: build with budgets, checks, unit tests, end-to-end tests. Ends with the totals. `--whole` also
 * runs what repeats a proof: the tests with the tag `@whole`, and more random sequences.
 *
 * @example npm test -- --only unit,specs
 * @example npm test -- --whole
 */
import { exec, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify, stripVTControlCharacters } from 'node:util';

const { values } = parseArgs({ options: { only: { type: 'string' }, whole: { type: 'boolean', default: false } } });
const isWhole = values.whole;

const reports = mkdtempSync(join(tmpdir(), 'askfirst-'));

/** A step without tests of its own: it counts as one. */
const step = (title, command) => ({ title, command });
/** `without`: the tag of tests that run elsewhere. `repeats`: what only the whole run has, by project, file, title and tag. */
const playwright = (title, script, { args = '', without, repeats = '@whole', env = {} } = {}) => {
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`);
  const read = () => JSON.parse(readFileSync(report, 'utf8'));
  const count = () => {
    const { expected, flaky, unexpected, skipped } = read().stats;
    return [expected + flaky, unexpected, skipped];
  };
  const raced = () => read().suites.flatMap(racedSpecs);
  const failed = () => read().suites.flatMap(failedSpecs);
  const commandOf = (whole) => {
    const left = [without, whole ? undefined : repeats].filter(Boolean).join('|');
    return `npm run ${script} -w e2e -- ${args} ${left && `--grep-invert="${left}"`}`;
  };
  return {
    title,
    command: `${commandOf(isWhole)} --reporter=line,json${process.env.CI ? ' --retries=1' : ''}`,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count,
    failed,
    raced,
    /** How many tests the whole run has beyond this one. */
    async countRepeats() {
      const { stdout } = await promisify(exec)(`${commandOf(true)} --list`);
      const [passed, failed, skipped] = count();
      return Number(/^Total: (\d+) test/m.exec(stdout)?.[1]) - passed - failed - skipped;
    },
  };
};
/** What failed in a part of Playwright's report: where, what, and how. */
const failedSpecs = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(failedSpecs),
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const [error] = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
      return `${file}:${line} ${title}\n${error?.message ?? 'It did not run to its end.'}`;
    }),
];
/** What passed at the second try in a part of Playwright's report. Only CI tries again: elsewhere a race is to be seen. */
const racedSpecs = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(racedSpecs),
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} ${title}`),
];
const unitReport = join(reports, 'unit.json');
const readUnits = () => JSON.parse(readFileSync(unitReport, 'utf8'));

const suites = {
  checks: [
    step('format, lint', 'biome check .'),
    step('layers', 'node scripts/check-layers.mjs'),
    step('import-inert', 'node scripts/check-inert.mjs'),
    step('dead code', 'knip --treat-config-hints-as-errors'),
    step('docs', 'node scripts/check-docs.mjs'),
    step("the banner's picture", 'node scripts/banner-picture.mjs --check'),
    step('what must not compile', 'node node_modules/typescript/bin/tsc --noEmit -p packages/sdk/test/tsconfig.json'),
    step('packages', 'node scripts/check-packages.mjs'),
  ],
  unit: [
    {
      title: 'unit tests',
      command: `vitest run --reporter=dot --reporter=json --outputFile.json=${unitReport}`,
      count: () => {
        const { numPassedTests, numFailedTests, numPendingTests } = readUnits();
        return [numPassedTests, numFailedTests, numPendingTests];
      },
      failed: () =>
        readUnits().testResults.flatMap(({ name, message, assertionResults }) => [
          ...(message ? [`${name}\n${message}`] : []),
          ...assertionResults
            .filter(({ status }) => status === 'failed')
            .map(({ fullName, failureMessages }) => `${name} ${fullName}\n${failureMessages[0]}`),
        ]),
    },
  ],
  // In halves, so that two suites run side by side to the end. Each empties its own folder when it starts.
  specs: [1, 2].map((half) =>
    playwright(`end-to-end tests, ${half} of 2`, 'test', {
      args: `--project=specs --workers=2 --shard=${half}/2 --output=test-results/${half}`,
    }),
  ),
  bundlers: [playwright('bundlers', 'test:bundlers')],
  engines: [
    playwright('three engines', 'test:engines', {
      args: '--workers=2',
      without: '@timed',
      // The specs of these names show it in Chromium, too.
      repeats: '@whole|chromium (choice|gate|keyboard|signals|storage)[.]spec',
    }),
  ],
  sites: [
    playwright('promises of five sites', 'test:sites', {
      args: '--workers=2',
      // What differs between engines, their own suite shows.
      repeats: '@whole|(firefox|webkit) [a-z-]+[.]spec',
    }),
  ],
  audit: [playwright('audit of planted faults', 'test:audit', { args: '--workers=2' })],
  sequences: [
    // The same ones each time, so that red means a change. `npm run sequences -w e2e` plays a thousand others.
    playwright('random sequences', 'sequences', {
      env: { ASKFIRST_SEQUENCES: isWhole ? '120' : '40', ASKFIRST_SEED: '2026', ...process.env },
    }),
  ],
  timed: [
    playwright('what measures time', 'test', { args: '--project=timed' }),
    playwright('what measures time, in three engines', 'test:engines', { args: '--grep=@timed --workers=1' }),
  ],
};

/** Two suites at a time, the longest first, with two browsers each: they wait more than they work. */
const together = ['engines', 'specs', 'bundlers', 'sites', 'audit', 'sequences', 'unit', 'checks'];
/** What measures time comes last, and alone. */
const alone = ['timed'];
/** Whose pages are the example apps. */
const visitExamples = ['specs', 'sites'];

const only = values.only?.split(',') ?? Object.keys(suites);
const unknown = only.find((name) => !(name in suites));
if (unknown) throw new Error(`There is no suite "${unknown}". --only takes ${Object.keys(suites).join(', ')}.`);

const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const races = [];

/** Tests named by a report that may be missing. */
function testsIn(names) {
  try {
    return names?.() ?? [];
  } catch {
    return [];
  }
}

/** Runs one command; prints what it said when it has ended, so that what runs beside it is not mixed in. */
function run({ title, command, env = {}, count, failed: failedTests, raced }) {
  const start = Date.now();
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.on('close', (status) => {
      let [passed, failed, skipped = 0] = status ? [0, 1] : [1, 0];
      try {
        if (count) [passed, failed, skipped = 0] = count();
      } catch {
        // It ended before it could count.
        failed = 1;
      }
      // A suite can fail without a failed test, for example in its setup.
      if (status) failed ||= 1;
      totals.passed += passed;
      totals.failed += failed;
      totals.skipped += skipped;
      if (failed) failures.push({ title, tests: testsIn(failedTests) });
      races.push(...testsIn(raced));
      const seconds = Math.round((Date.now() - start) / 1000);
      console.log(`\n— ${title}: ${passed} passed, ${failed} failed, ${seconds} s`);
      if (failed) console.log(output);
      // Playwright rewrites its line for each test; what is left out or missing is said in lines of its own, by Vitest once for each file.
      else
        for (const line of new Set(stripVTControlCharacters(output).match(/^\S+ is left out: .*$/gm)))
          console.log(line);
      done(!failed);
    });
  });
}

let examples;
/** Builds the example apps, once. Only tests that repeat a proof visit those with Vue and Next, and Next takes most of the time. */
const buildExamples = () =>
  (examples ??= run(step('examples', `npm run build -w ${isWhole ? 'examples' : 'example-spa-react'}`)));

/** Takes one step after the other off the list. */
async function runAll(steps) {
  for (let next = steps.shift(); next; next = steps.shift())
    if (!visitExamples.includes(next.suite) || (await buildExamples())) await run(next);
}
const stepsOf = (names) =>
  names.filter((name) => only.includes(name)).flatMap((suite) => suites[suite].map((each) => ({ ...each, suite })));

const ready =
  (await run(step('a browser', 'node e2e/harness/ensure-browser.mjs'))) &&
  (await run(step('build and budgets', 'npm run build')));
if (ready) {
  const steps = stepsOf(together);
  await Promise.all([runAll(steps), runAll(steps)]);
  await runAll(stepsOf(alone));
}

for (const test of races) console.error(`\nA race to fix, passed at the second try: ${test}`);
// Once more, because a log may keep its end alone.
for (const test of failures.flatMap(({ tests }) => tests)) console.error(`\n✗ ${stripVTControlCharacters(test)}`);
if (failures.length) console.error(`\nFailed: ${failures.map(({ title }) => title).join(', ')}`);
const { passed, failed, skipped } = totals;
if (!isWhole && !failed) {
  let repeats = 0;
  for (const suite of only.flatMap((name) => suites[name])) repeats += (await suite.countRepeats?.()) ?? 0;
  if (repeats)
    console.log(`\n${repeats} tests that repeat a proof were left out: "npm test -- --whole" runs them, too`);
}
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;
