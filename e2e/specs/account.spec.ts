import type { Route } from '@playwright/test';
import type { AccountConsent } from 'askfirst/account';
import { accountServer } from '../harness/account-server.js';
import { app, appPage } from '../harness/app.js';
import { axe } from '../harness/axe.js';
import { seen } from '../harness/interface.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

declare global {
  interface Window {
    account: AccountConsent;
  }
}

/**
 * An app with a question, and an account that may be signed in.
 *
 * @param given What the account gets as options.
 */
async function site(server: Server, options = '{}', given = 'options') {
  const src = await app(
    server,
    `import { createConsent } from 'askfirst';
     import { accountConsent, accountEndpoint, accountTexts } from 'askfirst/account';
     const options = {
       controller: { name: 'Shop' },
       region: 'FR',
       consentMode: false,
       categories: { analytics: {}, marketing: {} },
       ui: { get texts() { return accountTexts(); } },
       ...${options},
     };
     window.consent = createConsent(options);
     consent.start();
     window.account = accountConsent(consent, ${given}, accountEndpoint('/api/consent'));`,
  );
  server.page('/', appPage(src, '<main><h1>An app</h1></main>'));
}

/** Nothing is granted before the law is known. */
const isReady = (page: Page) =>
  page.waitForFunction(() => 'account' in window && window.consent.$consent.get().regime !== null);
const open = async (page: Page) => {
  await page.goto(SITE);
  await isReady(page);
};
const reload = async (page: Page) => {
  await page.reload();
  await isReady(page);
};
const signIn = (page: Page, id = 'ann') => page.evaluate((who) => window.account.signIn(who), id);
const signOut = (page: Page) => page.evaluate(() => window.account.signOut());
const granted = (page: Page) =>
  page.evaluate(() => {
    const { analytics, marketing } = window.consent.$consent.get().granted as Record<string, boolean>;
    return { analytics, marketing };
  });
/** It counts once the law is known. */
async function decide(page: Page, answer: Record<string, boolean>) {
  await page.evaluate((said) => window.consent.decide(said), answer);
  const recorded = () =>
    page.evaluate(() =>
      Object.entries(window.consent.record()?.choices ?? {}).map(([key, { granted }]) => [key, granted]),
    );
  await expect.poll(recorded).toEqual(expect.arrayContaining(Object.entries(answer)));
}
const notice = (page: Page) => page.locator('askfirst-account');
const part = (page: Page, name: string) => notice(page).locator(`[part~="${name}"]`);

const BOTH = { analytics: true, marketing: true };
const NONE = { analytics: false, marketing: false };
/** What another device has said, as the server keeps it. */
const recordOf = (granted: boolean, keys: readonly string[] = ['analytics', 'marketing'], at = new Date()) =>
  JSON.stringify({
    v: 1,
    id: 'x',
    method: 'banner',
    regime: 'france',
    choices: Object.fromEntries(
      keys.map((key) => [
        key,
        { granted, at: at.toISOString(), until: new Date(at.getTime() + 90 * 86_400_000).toISOString(), asked: [] },
      ]),
    ),
  });

test('two devices: a consent and a refusal hold on both, with a notice; at the sign-out each has its own answer', async ({
  page,
  server,
  browser,
}) => {
  const account = accountServer(server);
  await site(server);
  await open(page);
  await expect(seen(page).banner, 'said before the choice').toContainText(
    'If you sign in, your choice holds on all your devices.',
  );
  await seen(page).accept.click();
  expect(await signIn(page)).toBe(true);
  expect(account.saves).toHaveLength(1);
  await expect(notice(page), 'nothing has changed').toHaveCount(0);

  const context = await browser.newContext();
  const phone = await context.newPage();
  await open(phone);
  await expect(seen(phone).banner).toBeVisible();
  expect(await signIn(phone)).toBe(true);
  await expect(seen(phone).banner, 'answered already').toHaveCount(0);
  expect(await granted(phone)).toEqual(BOTH);
  await expect(notice(phone)).toContainText('The choice of your account');
  const [first, second] = await Promise.all([page, phone].map((each) => each.evaluate(() => window.consent.record())));
  expect(second?.choices, 'with its own time and end').toEqual(first?.choices);
  expect(second?.id, 'a record belongs to one browser').not.toBe(first?.id);
  await part(phone, 'change').click();
  await seen(phone).rejectInDialog.click();
  await expect.poll(() => account.saves.at(-1)?.choices.analytics?.granted).toBe(false);

  await reload(page);
  expect(await granted(page)).toEqual(BOTH);
  expect(await signIn(page)).toBe(true);
  expect(await granted(page), 'withdrawn on the phone').toEqual(NONE);
  await expect(notice(page)).toBeVisible();
  await signOut(page);
  await expect(notice(page), 'what it said does not hold any more').toHaveCount(0);
  expect(await granted(page), 'its own answer').toEqual(BOTH);
  await signOut(phone);
  expect(await granted(phone), 'what was refused here stays refused').toEqual(NONE);
  await reload(page);
  expect(await granted(page)).toEqual(BOTH);
  await context.close();
});

