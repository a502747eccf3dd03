import { INSTALLS, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, ran, settle } from '../harness/probe.js';
import { heldFile } from '../harness/tags.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** What the law of a place wants shown: its link, its words, its second step. */

const FOOTER = `
  <main><h1>A page of a shop</h1></main>
  <footer>
    <button data-consent-open>Cookie settings</button>
    <consent-link><button data-consent-open>Our own words</button></consent-link>
    <consent-link panel="limit"></consent-link>
  </footer>`;

const parts = (region: string, more: PageParts = {}): PageParts => ({
  attributes: `data-categories="analytics marketing" data-controller="Shop Example Ltd" ${region && `data-region="${region}"`}`,
  head: heldFile('advertise.js', '', 'marketing'),
  body: FOOTER,
  ...more,
});

/** What other browsers have by themselves. */
const sendGpc = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => sessionStorage.getItem('no-gpc') === null });
  });

const link = (page: Page) => page.locator('consent-link:not([panel]) button[part=link]');
const limit = (page: Page) => page.locator('consent-link[panel=limit]');
const statuses = (page: Page) => page.locator(':is(consent-link,consent-status) [part=status]', { hasText: /./ });
/** What was put into a status line that was there before: only that is announced. */
const announced = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const host of document.querySelectorAll('consent-link,consent-status'))
      for (const line of host.shadowRoot?.querySelectorAll('[role=status]') ?? []) found.push(line.textContent ?? '');
    return found.filter(Boolean);
  });

