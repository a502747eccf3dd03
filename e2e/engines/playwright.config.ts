import { defineConfig } from '@playwright/test';
import { ENGINES, missing } from './harness/installed.js';
import type { EngineOptions } from './harness/test.js';

const absent = ENGINES.flatMap((engine) => missing(engine) ?? []);
if (absent.length && process.env.ASKFIRST_ENGINES === 'all') throw new Error(absent.join('\n'));
// Each worker reads this file again; the main process alone says it.
if (!process.env.TEST_WORKER_INDEX) for (const line of absent) console.error(line);

export default defineConfig<EngineOptions>({
  testDir: './specs',
  outputDir: '../test-results/engines',
  globalSetup: '../harness/browser.mjs',
  fullyParallel: false,
  workers: 3,
  forbidOnly: true,
  // Long waits cost nothing where all is well, and a machine that does other work, too, is late now and then.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? 'dot' : 'list',
  projects: [
    ...ENGINES.filter((engine) => !missing(engine)).map((engine) => ({
      name: engine,
      use: { engineName: engine, light: engine === 'chromium' },
      // Firefox and WebKit do not prerender pages.
      testIgnore: engine === 'chromium' ? ['back-forward.spec.ts'] : ['prerender.spec.ts'],
    })),
    { name: 'chromium with a window', use: { engineName: 'chromium' }, testMatch: ['back-forward.spec.ts'] },
  ],
});
