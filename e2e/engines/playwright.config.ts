import { defineConfig } from '@playwright/test';
import { ENGINES, missing } from './harness/installed.js';
import type { EngineOptions } from './harness/test.js';

const absent = ENGINES.flatMap((engine) => missing(engine) ?? []);
if (absent.length && process.env.ASKFIRST_ENGINES === 'all') throw new Error(absent.join('\n'));
// Each worker reads this file again; the main process alone says it.
if (!process.env.TEST_WORKER_INDEX) for (const line of absent) console.error(line);

/** What Chromium is asked in ../specs, more closely; Back needs its window. Firefox and WebKit do not prerender pages. */
const ELSEWHERE = ['back-forward', 'choice', 'gate', 'signals', 'storage', 'strict-csp', 'withdrawal'].map(
  (name) => `${name}.spec.ts`,
);

export default defineConfig<EngineOptions>({
  testDir: './specs',
  outputDir: '../test-results/engines',
  globalSetup: '../harness/browser.mjs',
  fullyParallel: false,
  workers: 3,
  // A machine that does other work, too, is late now and then. Every second try is counted and printed.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // Long waits cost nothing where all is well, and a machine that does other work, too, is late now and then.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? 'dot' : 'list',
  projects: [
    ...ENGINES.filter((engine) => !missing(engine)).map((engine) => ({
      name: engine,
      use: { engineName: engine, light: engine === 'chromium' },
      testIgnore: engine === 'chromium' ? ELSEWHERE : ['prerender.spec.ts'],
    })),
    { name: 'chromium with a window', use: { engineName: 'chromium' }, testMatch: ['back-forward.spec.ts'] },
  ],
});
