import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createService, openEmbedded } from '@askfirst/record-service';
import { test as base, chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';

export { expect } from '@playwright/test';

export const TOKEN = 'admin-token-of-the-specs-with-32-characters';
const DAY = 86_400_000;
const NOVEMBER = Date.UTC(2026, 10, 1);

/** One visitor's first answer about two categories. */
function eventOf(visitor: number, at: string) {
  const choice = (granted: boolean) => ({ granted, at, until: '2027-05-01T00:00:00.000Z', asked: ['ga4'] });
  return {
    v: 1,
    recordId: `visitor-${visitor}`,
    seq: Date.parse(at),
    at,
    choices: { analytics: choice(visitor % 4 > 0), marketing: choice(visitor % 2 > 0) },
    policy: '2026-06-22',
    regime: visitor % 3 ? 'gdpr' : 'us-california',
    // Two visitors alone have this language.
    locale: visitor < 2 ? 'th' : visitor % 5 ? 'en' : 'sr-Latn-BA',
    method: 'banner',
  };
}

interface Operator {
  readonly url: string;
  /** What was asked for: path and whether a token was with it. */
  readonly log: string[];
}

/** A record service in which one visitor has answered in October 2026, and 120 others in November. */
export const test = base.extend<object, { operator: Operator }>({
  operator: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs.
    async ({}, use) => {
      const database = await openEmbedded();
      let now = NOVEMBER - 11 * DAY;
      const service = await createService({
        database,
        adminToken: TOKEN,
        signingKey: generateKeyPairSync('ed25519').privateKey,
        sites: { shop: { origins: ['https://shop.example'] } },
        limits: { requestsPerMinute: 100_000 },
        clock: () => new Date(now),
      });
      const log: string[] = [];
      service.app.addHook('onRequest', async ({ url, headers }) => {
        if (headers.authorization) log.push(`${url} with a token`);
        else log.push(url);
      });
      const answer = async (day: number, visitors: readonly number[]) => {
        now = NOVEMBER + day * DAY;
        const at = new Date(now).toISOString();
        await service.app.inject({
          method: 'POST',
          url: '/v1/shop/events',
          headers: { origin: 'https://shop.example' },
          payload: visitors.map((visitor) => eventOf(visitor, at)),
        });
      };
      await answer(-10, [1000]);
      for (let day = 1; day <= 4; day += 1)
        await answer(
          day,
          Array.from({ length: 30 }, (_, each) => day * 30 - 30 + each),
        );
      now = NOVEMBER + 28 * DAY;
      await service.runJobs();
      await service.app.listen({ port: 0, host: 'localhost' });
      const { port } = service.app.server.address() as AddressInfo;
      await use({ url: `http://localhost:${port}/`, log });
      service.app.server.closeAllConnections();
      await service.close();
      await database.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const options = launchOptions({ port: 1, fingerprint: '' }, { light: true });
      const args = options.args?.filter((arg) => !/host-resolver|certificate/.test(arg)) ?? [];
      // Nothing leaves this machine.
      args.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost');
      const browser = await chromium.launch({ ...options, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});
