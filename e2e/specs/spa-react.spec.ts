import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { api } from 'examples/server/api.mjs';
import { createFiles } from 'examples/server/files.mjs';
import { createHandler } from 'examples/server/handler.mjs';
import { build } from 'vite';
import { axe } from '../harness/axe.js';
import { seen } from '../harness/interface.js';
import { consent, settle, stored } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

/** M-Factory, a React app in StrictMode: what its privacy page says, in a browser. */

const ANALYTICS = 'https://analytics.m-factory.example/events';
const ERRORS = 'https://errors.m-factory.example/reports';
const PAYMENT = 'https://js.siam-pay.example/v1.js';
const OTHER_HOSTS = /^(?!www\.shop\.example\.test)/;
const SCREENS = ['studio', 'projects', 'credits', 'sign-in', 'settings', 'settings/legal', 'privacy'];

/** What the page has sent to an address, read from its requests. */
let sent: Record<string, { at: string; event?: string; screen?: string; stack?: string }[]>;

test.beforeEach(async ({ page, server, said }) => {
  void said;
  sent = { [ANALYTICS]: [], [ERRORS]: [] };
  server.mount(createHandler({ site: 'spa-react' }));
  server.reply(PAYMENT, { type: 'text/javascript', body: '' });
  for (const url of [ANALYTICS, ERRORS])
    server.reply(url, { status: 204, headers: { 'access-control-allow-origin': '*' } });
  page.on('request', (request) => sent[request.url()]?.push(JSON.parse(request.postData() ?? '{}')));
});

const open = async (page: Page, screen: string, language = 'en') => {
  await page.goto(`${SITE}/#/${language}/${screen}`);
  await expect(page.locator('h1')).toBeVisible();
};
const views = () => sent[ANALYTICS]?.filter(({ event }) => event === 'view').map(({ screen }) => screen);
const dialog = (page: Page) => page.locator('askfirst-acceptance dialog');
/** In the server's log each test has an account of its own. */
let account = 0;
const signIn = async (page: Page, email = `may${(account += 1)}.${Date.now()}@example.com`) => {
  await open(page, 'sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  return email;
};
const signedIn = async (page: Page) => {
  const email = await signIn(page);
  await dialog(page).locator('[part~="accept"]').click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
  return email;
};
const analytics = (page: Page) => page.getByRole('switch', { name: 'Product analytics' });

test('before a yes and after a no nothing leaves for analytics, errors or payment, on any screen but the checkout', async ({
  page,
  server,
  said,
}) => {
  await open(page, 'studio');
  await expect(seen(page).banner).toBeVisible();
  for (const screen of SCREENS.filter((name) => name !== 'credits')) await open(page, screen);
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error('planned')), 0));
  await settle(page);
  await seen(page).reject.click();
  await page.getByRole('link', { name: 'Studio', exact: true }).click();
  await page.getByRole('button', { name: 'Print it' }).click();
  await settle(page);
  expect(server.requests(OTHER_HOSTS)).toEqual([]);
  expect(said.errors.splice(0)).toEqual(['Error: planned']);
});

test('the first view waits in memory and is handed over after Accept with its own time; the next ones follow once', async ({
  page,
}) => {
  const before = Date.now();
  await open(page, 'studio');
  await page.getByRole('link', { name: 'Projects' }).click();
  await expect(seen(page).banner).toBeVisible();
  await page.waitForTimeout(1200);
  const asked = Date.now();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  await seen(page).accept.click();
  await expect.poll(views).toEqual(['studio', 'projects']);
  for (const { at } of sent[ANALYTICS] ?? []) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThan(asked - 500);
  }
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect.poll(views).toEqual(['studio', 'projects', 'settings']);
  await page.reload();
  await expect.poll(views).toEqual(['studio', 'projects', 'settings', 'settings']);
});

