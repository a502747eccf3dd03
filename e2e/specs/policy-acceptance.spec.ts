import type { PolicyAcceptance } from 'askfirst/acceptance';
import { app } from '../harness/app.js';
import { axe } from '../harness/axe.js';
import { html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { box, contrast, isOnTop, look } from '../harness/pixels.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

declare global {
  interface Window {
    terms: PolicyAcceptance;
    answer: boolean | undefined;
  }
}

const DAY_MS = 86_400_000;
const iso = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const versions = [
  { version: '1.0', publishedAt: '2025-01-01', effectiveAt: '2025-01-01', url: '/privacy/1.0' },
  { version: '2.0', publishedAt: '2026-01-01', effectiveAt: '2026-02-01', url: '/privacy/2.0' },
  { version: '3.0', publishedAt: iso(-1), effectiveAt: iso(30), url: '/privacy/3.0' },
];

interface Parts {
  options?: object;
  lang?: string;
  scheme?: string;
  headers?: Record<string, string>;
  code?: string;
}

/** An app that asks when its button is pressed, as at a sign-in. */
async function open(
  page: Page,
  server: Server,
  { options, lang = 'en', scheme = 'light dark', headers, code = '' }: Parts = {},
) {
  const src = await app(
    server,
    `import { policyAcceptance } from 'askfirst/acceptance';
     window.terms = policyAcceptance(${JSON.stringify({ versions, ...options })});
     document.querySelector('#in').onclick = async () => {
       window.answer = undefined;
       window.answer = await terms.prompt('ann');
     };${code}`,
  );
  server.reply('/scheme.css', { type: 'text/css', body: `:root { color-scheme: ${scheme}; font-family: sans-serif }` });
  const head = `<link rel="stylesheet" href="/scheme.css"><script type="module" src="${src}"></script>`;
  const body = '<main><h1>An app</h1><button id="in">Sign in</button></main>';
  const text = html({ lang, head, body }).replace(/<script src="\/askfirst[^>]*><\/script>/, '');
  server.page('/', text, headers);
  await page.goto(SITE);
}

const signIn = (page: Page) => page.locator('#in').click();
const answer = (page: Page) => page.evaluate(() => window.answer);
const dialog = (page: Page) => page.locator('askfirst-acceptance dialog');
const part = (page: Page, name: string) => dialog(page).locator(`[part~="${name}"]`);

test('at the next sign-in the version in force is put to the visitor; who accepts is not asked again', async ({
  page,
  server,
}) => {
  await open(page, server);
  await expect(dialog(page)).toHaveCount(0);
  await signIn(page);
  await expect(dialog(page)).toContainText('Version 2.0 of our policy has been in force since February 1, 2026.');
  expect(await answer(page)).toBeUndefined();
  await part(page, 'accept').click();
  await expect.poll(() => answer(page)).toBe(true);
  await expect(page.locator('askfirst-acceptance')).toHaveCount(0);
  expect(await page.evaluate(() => window.terms.record('ann'))).toEqual({
    v: 1,
    accepted: [{ version: '2.0', at: expect.stringMatching(/Z$/), locale: 'en' }],
  });
  await page.reload();
  await signIn(page);
  await expect.poll(() => answer(page)).toBe(true);
  await expect(dialog(page)).toHaveCount(0);
});

test('before a new version takes effect there is a notice to show, and no question', async ({ page, server }) => {
  await open(page, server);
  await page.evaluate(() => window.terms.accept('ann'));
  expect(await page.evaluate(() => window.terms.upcoming()?.version)).toBe('3.0');
  expect(await page.evaluate(() => window.terms.isDue('ann'))).toBe(false);
  await page.clock.setFixedTime(Date.now() + 31 * DAY_MS);
  expect(await page.evaluate(() => [window.terms.upcoming(), window.terms.current()?.version])).toEqual([null, '3.0']);
  await signIn(page);
  await expect(dialog(page)).toContainText('Version 3.0');
});

test('the button, Escape and a click beside the dialog: none of them accepts', async ({ page, server }) => {
  await open(page, server);
  await signIn(page);
  await page.mouse.click(3, 3);
  await settle(page, 200);
  await expect(dialog(page)).toBeVisible();
  await part(page, 'decline').click();
  await expect.poll(() => answer(page)).toBe(false);
  await signIn(page);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => answer(page)).toBe(false);
  expect(await page.evaluate(() => window.terms.record('ann'))).toBeNull();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await signIn(page);
  await expect(dialog(page)).toBeVisible();
});

test('accepting a policy grants nothing: no category, no signal, and the record of consent stays as it is', async ({
  page,
  server,
}) => {
  const code = `import { createConsent } from 'askfirst';
    window.askfirst = createConsent({ categories: { analytics: {}, marketing: {} }, region: 'DE' });
    askfirst.start();`;
  await open(page, server, { code });
  const state = () =>
    page.evaluate(() =>
      JSON.stringify([
        window.askfirst.$consent.get(),
        window.askfirst.record(),
        localStorage.getItem('askfirst'),
        window.dataLayer.length,
      ]),
    );
  await expect(seen(page).banner).toBeVisible();
  await page.evaluate(() => window.askfirst.decide({ marketing: true }));
  await settle(page);
  const before = await state();
  await signIn(page);
  await part(page, 'accept').click();
  await expect.poll(() => answer(page)).toBe(true);
  await settle(page);
  expect(await state()).toBe(before);
  expect(JSON.parse(before)[0].granted).toEqual({ necessary: true, analytics: false, marketing: true });
});

test('by keyboard: the heading has the focus, Tab stays inside, and focus goes back', async ({ page, server }) => {
  await open(page, server);
  await page.locator('#in').focus();
  await page.keyboard.press('Enter');
  const focused = () =>
    page.evaluate(() => document.querySelector('askfirst-acceptance')?.shadowRoot?.activeElement?.textContent);
  await expect.poll(focused).toBe('Updated policy');
  const order: unknown[] = [];
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual(['Read the policy (opens in a new tab)', 'Do not accept', 'Accept']);
  for (let press = 0; press < 5; press += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('in');
  }
  await part(page, 'accept').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => answer(page)).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('in');
});

