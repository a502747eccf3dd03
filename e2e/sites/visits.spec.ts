import { expect } from '@askfirst/audit/playwright';
import type { Page } from '@playwright/test';
import { SITE } from '../engines/harness/test.js';
import { QUESTIONS, questions, UNLISTED } from './harness/essential-only.js';
import { newAddress } from './harness/forms.js';
import { promisesFile, visitsOf } from './harness/visited.js';
import * as cookieLies from './lies/cookies.js';
import * as factorylm from './lies/factorylm.js';
import * as gpc from './lies/gpc.js';

/**
 * What the visitor of an audit sees who signs in and goes everywhere: nothing but what the site's `promises.json` lists, which is its
 * policy once more, for machines.
 */

async function signIn(page: Page) {
  await page.goto(`${SITE}/sign-in.html`);
  await page.locator('[name="email"]').fill(newAddress());
  await page.locator('[name="password"]').fill('x');
  await page.locator('#sign-in button').click();
  await page.locator('#app').waitFor();
}

const asksNothing = async (page: Page) =>
  expect(await page.evaluate(questions), `questions on ${page.url()}`).toEqual([]);

async function read(page: Page, ...paths: string[]) {
  for (const path of paths) {
    await page.goto(`${SITE}/${path}`);
    await asksNothing(page);
  }
}

visitsOf('FactoryLM', 'factorylm')(
  'with Global Privacy Control, too, Stripe is met at the checkout alone, MIRA’s model and anybody else nowhere, and nobody is asked',
  {
    state: 'gpc',
    path: 'privacy.html',
    server: (server) =>
      server.reply('https://js.stripe.com/v3/', {
        type: 'text/javascript',
        body: `for (const name of ['__stripe_mid', '__stripe_sid']) document.cookie = name + '=1; path=/; secure';`,
      }),
    act: async (page) => {
      await asksNothing(page);
      await signIn(page);
      await page.locator('#ask button').first().click();
      await page.locator('#leaf').waitFor();
      await read(page, '', 'pricing.html', 'checkout.html');
    },
    lies: [
      factorylm.modelInPage,
      { ...factorylm.stripeEverywhere, shows: /stripe is promised on \/checkout\* alone/ },
      factorylm.helperAtCheckout,
      factorylm.undeclaredCookie,
      ...UNLISTED,
      ...QUESTIONS,
    ],
  },
  (seen) => {
    expect(seen).toHaveSentNothing({ except: ['js.stripe.com'] });
    expect(seen).toStoreOnly(['sessionStorage factorylm_token', '__stripe_mid', '__stripe_sid']);
    expect(seen).toKeep(promisesFile('factorylm'));
  },
);

visitsOf('OOretz Factory', 'ooretz')(
  'Global Privacy Control is shown as honoured, nobody asks to take it back, and nothing changes after the sign-in',
  {
    state: 'gpc',
    path: 'privacy.html',
    act: async (page) => {
      await asksNothing(page);
      await signIn(page);
      await read(page, '', 'sign-up.html', 'settings.html');
    },
    lies: [gpc.silent, ...UNLISTED, ...QUESTIONS],
  },
  (seen) => {
    expect(seen).toHaveSentNothing();
    expect(seen).toStoreOnly(['cookie ooretz_session']);
    expect(seen).toKeep(promisesFile('ooretz'));
  },
);

visitsOf('PlantOps AI', 'plantops')(
  'who signs in and writes has one cookie of seven days, and meets nobody else',
  {
    state: 'untouched',
    path: 'privacy.html',
    act: async (page) => {
      await asksNothing(page);
      await signIn(page);
      await page.locator('#task').fill('Clean the dough divider');
      await page.locator('#write button').click();
      await page.locator('#documents > li').waitFor();
      await read(page, '', 'settings.html');
    },
    lies: [
      { ...cookieLies.longLife, shows: /asks to be kept for 30 days, and the promise is for 7 days/ },
      ...UNLISTED,
    ],
  },
  (seen) => {
    expect(seen).toHaveSentNothing();
    expect(seen).toStoreOnly(['cookie plantops_session']);
    expect(seen).toKeep(promisesFile('plantops'));
  },
);