test('Reject throws away what waited: a later yes in the settings does not bring it back', async ({ page }) => {
  await open(page, 'studio');
  await seen(page).reject.click();
  await open(page, 'settings/legal');
  await analytics(page).click();
  await page.getByRole('link', { name: 'Projects' }).click();
  await expect.poll(views).toEqual(['projects']);
});

test('“withdraw in Settings”: one click per purpose, at once, also after other screens and a reload', async ({
  page,
}) => {
  await open(page, 'settings/legal');
  await seen(page).accept.click();
  await expect.poll(views).toEqual(['settings/legal']);
  await expect(analytics(page)).toHaveAttribute('aria-checked', 'true');
  await analytics(page).click();
  await expect(analytics(page)).toHaveAttribute('aria-checked', 'false');
  expect((await consent(page)).granted).toMatchObject({ analytics: false, errors: true });
  await page.getByRole('link', { name: 'Studio', exact: true }).click();
  await page.getByRole('button', { name: 'Print it' }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Projects' }).click();
  await settle(page);
  expect(sent[ANALYTICS]).toHaveLength(1);
  expect((await stored(page)).choices.analytics).toMatchObject({ granted: false });
  await expect(seen(page).banner).toHaveCount(0);
});

test('an error report is a purpose of its own, and carries no e-mail address', async ({ page, said }) => {
  await open(page, 'studio');
  await seen(page).choose.click();
  await seen(page).toggle('errors').click();
  await seen(page).save.click();
  await expect.poll(async () => (await consent(page)).granted.errors).toBe(true);
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error('No account may@example.com')), 0));
  await expect.poll(() => sent[ERRORS]?.length).toBe(1);
  expect(sent[ERRORS]?.[0]?.stack).toMatch(/No account …/);
  expect(JSON.stringify(sent[ERRORS])).not.toContain('@example.com');
  expect(sent[ANALYTICS]).toEqual([]);
  expect(said.errors.splice(0)).toHaveLength(1);
});

test('Thai and English: the question follows the page, also while it is open, and a choice holds in both', async ({
  page,
}) => {
  await open(page, 'studio', 'th');
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expect(seen(page).host).toHaveAttribute('lang', 'th');
  await expect(seen(page).banner).toContainText('การวิเคราะห์การใช้งาน');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(seen(page).host).toHaveCount(1);
  await expect(seen(page).host).toHaveAttribute('lang', 'en');
  await expect(seen(page).banner).toContainText('Product analytics');
  await seen(page).accept.click();
  await expect.poll(views).toEqual(['studio']);
  await open(page, 'privacy');
  await page.getByRole('link', { name: 'ไทย' }).click();
  await expect(seen(page).inline).toHaveAttribute('lang', 'th');
  await expect(seen(page).inlineToggle('analytics')).toBeChecked();
  await expect(page.locator('consent-declaration')).toContainText('คุกกี้');
  await expect(seen(page).banner).toHaveCount(0);
  expect((await stored(page)).locale).toBe('en');
});

test('“sign-in”: one session cookie no script reads, declared; it goes at sign-out', async ({ page, context }) => {
  await open(page, 'studio');
  await seen(page).reject.click();
  await signedIn(page);
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'm-factory-session', httpOnly: true, expires: -1 });
  await open(page, 'privacy');
  await expect(page.locator('consent-declaration')).toContainText('m-factory-session');
  await open(page, 'settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => context.cookies()).toEqual([]);
});

test('everything the app keeps is in its declaration', async ({ page, context }) => {
  await open(page, 'studio');
  await seen(page).accept.click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await signedIn(page);
  await open(page, 'privacy');
  const declared = (await page.locator('consent-declaration td:first-child').allTextContents()).map((name) =>
    name.replace(/\*$/, ''),
  );
  const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  const kept = [...keys, ...(await context.cookies()).map(({ name }) => name)];
  expect(kept).toEqual(expect.arrayContaining(['askfirst', 'm-factory-projects', 'm-factory-session']));
  expect(kept.filter((name) => !declared.some((start) => name === start || name.startsWith(start)))).toEqual([]);
});

