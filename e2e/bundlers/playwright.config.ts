import { defineConfig } from '@playwright/test';
import base from '../playwright.config.js';

export default defineConfig(base, {
  testDir: '.',
  // What stands in apps/ is run there.
  testMatch: '*.spec.ts',
  testIgnore: '.work/**',
  outputDir: '../test-results/bundlers',
  globalSetup: ['../harness/browser.mjs', './install.ts'],
  // Each file builds its apps once.
  fullyParallel: false,
  // On a machine that does other work, too, a compiler or a build of Next takes minutes.
  timeout: 600_000,
});
