import { defineConfig } from '@playwright/test';
import type { EngineOptions } from '../engines/harness/test.js';
import engines from '../engines/playwright.config.js';

const { projects = [], ...shared } = engines;

export default defineConfig<EngineOptions>({
  ...shared,
  testDir: '.',
  outputDir: '../test-results/sites',
  globalSetup: ['../harness/browser.mjs', './harness/build-app.ts'],
  projects: projects.map(({ name, use }) => ({
    name,
    use,
    // Chromium shows every promise, the others those about consent.
    grep: name === 'chromium' ? undefined : /@consent/,
  })),
});
