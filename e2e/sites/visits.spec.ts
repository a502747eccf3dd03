import { expect } from '@askfirst/audit/playwright';
import type { Page } from '@playwright/test';
import { settle } from '../engines/harness/probe.js';
import { SITE } from '../engines/harness/test.js';
import { QUESTIONS, questions, UNLISTED } from './harness/essential-only.js';
import { newAddress } from './harness/forms.js';
import { promisesFile, visitsOf } from './harness/visited.js';
import { declaredRows, smallPictures } from './harness/witness.js';
import * as cookieLies from './lies/cookies.js';
import * as factorylm from './lies/factorylm.js';
import * as plantops from './lies/plantops.js';
import { sessionDeclaration } from './lies/policy.js';

/** What somebody meets who signs in and goes everywhere: what the site's `promises.json` lists, which is its policy for machines. */

type Check = (page: Page) => Promise<void>;

const asksNothing: Check = async (page) =>
  expect(await page.evaluate(questions), `questions on ${page.url()}`).toEqual([]);

async function read(page: Page, check: Check, ...paths: string[]) {
  for (const path of paths) {
    await page.goto(`${SITE}/${path}`);
    await check(page);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  }
}

async function signIn(page: Page, check: Check) {
  await read(page, check, 'sign-in.html');
  await page.locator('[name="email"]').fill(newAddress());
  await page.locator('[name="password"]').fill('x');
  await page.locator('#sign-in button').click();
  await page.locator('#app').waitFor();
  await check(page);
}

async function declares(page: Page, rows: Record<string, string[]>) {
  await page.locator('consent-declaration table').first().waitFor();
  expect(await page.evaluate(declaredRows), 'what the page declares').toEqual(rows);
}

/** What comes late is there by then. */
async function stay(page: Page, check: Check) {
  await settle();
  await check(page);
}

visitsOf('FactoryLM', 'factorylm')(
  'nobody tracks, stores or asks anything; MIRA’s model is never met, Stripe at the checkout alone, and both are listed with whom to write to',
  {
    state: 'untouched',
    path: 'privacy.html',
    server: (server) =>
      server.reply('https://js.stripe.com/v3/', {
        type: 'text/javascript',
        body: `for (const name of ['__stripe_mid', '__stripe_sid']) document.cookie = name + '=1; path=/; secure';`,
      }),
    act: async (page) => {
      const links = () =>
        page.evaluate(() => Array.from(document.links, ({ href, textContent }) => `${textContent.trim()} ${href}`));
      const check = async () => {
        await asksNothing(page);
        // Nothing is sold, and nothing pretends it were.
        expect((await links()).filter((link) => /do not sell|privacy choices/i.test(link))).toEqual([]);
      };
      await check();
      expect(await links()).toContain('privacy@factorylm.com mailto:privacy@factorylm.com');
      await declares(page, {
        factorylm_token: ['Session storage', 'until you close the tab or browser'],
        __stripe_mid: ['Cookie', '1 year'],
        __stripe_sid: ['Cookie', '30 minutes'],
      });
      await signIn(page, check);
      await page.locator('#ask button').first().click();
      await page.locator('#leaf').waitFor();
      await read(page, check, '', 'pricing.html', 'checkout.html');
      await stay(page, check);
    },
    lies: [
      factorylm.modelInPage,
      { ...factorylm.stripeEverywhere, shows: /stripe is promised on .*\/checkout\* alone/ },
      factorylm.helperAtCheckout,
      factorylm.undeclaredCookie,
      factorylm.embeddedFilm,
      factorylm.shortLife,
      factorylm.noContact,
      factorylm.falseLink,
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

visitsOf('PlantOps AI', 'plantops')(
  'nobody tracks, counts or asks anything, and who signs in and writes has the one cookie that is declared',
  {
    state: 'untouched',
    path: 'privacy.html',
    act: async (page) => {
      const check = async () => {
        await asksNothing(page);
        expect(await page.evaluate(smallPictures), `small pictures on ${page.url()}`).toEqual([]);
      };
      await check();
      await declares(page, { plantops_session: ['Cookie', '7 days'] });
      await signIn(page, check);
      await page.locator('#task').fill('Clean the dough divider');
      await page.locator('#write button').click();
      await page.locator('#documents > li').waitFor();
      await read(page, check, '', 'settings.html');
      await stay(page, check);
    },
    lies: [
      { ...cookieLies.longLife, shows: /asks to be kept for 30 days, and the promise is for 7 days/ },
      plantops.library,
      plantops.ownPixel,
      sessionDeclaration,
      ...UNLISTED,
      ...QUESTIONS,
    ],
  },
  (seen) => {
    expect(seen).toHaveSentNothing();
    expect(seen).toStoreOnly(['cookie plantops_session']);
    expect(seen).toKeep(promisesFile('plantops'));
  },
);
