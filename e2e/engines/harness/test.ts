import { test as base, expect } from '@playwright/test';
import { html, type PageParts } from '../../harness/html.js';
import { type Server, SITE, startServer } from '../../harness/server.mjs';
import { type Engine, type Profile, startEngine, type Tab } from './engine.js';
import type { EngineName } from './installed.js';
import { settle } from './probe.js';

export type { EngineName, Profile, Server, Tab };
export { expect, SITE };

export interface EngineOptions {
  engineName: EngineName;
  gpc: boolean;
  light: boolean;
}

interface WorkerFixtures extends EngineOptions {
  server: Server;
  engine: Engine;
}

interface TestFixtures {
  profile: Profile;
  /** The first tab of the profile. */
  tab: Tab;
  /** Puts a page made from parts on the site. */
  put: (path: string, parts?: PageParts, headers?: Record<string, string>) => void;
  /** The same, and opens it in the first tab. */
  visit: (parts?: PageParts, path?: string, headers?: Record<string, string>) => Promise<void>;
  /** What pages reported: messages of errors, `directive blocked-uri` of violations, paths of prerendered pages that came up. */
  said: (kind: 'error' | 'violation' | 'activated') => string[];
}

const SAID = '/said-by-page/';

/** First in each page: what goes wrong in it is sent to the server, so that no navigation loses it. */
export const witness = (nonce?: string) => `<script${nonce ? ` nonce="${nonce}"` : ''}>
  (() => {
    const say = (kind, what) => navigator.sendBeacon('${SAID}' + kind + '?' + encodeURIComponent(what));
    addEventListener('error', ({ message }) => say('error', message));
    addEventListener('unhandledrejection', ({ reason }) => say('error', String(reason)));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      say('violation', effectiveDirective + ' ' + blockedURI);
    });
    document.addEventListener('prerenderingchange', () => say('activated', location.pathname));
    addEventListener('pageshow', ({ persisted }) => { window.restored = persisted; });
  })();
</script>`;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  gpc: [false, { option: true, scope: 'worker' }],
  light: [false, { option: true, scope: 'worker' }],

  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  engine: [
    async ({ engineName, gpc, light, server }, use) => {
      const engine = await startEngine(engineName, { server, gpc, light });
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  profile: [
    async ({ engine, server }, use, testInfo) => {
      testInfo.annotations.push({ type: 'browser', description: engine.version });
      server.reset();
      const profile = await engine.newProfile();
      await use(profile);
      // Google's script sends a hit once it runs: on its way after the page is gone, it would count as the next test's.
      if (server.requests('gtag/js').length)
        for (let tries = 0; tries < 40 && !server.requests('/g/collect').length; tries += 1) await settle(50);
      await profile.close();
      server.hangUp();
    },
    { timeout: 60_000 },
  ],

  tab: async ({ profile }, use) => use(await profile.newTab()),

  said: [
    async ({ server, profile }, use) => {
      void profile;
      const said = (kind: string) =>
        server.requests(`${SAID}${kind}?`).map((url) => decodeURIComponent(url.slice(url.indexOf('?') + 1)));
      await use(said);
      expect(said('error'), 'uncaught errors').toEqual([]);
    },
    { auto: true },
  ],

  put: async ({ server }, use) =>
    use((path, parts = {}, headers) => {
      const before = witness(parts.nonce) + (parts.before ?? '');
      server.page(path, html({ ...parts, before }), headers);
    }),

  visit: async ({ tab, put }, use) =>
    use(async (parts = {}, path = '/', headers) => {
      put(path, parts, headers);
      await tab.open(SITE + path);
    }),
});
