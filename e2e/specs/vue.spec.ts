import type { Consent, ConsentManager } from 'askfirst';
import { consentKey } from 'askfirst/vue';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { app, appPage } from '../harness/app.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { listen, problems } from '../harness/reports.js';
import { expect, type Server, SITE, type Page as Tab, test } from '../harness/test.js';
import { Page, siteConsent } from '../harness/vue-page.js';
import { wholeIf } from '../harness/whole.js';

const FILM = 'tags.example.net/film.html';
const answers = (page: Tab) => page.locator('#answers');
const frame = (page: Tab) => page.locator('iframe');

/** What every app begins with. */
const PRELUDE = `
  import { createApp, createSSRApp, h, ref } from 'vue';
  import { consentKey, ConsentFrame, ConsentGate, useConsent, useConsentState } from 'askfirst/vue';
  import { Page, siteConsent } from './vue-page.ts';
  const consent = siteConsent();
  window.consents = [consent];`;

async function open(page: Tab, server: Server, code: string, markup = '') {
  server.page('/', appPage(await app(server, PRELUDE + code, 'development'), `<div id="root">${markup}</div>`));
  await page.goto(SITE);
}

const CLIENT_ONLY = `createApp(Page, { start: consent }).provide(consentKey, consent).mount('#root');`;

/** The page as a server without a visitor's answer renders it, or with one. */
const rendered = (more: { initial?: Consent } = {}, consent: ConsentManager = siteConsent()) =>
  renderToString(createSSRApp(Page).provide(consentKey, { ...consent, ...more }));

test.describe('a Vue app', () => {
  test('one banner, one tag, and no word in the console', async ({ page, server, said }) => {
    await open(page, server, CLIENT_ONLY);
    await expect(seen(page).banner).toHaveCount(1);
    await seen(page).accept.click();
    await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
    await page.reload();
    await expect(answers(page)).toHaveText('measured: yes, asked for: ');
    await expect.poll(() => server.requests('gtag/js')).toHaveLength(2);
    await settle(page);
    expect(server.requests('gtag/js')).toHaveLength(2);
    await expect(seen(page).banner).toHaveCount(0);
    expect(said.messages).toEqual([]);
  });

  test('a frame is in the page, and asks its host, only while its category is granted', async ({ page, server }) => {
    await open(page, server, CLIENT_ONLY);
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    expect(server.requests(FILM)).toEqual([]);
    await expect(frame(page)).toHaveCount(0);
    await expect(page.locator('#plain')).toBeVisible();

    await seen(page).accept.click();
    await expect(frame(page)).toHaveAttribute('referrerpolicy', 'no-referrer');
    await expect(frame(page)).toHaveClass('film');
    await expect(page.locator('#offers')).toBeVisible();
    await expect.poll(() => server.requests(FILM)).toHaveLength(1);

    await page.evaluate(() => window.consents[0]?.withdraw('marketing'));
    await expect(frame(page)).toHaveCount(0);
    await expect(page.locator('#plain')).toBeVisible();
    await expect(answers(page)).toContainText('measured: yes');
  });

  test('in the place of a frame, a button opens the preferences', async ({ page, server }) => {
    await open(page, server, CLIENT_ONLY);
    await seen(page).reject.click();
    const button = page.getByRole('button', { name: 'Film about the shop' });
    await expect(button).not.toHaveAttribute('src');
    await button.click();
    await expect(seen(page).dialog).toBeVisible();
  });

  test('a category that changes is judged anew at once', async ({ page, server }) => {
    await open(
      page,
      server,
      `consent.start();
       const category = ref('analytics');
       window.change = () => (category.value = 'marketing');
       const Gate = { render: () => h(ConsentFrame, { category: category.value, title: 'Film', src: 'https://${FILM}' }) };
       createApp(Gate).provide(consentKey, consent).mount('#root');
       consent.decide({ analytics: true, marketing: false });`,
    );
    await expect(frame(page)).toHaveCount(1);
    await page.evaluate('change()');
    await expect(frame(page)).toHaveCount(0);
  });

  test('a returning visitor sees what was allowed from the first painted frame', async ({ page, server }) => {
    const code = `
      consent.start();
      window.heard = [];
      requestAnimationFrame(() => window.heard.push(document.getElementById('answers').textContent));
      createApp(Page).provide(consentKey, consent).mount('#root');`;
    await open(page, server, code);
    await seen(page).accept.click();
    await expect(answers(page)).toContainText('measured: yes');
    await page.reload();
    await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['measured: yes, asked for: ']);
  });

  test('a page that is gone listens no more', async ({ page, server }) => {
    await open(
      page,
      server,
      `const listeners = () => window.heard.push(consent.$consent.lc);
       window.heard = [];
       listeners();
       const view = createApp(Page, { start: consent }).provide(consentKey, consent);
       view.mount('#root');
       window.leave = () => { listeners(); view.unmount(); setTimeout(listeners, 50); };`,
    );
    await expect(seen(page).banner).toBeVisible();
    await page.evaluate('leave()');
    await expect.poll(() => page.evaluate(() => window.heard.length)).toBe(3);
    const [before, during, after] = (await page.evaluate(() => window.heard)) as number[];
    expect(during).toBeGreaterThan(before as number);
    expect(after).toBe(before);
    await expect(seen(page).host).toHaveCount(0);
  });
});

