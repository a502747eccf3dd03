/**
 * Promises as tests of Playwright.
 *
 * @example
 * import { expect, test } from '@askfirst/audit/playwright';
 *
 * test('Reject is kept', async ({ visit }) => {
 *   const seen = await visit('https://www.example.com/', 'rejected');
 *   expect(seen).toHaveSentNothing();
 *   expect(seen).toStoreOnly(['localStorage askfirst']);
 *   expect(seen).toKeep('promises.json');
 * });
 */
import {
  expect as baseExpect,
  test as baseTest,
  type Expect,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test';
import type { State, Visit } from '../model.js';
import { recognise } from '../recognise/recognise.js';
import { type VisitOptions, visitPage } from '../visit/index.js';
import { toHaveSentNothing, toKeep, toStoreOnly } from './matchers.js';

export type { State, Visit } from '../model.js';
export type { Promises } from '../promises/schema.js';
export type { VisitOptions } from '../visit/index.js';

/** A visit waits for what comes late: milliseconds that a test may take longer for each. */
const LONGER = 60_000;

export interface AuditOptions {
  /** What every visit of the tests has in common: `test.use({ auditOptions: { quiet: 2_000 } })`. */
  auditOptions: VisitOptions;
}

export interface AuditFixtures {
  /**
   * Opens a page in a browser of its own that remembers nothing, and does what the visitor does in that state.
   *
   * @param url address, or a path if the tests have a `baseURL`
   * @param state `untouched` if none is given
   * @returns what left and what stayed, also attached to the report of the test
   */
  visit(url: string, state?: State, options?: VisitOptions): Promise<Visit>;
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & AuditOptions & AuditFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = baseTest.extend<AuditOptions & AuditFixtures>({
  auditOptions: [{}, { option: true }],
  visit: async ({ auditOptions, baseURL }, use, testInfo) => {
    await use(async (url, state = 'untouched', options = {}) => {
      if (testInfo.timeout) testInfo.setTimeout(testInfo.timeout + LONGER);
      const seen = recognise(await visitPage(new URL(url, baseURL).href, state, { ...auditOptions, ...options }));
      await testInfo.attach(`${state}.json`, {
        body: JSON.stringify(seen, null, 2),
        contentType: 'application/json',
      });
      return seen;
    });
  },
});

const matchers = { toHaveSentNothing, toStoreOnly, toKeep };

/** Playwright's `expect`, which also knows what a visit may do. */
export const expect: Expect<typeof matchers> = baseExpect.extend(matchers);