test('a refusal on a new device is not undone by an older yes of the account, and reaches the others', async ({
  page,
  server,
  browser,
}) => {
  const account = accountServer(server);
  await site(server);
  await page.clock.install({ time: Date.now() - 3_600_000 });
  await open(page);
  await decide(page, BOTH);
  await signIn(page);
  const context = await browser.newContext();
  const phone = await context.newPage();
  await open(phone);
  await decide(phone, { analytics: false });
  await signIn(phone);
  expect(await granted(phone)).toEqual({ analytics: false, marketing: true });
  expect(account.saves.at(-1)?.choices.analytics?.granted).toBe(false);
  await signIn(page);
  expect(await granted(page)).toEqual({ analytics: false, marketing: true });
  await context.close();
});

test('who changes twice on one device within a minute gets what was said last, there and elsewhere', async ({
  page,
  server,
}) => {
  const account = accountServer(server);
  await site(server);
  await open(page);
  await decide(page, NONE);
  await signIn(page);
  await decide(page, { analytics: true });
  await expect.poll(() => account.saves.at(-1)?.choices.analytics?.granted).toBe(true);
  expect(await granted(page)).toEqual({ analytics: true, marketing: false });
  await decide(page, { analytics: false });
  await decide(page, { marketing: true });
  await expect.poll(() => account.saves.at(-1)?.choices.marketing?.granted).toBe(true);
  expect(account.saves.at(-1)?.choices.analytics?.granted).toBe(false);
  await reload(page);
  await signIn(page);
  expect(await granted(page)).toEqual({ analytics: false, marketing: true });
});

test('another device that saves at the same moment is joined, and its refusal kept', async ({ page, server }) => {
  const account = accountServer(server);
  await site(server);
  await open(page);
  await decide(page, BOTH);
  await signIn(page);
  account.meanwhile = (state) => {
    const record = JSON.parse(state.record ?? '');
    record.choices.marketing.granted = false;
    record.choices.marketing.at = new Date().toISOString();
    state.record = JSON.stringify(record);
    state.version += 1;
  };
  await decide(page, { analytics: false });
  await expect.poll(() => granted(page)).toEqual(NONE);
  expect(Object.values(account.saves.at(-1)?.choices ?? {}).map((each) => each.granted)).toEqual([false, false]);
});

test('with the server down the browser keeps its own answer, and what changed meanwhile is joined later', async ({
  page,
  server,
  said,
}) => {
  const account = accountServer(server);
  await site(server);
  await open(page);
  await decide(page, BOTH);
  account.isDown = true;
  expect(await signIn(page)).toBe(false);
  expect(await granted(page)).toEqual(BOTH);
  expect(said.messages.join()).toContain('The choice of the account could not be read or saved');
  await decide(page, { marketing: false });
  account.isDown = false;
  expect(await signIn(page)).toBe(true);
  expect(await granted(page)).toEqual({ analytics: true, marketing: false });
  expect(account.saves.at(-1)?.choices.marketing?.granted).toBe(false);
});

test('an endpoint that hides its ETag, or refuses each save, is named: no refusal gets lost unseen', async ({
  page,
  server,
  said,
}) => {
  const account = accountServer(server);
  await site(server);
  await open(page);
  await decide(page, BOTH);
  expect(await signIn(page)).toBe(true);
  account.hidesVersion = true;
  await decide(page, NONE);
  await expect.poll(() => said.messages.join()).toContain('without an ETag');
  expect(await granted(page)).toEqual(NONE);
  account.hidesVersion = false;
  account.refusesSaves = true;
  await page.reload();
  await page.waitForFunction(() => 'account' in window);
  expect(await signIn(page)).toBe(false);
  expect(said.messages.join()).toContain('3 times another device was first, or save said so');
  account.refusesSaves = false;
  expect(await signIn(page)).toBe(true);
  expect(account.saves.at(-1)?.choices.analytics?.granted).toBe(false);
});

