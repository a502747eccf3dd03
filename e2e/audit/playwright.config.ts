import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/audit',
  globalSetup: '../harness/browser.mjs',
  fullyParallel: false,
  // Each visit starts a browser, and browsers wait more than they work.
  workers: 3,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? 'dot' : 'list',
});
