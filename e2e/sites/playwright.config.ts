import { defineConfig } from '@playwright/test';
import type { EngineOptions } from '../engines/harness/test.js';
import engines from '../engines/playwright.config.js';

const { projects = [], ...shared } = engines;

/** Only Firefox has a setting for Global Privacy Control. */
const GPC = 'gpc.spec.ts';

export default defineConfig<EngineOptions>({
  ...shared,
  testDir: '.',
  outputDir: '../test-results/sites',
  globalSetup: '../harness/browser.mjs',
  // A planted lie is found by waiting in vain.
  expect: { timeout: 5_000 },
  projects: projects.flatMap(({ name, use }): typeof projects => {
    // Chromium shows every promise but those that an audit sees there, the others those about consent.
    if (name === 'chromium') return [{ name, use, grepInvert: /Back button|@audited/ }];
    if (name === 'chromium with a window') return [{ name, use, grep: /Back button/ }];
    if (name !== 'firefox') return [{ name, use, grep: /@consent/ }];
    return [
      { name, use, grep: /@consent/, testIgnore: GPC },
      { name: `gpc ${name}`, use: { ...use, gpc: true }, grep: /@consent/, testMatch: GPC },
    ];
  }),
});
