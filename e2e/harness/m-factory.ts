import { createHandler } from 'examples/server/handler.mjs';
import { recordService } from 'examples/server/records.mjs';
import { test as base, expect, type Page, SITE } from './test.js';

/** M-Factory, the React app of the examples, in front of an analytics, an error and a payment host. */

const ANALYTICS = 'https://analytics.m-factory.example/events';
const ERRORS = 'https://errors.m-factory.example/reports';
const PAYMENT = 'https://js.siam-pay.example/v1.js';

export const SCREENS = ['studio', 'projects', 'credits', 'sign-in', 'settings', 'settings/legal', 'privacy'];

interface Message {
  at: string;
  event?: string;
  screen?: string;
  stack?: string;
}

/** What the page has sent, read from its requests. */
interface Sent {
  analytics: Message[];
  errors: Message[];
  /** The screens that were counted, in order. */
  views: () => (string | undefined)[];
}

export const test = base.extend<{ sent: Sent }, { records: void }>({
  records: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs.
    async ({}, use) => {
      // Its database takes seconds to start, once for each worker.
      await recordService();
      await use();
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],

  sent: [
    async ({ page, server, said }, use) => {
      void said;
      server.mount(createHandler({ site: 'spa-react' }));
      server.reply(PAYMENT, { type: 'text/javascript', body: '' });
      for (const url of [ANALYTICS, ERRORS])
        server.reply(url, { status: 204, headers: { 'access-control-allow-origin': '*' } });
      const analytics: Message[] = [];
      const errors: Message[] = [];
      const lists = new Map([
        [ANALYTICS, analytics],
        [ERRORS, errors],
      ]);
      page.on('request', (request) => lists.get(request.url())?.push(JSON.parse(request.postData() ?? '{}')));
      const views = () => analytics.filter(({ event }) => event === 'view').map(({ screen }) => screen);
      await use({ analytics, errors, views });
    },
    { auto: true },
  ],
});

export async function open(page: Page, screen: string, language = 'en'): Promise<void> {
  await page.goto(`${SITE}/#/${language}/${screen}`);
  await expect(page.locator('h1')).toBeVisible();
}

/** The dialog that asks to accept the policy. */
export const acceptance = (page: Page) => page.locator('askfirst-acceptance dialog');

/** The switch in the settings. */
export const analyticsSwitch = (page: Page) => page.getByRole('switch', { name: 'Product analytics' });

/** The example's server outlives a test: each has an account of its own. */
let accounts = 0;
export const newEmail = () => `may${(accounts += 1)}.${Date.now()}@example.com`;

export async function signIn(page: Page, email: string): Promise<void> {
  await open(page, 'sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Signs in to a new account and accepts the policy. */
export async function signUp(page: Page): Promise<string> {
  const email = newEmail();
  await signIn(page, email);
  await acceptance(page).locator('[part~="accept"]').click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
  return email;
}