test('a second tab learns of the sign-out, and takes nothing of it for an answer', async ({ page, server }) => {
  const account = accountServer(server);
  await site(server);
  await open(page);
  await decide(page, BOTH);
  await signIn(page);
  const other = await page.context().newPage();
  await open(other);
  await signIn(other);
  await decide(page, NONE);
  await expect.poll(() => account.saves.at(-1)?.choices.analytics?.granted).toBe(false);
  const saves = account.saves.length;
  await page.evaluate(() => {
    // The browser's own answer was a yes, and nothing was refused here.
    const kept = JSON.parse(localStorage.getItem('askfirst.account') ?? '');
    localStorage.setItem('askfirst.account', JSON.stringify({ ...kept, refused: {} }));
  });
  await signOut(page);
  await expect.poll(() => granted(other)).toEqual(BOTH);
  await decide(other, { analytics: true });
  await other.waitForTimeout(300);
  expect(account.saves).toHaveLength(saves);
  await other.close();
});

test('Global Privacy Control on a device keeps its effect there, and in California counts for the account', async ({
  page,
  server,
  browser,
}) => {
  const account = accountServer(server);
  await site(server, `{ region: new Promise((done) => setTimeout(done, 300, 'US-CA')) }`);
  await open(page);
  await decide(page, BOTH);
  await signIn(page);
  const context = await browser.newContext();
  await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const laptop = await context.newPage();
  await open(laptop);
  await signIn(laptop);
  expect(await granted(laptop)).toEqual({ analytics: true, marketing: false });
  expect(account.saves.at(-1)?.choices.marketing?.granted).toBe(false);
  await signIn(page);
  expect(await granted(page)).toEqual({ analytics: true, marketing: false });
  await context.close();
});