test('“consent logs”: accept, change, withdraw are three events of one record, linked to the account at sign-in', async ({
  page,
}) => {
  await open(page, 'settings/legal');
  await seen(page).accept.click();
  await analytics(page).click();
  await page.getByRole('switch', { name: 'Error reports' }).click();
  await signedIn(page);
  await open(page, 'settings/legal');
  await expect(page.locator('.history > li')).toHaveCount(3);
  const { events } = await page.evaluate(async () => (await fetch('/api/m-factory/records')).json());
  expect(new Set(events.map(({ recordId }: { recordId: string }) => recordId))).toEqual(
    new Set([(await stored(page)).id]),
  );
  const order = events.map(({ seq }: { seq: number }) => seq);
  expect(order).toEqual([...new Set<number>(order)].sort((a, b) => a - b));
  expect(events.at(-1).subject).toBeTruthy();
  expect(events[0].policy).toBe('2026-05-12');
});

test('“data export”: a JSON file with the record, the log and the accepted policy', async ({ page }) => {
  await open(page, 'studio');
  await seen(page).accept.click();
  await signedIn(page);
  await open(page, 'settings/legal');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSON' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('m-factory-consent.json');
  const copy = JSON.parse(await readFile(await file.path(), 'utf8'));
  const record = await stored(page);
  expect(copy.browser.localStorage.askfirst).toEqual(record);
  expect(JSON.stringify(copy.browser.localStorage['askfirst.acceptance'])).toContain('2026-05-12');
  expect(copy.log.length).toBeGreaterThan(0);
  expect(copy.log[0]).toMatchObject({ recordId: record.id, choices: { analytics: { granted: true } } });
});

test('“account deletion”: nothing is left here, the visitor is asked again, and is told until when the log is kept', async ({
  page,
  context,
}) => {
  await open(page, 'studio');
  await seen(page).accept.click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await signedIn(page);
  await open(page, 'settings/legal');
  const { id } = await stored(page);
  const begun = Date.now();
  await page.getByRole('button', { name: 'Delete the account…' }).click();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(seen(page).banner).toBeVisible();
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Asia/Bangkok' }).format(
    begun + 30 * 86_400_000,
  );
  await expect(page.locator('section').filter({ hasText: 'The account is deleted' })).toContainText(day);
  expect((await consent(page)).reasons).toMatchObject({ analytics: 'undecided', errors: 'undecided' });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const { events } = await page.evaluate(
    async (record) => (await fetch(`/api/m-factory/records?record=${record}`)).json(),
    id,
  );
  const kept = Date.parse(events.at(-1).keepUntil) - begun;
  expect(kept / 86_400_000).toBeCloseTo(30, 2);
});