test('it has a name, and the policy opens in a new tab that cannot reach back', async ({ page, server, context }) => {
  server.page('/privacy/2.0', '<title>Policy</title>');
  await open(page, server);
  await signIn(page);
  await expect(page.getByRole('dialog', { name: 'Updated policy' })).toBeVisible();
  const opened = context.waitForEvent('page');
  await dialog(page).getByRole('link').click();
  const policy = await opened;
  await policy.waitForLoadState();
  expect(policy.url()).toBe(`${SITE}/privacy/2.0`);
  expect(await policy.evaluate(() => window.opener)).toBeNull();
  await expect(dialog(page)).toBeVisible();
});

test('another tab that accepts answers here as well; asking twice shows one dialog', async ({
  page,
  server,
  context,
}) => {
  await open(page, server);
  const other = await context.newPage();
  await other.goto(SITE);
  await signIn(page);
  await expect(dialog(page)).toBeVisible();
  await page.evaluate(() => void window.terms.prompt('ann'));
  await settle(page, 200);
  await expect(dialog(page)).toHaveCount(1);
  await signIn(other);
  await part(other, 'accept').click();
  await expect.poll(() => answer(page)).toBe(true);
  await expect(dialog(page)).toHaveCount(0);
});

// Each language once, each scheme more than once.
const LOOKS = [
  ['en', 'light', 'Accept'],
  ['de', 'dark', 'Akzeptieren'],
  ['es', 'light', 'Aceptar'],
  ['fr', 'dark', 'Accepter'],
  ['th', 'light', 'ยอมรับ'],
] as const;
for (const [lang, scheme, accept] of LOOKS) {
  test(
    `${lang}, ${scheme}, 320 px and desktop: readable, whole, equal answers, nothing for axe to find`,
    { tag: wholeIf(lang !== 'de' && lang !== 'th') },
    async ({ page, server }, { outputDir }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, server, { lang });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 568 });
        await signIn(page);
        await expect(part(page, 'accept')).toHaveText(accept);
        await page.screenshot({ path: `${outputDir}/${lang}-${scheme}-${width}.png` });
        const [yes, no] = [part(page, 'accept'), part(page, 'decline')];
        const [one, two] = [await look(yes), await look(no)];
        expect(one).toEqual(two);
        expect(contrast(one.colour, one.background)).toBeGreaterThanOrEqual(4.5);
        expect((await box(yes)).width).toBeCloseTo((await box(no)).width, 0);
        expect((await box(yes)).height).toBe((await box(no)).height);
        expect([await isOnTop(yes), await isOnTop(no)]).toEqual([true, true]);
        const { x, width: own } = await box(dialog(page));
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + own).toBeLessThanOrEqual(width);
        expect(
          await dialog(page).evaluate((it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]),
        ).toEqual([0, 0]);
        const dark = contrast((await look(dialog(page))).background, 'rgb(0, 0, 0)') < 4;
        expect(dark).toBe(scheme === 'dark');
        expect(await axe(page, 'askfirst-acceptance')).toEqual([]);
        await page.keyboard.press('Escape');
      }
    },
  );
}

test('axe does find something: an answer without a name', async ({ page, server }) => {
  await open(page, server);
  await signIn(page);
  await part(page, 'accept').evaluate((button) => {
    button.textContent = '';
  });
  expect((await axe(page, 'askfirst-acceptance')).join()).toContain('button-name');
});

test("a policy of style-src 'self' and Trusted Types: no violation, and it is styled", async ({
  page,
  server,
  said,
}) => {
  await open(page, server, {
    headers: {
      'content-security-policy':
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
  await signIn(page);
  await expect(part(page, 'accept')).toHaveCSS('font-weight', '600');
  await part(page, 'accept').click();
  await expect.poll(() => answer(page)).toBe(true);
  expect([said.violations, said.messages]).toEqual([[], []]);
});

test('it wears the colours of the site, your words, and your language', async ({ page, server }) => {
  await open(page, server, { options: { lang: 'de', texts: { title: 'Neue AGB' }, scheme: 'dark' } });
  server.reply('/scheme.css', {
    type: 'text/css',
    body: ':root { --askfirst-accent: rgb(0, 80, 60); --askfirst-on-accent: rgb(255, 255, 255) } p { display: none } dialog { inset: 0 auto auto 0 !important }',
  });
  await page.reload();
  await signIn(page);
  await expect(dialog(page).locator('h2')).toHaveText('Neue AGB');
  await expect(dialog(page)).toContainText('gilt seit dem 1. Februar 2026');
  expect((await look(part(page, 'accept'))).background).toBe('rgb(0, 80, 60)');
  expect((await box(dialog(page))).x).toBeGreaterThan(100);
});

test('less notice than you promise: one message names the version', async ({ page, server, said }) => {
  await open(page, server, { options: { noticeDays: 60 } });
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toMatch(
    /"2.0" takes effect 31 days after it is published, not the 60.*"3.0" takes effect 31 days/,
  );
});
