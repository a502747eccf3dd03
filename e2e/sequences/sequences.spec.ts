import { chromium, expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Browser, launch } from 'puppeteer-core';
import { launchOptions } from '../harness/browser.mjs';
import { startServer } from '../harness/server.mjs';
import { type Played, play, TooLate } from './play.js';
import { openSite } from './site.js';
import { inLines, type Sequence, sequences } from './steps.js';
import { Visitor } from './visitor.js';
import { Witness } from './witness.js';

const { ASKFIRST_SEED, ASKFIRST_PATH, ASKFIRST_SEQUENCES = '1000', ASKFIRST_FILES } = process.env;
const seed = Number(ASKFIRST_SEED ?? Math.floor(Math.random() * 1e9));
/** A path leads to one sequence of one visitor. */
const VISITORS = ASKFIRST_PATH ? 1 : 2;
const numRuns = Math.ceil(Number(ASKFIRST_SEQUENCES) / VISITORS);
/** Shrinking ends before the test's own time is up. */
const LONGEST_MS = 540_000;
/** A busy machine only ever adds to a time: in time once is in time. */
const ATTEMPTS = 3;

let begun = 0;
const played: (Played & { sequence: Sequence })[] = [];

async function playInTime(sequence: Sequence, visitor: Visitor, witness: Witness) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      played.push({ sequence, ...(await play((begun += 1), sequence, visitor, witness)) });
      return;
    } catch (error) {
      if (!(error instanceof TooLate) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Lets a visitor play sequences. Returns what went wrong, or undefined. */
async function visit(browser: Browser, witness: Witness, seed: number): Promise<string | undefined> {
  const visitor = await Visitor.arrive(await browser.createBrowserContext());
  const property = fc.asyncProperty(sequences, (sequence) => playInTime(sequence, visitor, witness));
  const {
    failed,
    counterexample,
    counterexamplePath,
    errorInstance,
    numRuns: runs,
    numShrinks,
  } = await fc.check(property, {
    seed,
    numRuns,
    interruptAfterTimeLimit: LONGEST_MS,
    ...(ASKFIRST_PATH && { path: ASKFIRST_PATH, numRuns: 1 }),
  });
  if (!failed) return;
  return [
    `A sequence failed, number ${runs}, shrunk ${numShrinks} times:`,
    counterexample && inLines(counterexample[0]),
    (errorInstance as Error | null)?.message,
    `This one again: ASKFIRST_SEED=${seed} ASKFIRST_PATH=${counterexamplePath} npm run sequences -w e2e`,
  ].join('\n');
}

test('no sequence of choices, pages, tabs and clocks leads away from the model', async () => {
  console.log(`sequences: seed ${seed}`);
  const server = await startServer();
  openSite(server, ASKFIRST_FILES);
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions(server);
  const browser = await launch({ executablePath, args, defaultViewport: { width: 480, height: 360 } });
  try {
    const witness = new Witness(server);
    const found = await Promise.all(
      Array.from({ length: VISITORS }, (_, index) => visit(browser, witness, seed + index)),
    );
    const failures = found.filter((each) => each !== undefined);
    for (const { sequence, lateDifferences } of failures.length ? [] : played) {
      const differences = lateDifferences();
      if (differences.length)
        failures.push(`After its end, a sequence:\n${inLines(sequence)}\n${differences.join('\n')}`);
    }
    if (failures.length) throw new Error(`seed ${seed}\n${failures.join('\n\n')}`);
    const restored = played.reduce((sum, each) => sum + each.restored, 0);
    // Else this test would not see what the Back button's cache does.
    if (numRuns >= 100) expect(restored, 'pages from the cache of the Back button').toBeGreaterThan(0);
    console.log(
      `sequences: ${played.length} passed, seed ${seed}, ${restored} pages from the cache of the Back button`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
});
