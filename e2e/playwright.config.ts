import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './specs',
  outputDir: './test-results',
  snapshotPathTemplate: 'golden/{arg}{ext}',
  globalSetup: './harness/browser.mjs',
  fullyParallel: true,
  // Browsers wait more than they work: this is right for two cores.
  workers: 4,
  forbidOnly: true,
  // Long waits cost nothing where all is well, and a machine that does other work, too, is late now and then.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? 'dot' : 'list',
  projects: [
    { name: 'specs', grepInvert: /@timed/ },
    // What measures time is run by itself; see scripts/test.mjs.
    { name: 'timed', grep: /@timed/, workers: 1 },
  ],
  use: { locale: 'en-GB', viewport: { width: 1280, height: 800 }, actionTimeout: 15_000 },
});