for (const install of INSTALLS)
  test(`California: the link in the law's words opens the choices, an opt-out holds, an opt-in takes two steps, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server, said }) => {
    await visit(parts('US-CA', { install, body: `${FOOTER}<consent-preferences></consent-preferences>` }));
    const { dialog, banner } = seen(page);
    await expect.poll(() => ran(page)).toEqual(['/advertise.js']);
    await expect(link(page)).toHaveText('Your Privacy Choices');
    await expect(limit(page).getByRole('button')).toHaveText('Limit the Use of My Sensitive Personal Information');
    await expect(banner).toHaveCount(0);
    // 11 CCR 7015(b): the icon is next to the words, about as high.
    const [words, icon] = await link(page).evaluate((button) => {
      const range = document.createRange();
      range.selectNodeContents(button.firstChild as Node);
      return [range, button.querySelector('svg') as SVGElement].map((each) => each.getBoundingClientRect().toJSON());
    });
    expect(icon.x - words.right).toBeLessThan(12);
    expect(icon.height / words.height).toBeGreaterThan(0.5);
    expect(icon.height / words.height).toBeLessThan(1.1);
    await expect(statuses(page)).toHaveCount(0);

    await link(page).click();
    await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Your Privacy Choices');
    await expect(dialog).toContainText('These purposes run unless you opt out.');
    await expect(dialog.getByRole('link', { name: 'California Privacy Protection Agency' })).toHaveAttribute(
      'href',
      'https://cppa.ca.gov/',
    );
    await seen(page).rejectInDialog.click();
    await expect(statuses(page).first()).toHaveText('You have opted out.');
    expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });

    server.log.length = 0;
    await page.reload();
    await expect(statuses(page).first()).toHaveText('You have opted out.');
    await settle(page);
    expect(server.requests('advertise.js')).toEqual([]);

    // In the settings: a yes is asked about once more.
    await link(page).click();
    await seen(page).acceptInDialog.click();
    await expect(dialog).toContainText(
      'You have opted out of this: Analytics, Marketing. Do you want to opt in again?',
    );
    await dialog.getByRole('button', { name: 'Stay opted out' }).click();
    await expect(seen(page).toggle('marketing')).not.toBeChecked();
    await seen(page).save.click();
    await expect(dialog).toHaveCount(0);
    expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
    // In the flow of the page: the same question.
    await seen(page).inlineToggle('marketing').click();
    await expect(dialog).toContainText('You have opted out of this: Marketing.');
    expect((await consent(page)).granted).toMatchObject({ marketing: false });
    await settle(page);
    expect(server.requests('advertise.js')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => ran(page)).toEqual(['/advertise.js']);
    expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: true });
    await expect(statuses(page)).toHaveCount(0);
    expect(said.messages).toEqual([]);
  });

test('Global Privacy Control in California: shown beside each way to the choices, announced once, over an older yes, gone with the signal', async ({
  page,
  context,
  visit,
  server,
}) => {
  await visit(parts('US-CA'));
  await decide(page, { marketing: true });
  await expect.poll(() => server.requests('advertise.js')).toHaveLength(1);
  await sendGpc(page);
  server.log.length = 0;
  await page.reload();
  const shown = async (where: Page) => {
    await expect(where.locator('consent-link:not([panel]) [part=status]')).toHaveText('Opt-Out Request Honored');
    // The plain button has a line of its own, too, once the page has settled.
    await expect(where.locator('footer > button + consent-status [part=status]')).toHaveText('Opt-Out Request Honored');
    expect(await announced(where)).toEqual(['Opt-Out Request Honored']);
    expect(await consent(where)).toMatchObject({ granted: { marketing: false }, reasons: { marketing: 'gpc' } });
    await expect(seen(where).banner).toHaveCount(0);
  };
  await shown(page);
  await page.reload();
  await shown(page);
  await page.goto(new URL('/empty/', SITE).href);
  await page.goBack();
  await shown(page);
  const second = await context.newPage();
  await sendGpc(second);
  await second.goto(page.url());
  await shown(second);
  expect(server.requests('advertise.js')).toEqual([]);

  await page.evaluate(() => sessionStorage.setItem('no-gpc', ''));
  await page.reload();
  await expect.poll(() => ran(page)).toEqual(['/advertise.js']);
  await expect(link(page)).toBeVisible();
  await settle(page, 1500);
  await expect(statuses(page)).toHaveCount(0);
  await expect(page.locator('consent-status')).toHaveCount(0);
});

test('without a place: the way back has its usual name, and <consent-status> says that the signal is honored', async ({
  page,
  visit,
  said,
}) => {
  await sendGpc(page);
  await visit(parts('', { body: `<consent-status></consent-status>${FOOTER}` }));
  await expect(link(page)).toHaveText('Privacy settings');
  await expect(limit(page).getByRole('button')).toHaveCount(0);
  await expect(page.locator('consent-status [part=status]')).toHaveText('Opt-Out Request Honored');
  await settle(page, 1500);
  // Only some laws want it beside each way back.
  await expect(page.locator('consent-status')).toHaveCount(1);
  await link(page).click();
  await expect(seen(page).dialog.getByRole('heading', { level: 2 })).toHaveText('Privacy settings');
  expect(said.messages).toEqual([]);
});

test('a page in another language, a state whose law fixes no words, and a page that changes its language', async ({
  page,
  visit,
}) => {
  await visit(parts('US-CO', { lang: 'es' }));
  await expect(link(page)).toHaveText('Sus opciones de privacidad');
  await visit(parts('US-CA', { lang: 'es' }));
  await expect(link(page)).toHaveText('Sus opciones de privacidad');
  await expect(link(page)).toHaveAttribute('lang', 'es');
  await expect(link(page).locator('svg')).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.lang = 'en';
  });
  await expect(link(page)).toHaveText('Your Privacy Choices');
});

test('elements that come late, move, and go; nothing of the interface is fetched for them', async ({
  page,
  visit,
  server,
}) => {
  await visit(parts('US-CA', { body: '<main></main>' }));
  await page.evaluate(() => {
    const made = document.createElement('consent-link');
    document.querySelector('main')?.append(made);
  });
  await expect(link(page)).toHaveText('Your Privacy Choices');
  await page.evaluate(() => document.body.append(document.querySelector('consent-link') as Element));
  await expect(link(page)).toHaveCount(1);
  await settle(page);
  const files = server.log.map(({ path }) => path).filter((path) => path.startsWith('/askfirst/'));
  expect(files.join()).not.toMatch(/askfirst-(ui|details|words)/);
});

test('a page that hides what is not defined, watches its attributes, closes a menu, and merges its markup again and again', async ({
  page,
  visit,
}) => {
  await sendGpc(page);
  await page.addInitScript(() => {
    window.heard = [];
    document.addEventListener('DOMContentLoaded', () => {
      // As a page does that lists what changes in it.
      new MutationObserver(() => {
        if (window.heard.push('change') < 99) document.querySelector('ol')?.append(document.createElement('li'));
      }).observe(document.querySelector('footer') as Element, { attributes: true, subtree: true });
    });
  });
  await visit(
    parts('US-CA', {
      head: '<style>:not(:defined) { visibility: hidden }</style>',
      body: `<nav style="display: none"><consent-link></consent-link></nav><consent-link hidden></consent-link>${FOOTER}<ol></ol>`,
    }),
  );
  const own = page.locator('footer consent-link:not([panel])');
  const line = page.locator('footer > button + consent-status');
  await expect(own.locator('[part=link]')).toBeVisible();
  await expect(page.locator('consent-link[hidden] [part=link]')).toHaveText('Your Privacy Choices');
  await expect(page.locator('consent-link[hidden] [part=link]')).toBeHidden();
  await expect(line).toHaveText('Opt-Out Request Honored');
  await expect(own.locator('consent-status')).toHaveCount(0);
  expect(await own.evaluate((host) => host.getAttributeNames())).toEqual([]);
  expect(await page.evaluate(() => window.heard.length)).toBeLessThan(9);
  const spoken = page.locator('consent-link,consent-status').filter({ has: page.locator('[role=status]') });
  await expect(spoken).toHaveCount(1);
  await expect(spoken).toBeVisible();

  const icon = await own.locator('svg').elementHandle();
  for (let step = 0; step < 8; step++) {
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 5000;
      document.querySelector('footer > consent-status')?.remove();
    });
    await expect(line).toHaveText('Opt-Out Request Honored');
  }
  expect(await icon?.evaluate((node) => node.isConnected)).toBe(true);
});

for (const body of ['<consent-link></consent-link>', '<button data-consent-open>Settings</button>'])
  test(`California where the site asks first: Global Privacy Control is shown as honored, with ${body}`, async ({
    page,
    visit,
  }) => {
    await sendGpc(page);
    await visit(parts('US-CA', { config: { regimes: { 'US-CA': 'opt-in' } }, body: `<main></main>${body}` }));
    await expect(statuses(page)).toHaveText(['Opt-Out Request Honored']);
  });

test('an opt-out that is taken back at once leaves no word; what is turned on beside the second step is asked about, too, in a small window', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const label = 'Donaudampfschifffahrtsgesellschaftsstatistik';
  await visit(parts('US-CA', { config: { categories: { analytics: { label, description: '' } } } }));
  await decide(page, { marketing: true });
  await page.evaluate(() => {
    window.askfirst.decide({ marketing: false });
    setTimeout(() => window.askfirst.decide({ marketing: true }), 30);
  });
  await settle(page);
  await expect(statuses(page)).toHaveCount(0);

  await decide(page, { analytics: false, marketing: false });
  await link(page).click();
  const { dialog, toggle } = seen(page);
  await toggle('analytics').click();
  await seen(page).save.click();
  const question = dialog.locator('[part=opt-in-again] > p');
  await expect(question).toContainText(`${label}. Do you want`);
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await toggle('marketing').evaluate((input: HTMLInputElement) => input.click());
  await dialog.getByRole('button', { name: 'Opt in', exact: true }).click();
  await expect(question).toContainText('Marketing');
  expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
  await dialog.getByRole('button', { name: 'Opt in', exact: true }).click();
  await expect.poll(async () => (await consent(page)).granted).toMatchObject({ analytics: true, marketing: true });
});

test('a strict page shows the same, and no violation', async ({ page, visit, said }) => {
  const nonce = 'r4nd0m';
  await visit(parts('US-CA', { nonce, head: '' }), '/', {
    'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; require-trusted-types-for 'script'`,
  });
  await expect(link(page)).toHaveText('Your Privacy Choices');
  await expect(link(page).locator('svg')).toBeVisible();
  expect(said.messages).toEqual([]);
});
