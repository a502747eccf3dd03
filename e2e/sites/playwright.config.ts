import { defineConfig } from '@playwright/test';
import type { EngineOptions } from '../engines/harness/test.js';
import engines from '../engines/playwright.config.js';

const { projects = [], ...shared } = engines;

export default defineConfig<EngineOptions>({
  ...shared,
  testDir: '.',
  outputDir: '../test-results/sites',
  globalSetup: '../harness/browser.mjs',
  // A planted lie is found by waiting in vain.
  expect: { timeout: 5_000 },
  projects: [
    // Chromium shows every promise, the others those about consent.
    ...projects.map(({ name, use }) => {
      if (name === 'chromium') return { name, use, grepInvert: /Back button/ };
      return { name, use, grep: name === 'chromium with a window' ? /Back button/ : /@consent/ };
    }),
  ],
});
