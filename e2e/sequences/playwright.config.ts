import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/sequences',
  globalSetup: '../harness/browser.mjs',
  workers: 1,
  forbidOnly: true,
  timeout: 600_000,
  reporter: process.env.CI ? 'dot' : 'list',
});