test.describe('a page that a server has rendered with Vue', () => {
  const HYDRATIONS = {
    'started before hydration': `consent.start();
      createSSRApp(Page).provide(consentKey, consent).mount('#root');`,
    'started by a component': `createSSRApp(Page, { start: consent }).provide(consentKey, consent).mount('#root');`,
  };

  for (const [when, code] of Object.entries(HYDRATIONS))
    test(`fits every visitor without a word in the console, ${when}`, {
      tag: wholeIf(when === 'started by a component'),
    }, async ({ page, server, said }) => {
      await open(page, server, code, await rendered());
      await expect(answers(page)).toHaveText('measured: no, asked for: analytics,marketing');
      await seen(page).accept.click();
      await expect(frame(page)).toHaveCount(1);
      await page.reload();
      await expect(answers(page)).toHaveText('measured: yes, asked for: ');
      await expect(frame(page)).toHaveCount(1);
      await page.evaluate(() => window.consents[0]?.rejectAll());
      await expect(frame(page)).toHaveCount(0);
      await page.reload();
      await expect(answers(page)).toHaveText('measured: no, asked for: ');
      expect(said.messages).toEqual([]);
    });

  test('may know the answer already', async ({ page, server, said }) => {
    const initial: Consent = {
      granted: { necessary: true, analytics: true, marketing: true },
      reasons: { necessary: 'necessary', analytics: 'choice', marketing: 'choice' },
      due: [],
      ask: false,
      gpc: false,
      regime: 'gdpr',
    };
    const markup = await rendered({ initial });
    expect(markup).toContain('<iframe');
    const code = (more: string) =>
      `consent.start(); createSSRApp(Page).provide(consentKey, { ...consent, ${more} }).mount('#root');`;
    await open(page, server, code(`initial: ${JSON.stringify(initial)}`), markup);
    // Nobody has answered in this browser, and the browser has the last word.
    await expect(answers(page)).toHaveText('measured: no, asked for: analytics,marketing');
    await expect(frame(page)).toHaveCount(0);
    expect(said.messages).toEqual([]);

    await open(page, server, code(''), markup);
    await expect.poll(() => said.messages.join(), 'without it the page does not fit').toContain('Hydration');
  });

  test('is rendered without listening and without a word', async () => {
    const consent = siteConsent();
    const said: unknown[] = [];
    const { warn, error } = console;
    console.warn = console.error = (...message) => said.push(message);
    const markup = await rendered({}, consent);
    Object.assign(console, { warn, error });
    expect(markup).toContain('measured: no');
    expect(markup).not.toContain('<iframe');
    expect(consent.$consent.lc).toBe(0);
    expect(said).toEqual([]);
  });
});

test.describe('a Vue component that was given no consent', () => {
  const ALONE = `
    const Alone = (consent) => ({
      setup() {
        const measured = useConsent('analytics', consent);
        const state = useConsentState(consent);
        return () => h('output', { id: 'answers' }, String(measured.value) + state.value.due.length);
      },
    });`;

  test('denies everything, says so once, and works on', async ({ page, server, said }) => {
    await listen(page);
    await open(
      page,
      server,
      `${ALONE}
       createApp({ render: () => [
         h(Alone()),
         h(ConsentGate, { category: 'marketing' }, { default: () => h('p', { id: 'offers' }, 'Offers') }),
         h(ConsentFrame, { category: 'marketing', title: 'Film', src: 'https://${FILM}' }),
       ] }).mount('#root');`,
    );
    await expect(answers(page)).toHaveText('false0');
    await expect.poll(() => said.messages).toHaveLength(1);
    await settle(page);
    expect(said.messages).toEqual([
      expect.stringMatching(/^\[askfirst\] A component was given no consent.*consentKey/),
    ]);
    expect((await problems(page)).map(({ codes }) => codes)).toEqual([['no-consent']]);
    expect(server.requests(FILM)).toEqual([]);
    await expect(page.locator('#offers')).toHaveCount(0);
  });

  test('may be given it as an argument', async ({ page, server, said }) => {
    await open(page, server, `${ALONE} consent.start(); createApp(Alone(consent)).mount('#root');`);
    await seen(page).accept.click();
    await expect(answers(page)).toHaveText('true0');
    expect(said.messages).toEqual([]);
  });
});

test('an unknown category in Vue is named in the console and stays denied', async ({ page, server, said }) => {
  await open(
    page,
    server,
    `consent.start();
     const Slip = { setup: () => { const on = useConsent('marketng'); return () => h('output', { id: 'answers' }, String(on.value)); } };
     createApp(Slip).provide(consentKey, consent).mount('#root');`,
  );
  await seen(page).accept.click();
  await expect.poll(() => said.messages).toHaveLength(1);
  expect(said.messages[0]).toContain('There is no category "marketng"');
  await expect(answers(page)).toHaveText('false');
});