for (const { name, lang, scheme, width } of [
  { name: 'light', lang: 'en', scheme: 'light', width: 1280 },
  { name: 'dark, in German, on a small phone', lang: 'de', scheme: 'dark', width: 320 },
  { name: 'in Thai, on a small phone', lang: 'th', scheme: 'light', width: 320 },
] as const)
  test(`the notice is readable and has two large buttons: ${name}`, { tag: wholeIf(lang !== 'de') }, async ({
    page,
    server,
  }) => {
    accountServer(server).record = recordOf(true);
    await site(server, `{ ui: { lang: '${lang}', scheme: '${scheme}' } }`);
    await page.setViewportSize({ width, height: 640 });
    await open(page);
    await signIn(page);
    await expect(notice(page).getByRole('status')).not.toBeEmpty();
    await expect(notice(page)).toHaveAttribute('lang', lang);
    const box = await part(page, 'account-notice').boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    for (const each of ['change', 'close'])
      expect((await part(page, each).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await axe(page, 'askfirst-account')).toEqual([]);
    await part(page, 'close').click();
    await expect(notice(page)).toHaveCount(0);
  });

for (const [what, leave] of [
  ['a sign-out', () => window.account.signOut()],
  ['another account', () => window.account.signIn('bob')],
] as const)
  test(`a refusal that could not be saved yet stays one after ${what}`, async ({ page, server }) => {
    const account = accountServer(server);
    await site(server);
    await open(page);
    await decide(page, BOTH);
    await signIn(page);
    account.isDown = true;
    await decide(page, { analytics: false });
    await page.evaluate(leave);
    expect(await granted(page)).toEqual({ analytics: false, marketing: true });
  });

test('a refusal in the moment of the sign-out stays one', async ({ page, server }) => {
  accountServer(server);
  await site(server);
  await open(page);
  await decide(page, BOTH);
  await signIn(page);
  await page.evaluate((none) => {
    window.consent.decide(none);
    window.account.signOut();
  }, NONE);
  expect(await granted(page)).toEqual(NONE);
});

test('a yes that Global Privacy Control keeps off is not offered, and the server is asked once', async ({
  page,
  server,
}) => {
  const account = accountServer(server);
  await site(server, '{ categories: { marketing: {} } }');
  await open(page);
  await decide(page, { marketing: true });
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await open(page);
  expect(await signIn(page)).toBe(true);
  await page.waitForTimeout(500);
  expect(server.requests(/api\/consent/)).toHaveLength(1);
  expect(account.saves).toEqual([]);
});

test('options of another site: the refusal of the account holds all the same, and the owner reads why', async ({
  page,
  server,
  said,
}) => {
  const account = accountServer(server);
  await site(server, '{}', '{}');
  await open(page);
  await decide(page, BOTH);
  Object.assign(account, { record: recordOf(false), version: 1 });
  expect(await signIn(page)).toBe(false);
  expect(await granted(page)).toEqual(NONE);
  await page.waitForTimeout(500);
  expect(JSON.parse(account.record ?? '').choices.analytics.granted).toBe(false);
  expect(said.messages).toEqual([expect.stringContaining('Give it the same as createConsent')]);
});

test('two sites on one origin: none gets what the browser had answered to the other', async ({ page, server }) => {
  accountServer(server);
  await site(server);
  await open(page);
  await decide(page, BOTH);
  await signIn(page);
  server.mount((_, response) => response.writeHead(204).end());
  await site(server, `{ site: 'other' }`);
  await open(page);
  await signIn(page);
  await signOut(page);
  expect(await page.evaluate(() => window.consent.record())).toBeNull();
  await site(server);
  await open(page);
  await signOut(page);
  expect(await granted(page)).toEqual(BOTH);
});

test('a server that never answers counts as down after ten seconds, and holds up no later sign-in', async ({
  page,
  server,
  said,
}) => {
  server.mount(() => {});
  await site(server);
  await page.clock.install();
  await open(page);
  await page.evaluate(() => {
    window.account.signIn('ann').then((isJoined) => Object.assign(window, { isJoined }));
  });
  await expect.poll(() => server.requests(/api\/consent/).length).toBe(1);
  accountServer(server).record = recordOf(false);
  await page.clock.runFor(11_000);
  await expect.poll(() => page.evaluate(() => (window as { isJoined?: boolean }).isJoined)).toBe(false);
  expect(said.messages).toEqual([expect.stringContaining('no answer within 10 seconds')]);
  expect(await signIn(page)).toBe(true);
  expect(await page.evaluate(() => window.consent.record()?.choices.analytics?.granted)).toBe(false);
});

test('a record of the account that no browser would store counts as none', async ({ page, server }) => {
  const many = Array.from({ length: 500 }, (_, place) => `category-${place}`);
  Object.assign(accountServer(server), { record: recordOf(true, many), version: 1 });
  await site(server);
  await open(page);
  await decide(page, NONE);
  await signIn(page);
  await reload(page);
  expect(await page.evaluate(() => Object.keys(window.consent.record()?.choices ?? {}))).toEqual(Object.keys(NONE));
  expect(await granted(page)).toEqual(NONE);
});

test('a sign-in without a network is joined when it is back, also before the visitor was asked', async ({
  page,
  server,
  context,
}) => {
  Object.assign(accountServer(server), { record: recordOf(false), version: 1 });
  await site(server);
  await open(page);
  await expect(seen(page).banner).toBeVisible();
  await context.setOffline(true);
  expect(await signIn(page)).toBe(false);
  await context.setOffline(false);
  await expect(seen(page).banner).toHaveCount(0);
  expect(await granted(page)).toEqual(NONE);
});

test('an ETag that never fits is named, and the notice goes with the account', async ({ page, server, said }) => {
  const account = accountServer(server);
  Object.assign(account, { record: recordOf(true, ['marketing'], new Date(Date.now() - 86_400_000)), version: 1 });
  await site(server);
  await open(page);
  expect(await signIn(page)).toBe(true);
  await expect(notice(page).getByRole('status')).not.toBeEmpty();
  await signOut(page);
  await expect(notice(page)).toHaveCount(0);
  // As a server that compresses writes it: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1
  account.isWeak = true;
  await decide(page, NONE);
  expect(await signIn(page)).toBe(false);
  expect(said.messages).toEqual([expect.stringContaining('3 times another device was first')]);
  expect(await granted(page)).toEqual(NONE);
});

test('the notice stands on the next pages, too, until it is closed, also if the first save failed', async ({
  page,
  server,
}) => {
  const account = accountServer(server);
  Object.assign(account, { record: recordOf(true, ['marketing'], new Date(Date.now() - 86_400_000)), version: 1 });
  await site(server);
  await open(page);
  await decide(page, { analytics: false });
  account.meanwhile = (state) => {
    state.version += 1;
  };
  await signIn(page);
  expect(account.saves).toHaveLength(1);
  await expect(notice(page).getByRole('status')).toContainText('The choice of your account');
  await reload(page);
  await expect(notice(page)).toHaveCount(0);
  await signIn(page);
  await expect(notice(page).getByRole('status')).toContainText('The choice of your account');
  await part(page, 'close').click();
  await reload(page);
  await signIn(page);
  await expect(notice(page)).toHaveCount(0);
});

test('a prerendered page signs nobody in before it is looked at', async ({ page, server }) => {
  const account = accountServer(server);
  Object.assign(account, { record: recordOf(false), version: 1 });
  await page.addInitScript(() =>
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true, writable: true }),
  );
  await site(server);
  await page.goto(SITE);
  await page.waitForFunction(() => 'account' in window);
  await page.evaluate(() => {
    window.account.signIn('bob');
    window.account.signOut();
    window.account.signIn('ann').then((isJoined) => Object.assign(window, { isJoined }));
  });
  await page.waitForTimeout(300);
  expect(server.requests(/api\/consent/)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.evaluate(() => {
    Object.assign(document, { prerendering: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await expect.poll(() => page.evaluate(() => (window as { isJoined?: boolean }).isJoined)).toBe(true);
  expect(server.requests(/api\/consent/)).toHaveLength(1);
  expect(await granted(page)).toEqual(NONE);
});

test('with a cookie for subdomains the choice of the account is taken over, and the own one comes back', async ({
  page,
  server,
  said,
}) => {
  const account = accountServer(server);
  await site(server, `{ cookieDomain: 'shop.example.com' }`);
  await open(page);
  await decide(page, BOTH);
  Object.assign(account, { record: recordOf(false, undefined, new Date(Date.now() - 60_000)), version: 1 });
  expect(await signIn(page)).toBe(true);
  expect(await granted(page)).toEqual(NONE);
  await signOut(page);
  expect(await granted(page)).toEqual(BOTH);
  expect(said.messages).toEqual([]);
});

test('an own yes that comes back at a sign-out on one subdomain is no answer to the account on another', async ({
  page,
  server,
}) => {
  const account = accountServer(server);
  await site(server, `{ cookieDomain: 'shop.example.com' }`);
  const sibling = 'https://app.shop.example.com';
  await page.route(`${sibling}/**`, (route) => route.continue({ url: route.request().url().replace(sibling, SITE) }));
  const openSibling = async () => {
    await page.goto(sibling);
    await isReady(page);
  };
  await open(page);
  await decide(page, BOTH);
  Object.assign(account, { record: recordOf(false, undefined, new Date(Date.now() + 1000)), version: 1 });
  await signIn(page);
  await openSibling();
  await signIn(page);
  expect(await granted(page)).toEqual(NONE);
  await open(page);
  await signOut(page);
  await openSibling();
  await signIn(page);
  expect(await granted(page)).toEqual(NONE);
  expect(JSON.parse(account.record ?? '').choices.analytics.granted).toBe(false);
});

test('a browser without room for what has to end at the sign-out takes over no yes', async ({ page, server }) => {
  await site(server);
  Object.assign(accountServer(server), { record: recordOf(true), version: 1 });
  await open(page);
  await decide(page, { analytics: true });
  await page.evaluate(() => {
    let room = 2 ** 22;
    for (let place = 0; room > 100; place += 1)
      try {
        localStorage.setItem(`cart-${place}`, 'x'.repeat(room));
      } catch {
        room /= 2;
      }
    localStorage.setItem('cart-0', localStorage.getItem('cart-0')?.slice(300) ?? '');
  });
  expect(await signIn(page)).toBe(false);
  expect(await granted(page)).toEqual({ analytics: true, marketing: false });
});

test('a refusal in another tab, of which this one has not heard yet, is not overwritten by what the account brings', async ({
  page,
  server,
}) => {
  const yesterday = new Date(Date.now() - 86_400_000);
  Object.assign(accountServer(server), { record: recordOf(false, ['marketing'], yesterday), version: 1 });
  await site(server);
  await open(page);
  await decide(page, { analytics: true });
  const answer = async (route: Route) => {
    // Browsers tell a tab later than they store it.
    await page.evaluate(() => {
      const record = JSON.parse(localStorage.getItem('askfirst') ?? '');
      Object.assign(record.choices.analytics, { granted: false, at: new Date().toISOString() });
      localStorage.setItem('askfirst', JSON.stringify(record));
    });
    await route.continue();
  };
  await page.route('**/api/consent', answer, { times: 1 });
  expect(await signIn(page)).toBe(true);
  expect(await granted(page)).toEqual(NONE);
});

test('a record that could not be stored for a moment hides no later refusal from the account', async ({
  page,
  server,
}) => {
  const account = accountServer(server);
  Object.assign(account, { record: recordOf(false, ['marketing']), version: 1 });
  await site(server);
  await open(page);
  await decide(page, { analytics: true });
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (key === 'askfirst') throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
    Object.assign(window, { makeRoom: () => Object.assign(Storage.prototype, { setItem }) });
  });
  expect(await signIn(page)).toBe(false);
  expect(await granted(page)).toEqual(NONE);
  await page.evaluate(() => (window as never as { makeRoom(): void }).makeRoom());
  await decide(page, NONE);
  await expect.poll(() => account.saves.at(-1)?.choices.analytics?.granted).toBe(false);
});