test('“re-acceptance at next sign-in”: only when the version is behind, and analytics stays as it was', async ({
  page,
}) => {
  await open(page, 'studio');
  await seen(page).reject.click();
  const email = await signedIn(page);
  const record = await stored(page);
  await open(page, 'settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();

  await page.evaluate(() => {
    const text = localStorage.getItem('askfirst.acceptance') ?? '';
    localStorage.setItem('askfirst.acceptance', text.replaceAll('2026-05-12', '2025-09-01'));
  });
  await open(page, 'settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, email);
  await expect(dialog(page)).toContainText('2026-05-12');
  await dialog(page).locator('[part~="decline"]').click();
  await expect(page.getByRole('alert')).toContainText('You are not signed in.');
  await signIn(page, email);
  await dialog(page).locator('[part~="accept"]').click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
  await open(page, 'settings/legal');
  await expect(page.getByText('You accepted version 2026-05-12')).toBeVisible();
  expect((await stored(page)).choices).toEqual(record.choices);
  expect((await consent(page)).granted).toMatchObject({ analytics: false, errors: false });
});

test('StrictMode: one banner, one script of the payment provider, at the checkout only, and a quiet console', async ({
  page,
  server,
  said,
}) => {
  await open(page, 'studio');
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  expect(server.requests('siam-pay')).toEqual([]);
  for (let visit = 0; visit < 2; visit += 1) {
    await open(page, 'credits');
    await expect(page.getByRole('button', { name: 'Pay with Siam Pay' })).toBeEnabled();
    await open(page, 'projects');
  }
  expect(server.requests('siam-pay')).toHaveLength(1);
  await expect(seen(page).host).toHaveCount(1);
  expect(said.messages).toEqual([]);
});

test('in development React has nothing to warn of, and the watch finds nothing that is not declared', async ({
  page,
  server,
  said,
}) => {
  const folder = test.info().outputPath('app');
  const root = fileURLToPath(new URL('../../examples/spa-react/', import.meta.url));
  const define = { 'process.env.NODE_ENV': '"development"', 'import.meta.env.DEV': 'true' };
  await build({ root, define, logLevel: 'error', build: { outDir: folder } });
  const files = createFiles([['/', folder]]);
  server.mount((request, response) => (request.url?.startsWith('/api/') ? api : files)(request, response));
  await open(page, 'studio');
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  await expect.poll(views).toEqual(['studio']);
  await signedIn(page);
  for (const screen of SCREENS) await open(page, screen);
  await settle(page, 1500);
  await expect(seen(page).host).toHaveCount(1);
  expect(server.requests('siam-pay')).toHaveLength(1);
  expect(said.messages).toEqual([]);

  await page.evaluate(() => localStorage.setItem('stray', '1'));
  await expect.poll(() => said.messages.join()).toContain('"stray"');
});

test('the authority to complain to, the version and the date are on the privacy page', async ({ page }) => {
  await open(page, 'privacy');
  await expect(page.locator('main')).toContainText('Version 2026-05-12');
  await expect(page.locator('main time')).toHaveAttribute('datetime', '2026-05-12');
  await expect(page.locator('main')).toContainText('Personal Data Protection Committee');
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const language of ['en', 'th'])
    test(`WCAG 2.2 AA on every screen, ${colorScheme}, ${language}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, 'studio', language);
      expect(await axe(page, 'html')).toEqual([]);
      await seen(page).accept.click();
      await page.locator('.sheet .button').first().click();
      for (const screen of SCREENS) {
        await open(page, screen, language);
        await settle(page, 150);
        expect(await axe(page, 'html'), screen).toEqual([]);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${screen} at ${width} px`).toBeLessThanOrEqual(0);
        }
      }
    });

test('keyboard alone: reject, sign in, accept the policy, switch analytics on and off', async ({ page }) => {
  const { keyboard } = page;
  /** Goes on from control to control until the focus is on it. */
  const reach = async (name: RegExp, key = 'Tab') => {
    for (let step = 0; step < 40; step += 1) {
      await keyboard.press(key);
      const focused = await page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const label = document.getElementById(at?.getAttribute('aria-labelledby') ?? '');
        return (label ?? (at as HTMLInputElement | null)?.labels?.[0] ?? at)?.textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`${name} cannot be reached`);
  };
  await open(page, 'studio');
  await expect(seen(page).banner).toBeVisible();
  await reach(/^Reject all$/);
  await keyboard.press('Enter');
  await expect(seen(page).banner).toHaveCount(0);
  await reach(/^Sign in$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeFocused();
  await reach(/^E-mail address$/);
  await page.keyboard.type(`keys.${Date.now()}@example.com`);
  await keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await reach(/^Accept$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeFocused();
  await reach(/^Settings$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  await reach(/^Legal & Privacy$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Legal & Privacy' })).toBeFocused();
  await reach(/^Product analytics$/);
  await keyboard.press('Space');
  await expect(analytics(page)).toHaveAttribute('aria-checked', 'true');
  await expect(analytics(page)).toBeFocused();
  await keyboard.press('Enter');
  await expect(analytics(page)).toHaveAttribute('aria-checked', 'false');
});
