import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { app, appPage } from '../harness/app.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { Page, type PageProps, siteConsent } from '../harness/react-page.js';
import { listen, problems } from '../harness/reports.js';
import { expect, type Server, SITE, type Page as Tab, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const FILM = 'tags.example.net/film.html';
const answers = (page: Tab) => page.locator('#answers');
const frame = (page: Tab) => page.locator('iframe');

/** What every app begins with. */
const PRELUDE = `
  import { StrictMode, startTransition, useEffect, useLayoutEffect, useState } from 'react';
  import { createRoot, hydrateRoot } from 'react-dom/client';
  import { ConsentFrame, ConsentGate, ConsentProvider, useConsent, useConsentState } from 'askfirst/react';
  import { Page, siteConsent } from './react-page.ts';
  const root = document.getElementById('root');
  const consent = siteConsent();
  window.consents = [consent];`;

async function open(page: Tab, server: Server, code: string, markup = '') {
  server.page('/', appPage(await app(server, PRELUDE + code, 'development'), `<div id="root">${markup}</div>`));
  await page.goto(SITE);
}

const CLIENT_ONLY = `createRoot(root).render(<StrictMode><Page consent={consent} start /></StrictMode>);`;

/** The page as a server without a visitor's answer renders it, or with one. */
const rendered = (props: Partial<PageProps> = {}) =>
  renderToString(createElement(Page, { consent: siteConsent(), ...props }));

test.describe('a React app under StrictMode', () => {
  test('one banner, one tag, and no word in the console', async ({ page, server, said }) => {
    await open(page, server, CLIENT_ONLY);
    await expect(seen(page).banner).toHaveCount(1);
    await expect(seen(page).host).toHaveCount(1);
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

  test('a returning visitor sees what was allowed from the first frame', async ({ page, server }) => {
    const code = `
      consent.start();
      const Seen = () => { (window.heard ??= []).push(useConsent('analytics', consent)); return null; };
      createRoot(root).render(<StrictMode><Seen /><Page consent={consent} /></StrictMode>);`;
    await open(page, server, code);
    await seen(page).accept.click();
    await expect(answers(page)).toContainText('measured: yes');
    expect(await page.evaluate(() => window.heard)).toContain(false);
    await page.reload();
    await expect(answers(page)).toContainText('measured: yes');
    expect(await page.evaluate(() => window.heard)).not.toContain(false);
  });

  test('a page that is gone listens no more', async ({ page, server }) => {
    await open(
      page,
      server,
      `const listeners = () => window.heard.push(consent.$consent.lc);
       window.heard = [];
       listeners();
       const view = createRoot(root);
       view.render(<StrictMode><Page consent={consent} start /></StrictMode>);
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

test.describe('a page that a server has rendered with React', () => {
  const HYDRATIONS = {
    'started before hydration': `consent.start();
      hydrateRoot(root, <StrictMode><Page consent={consent} /></StrictMode>);`,
    'started by a component': `hydrateRoot(root, <StrictMode><Page consent={consent} start /></StrictMode>);`,
  };

  for (const [when, code] of Object.entries(HYDRATIONS))
    test(`fits every visitor without a word in the console, ${when}`, {
      tag: wholeIf(when === 'started by a component'),
    }, async ({ page, server, said }) => {
      await open(page, server, code, rendered());
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
    const initial = {
      granted: { necessary: true, analytics: true, marketing: true },
      reasons: { necessary: 'necessary', analytics: 'choice', marketing: 'choice' },
      due: [],
      ask: false,
      gpc: false,
      regime: 'gdpr',
    } as const;
    const markup = rendered({ initial });
    expect(markup).toContain('<iframe');
    const code = (props: string) =>
      `consent.start(); hydrateRoot(root, <StrictMode><Page consent={consent} ${props} /></StrictMode>);`;
    await open(page, server, code(`initial={${JSON.stringify(initial)}}`), markup);
    // Nobody has answered in this browser, and the browser has the last word.
    await expect(answers(page)).toHaveText('measured: no, asked for: analytics,marketing');
    await expect(frame(page)).toHaveCount(0);
    expect(said.messages).toEqual([]);

    await open(page, server, code(''), markup);
    await expect.poll(() => said.errors.splice(0), 'without it the page does not fit').toHaveLength(1);
  });

  test('is rendered without listening and without a word', () => {
    const consent = siteConsent();
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...message) => said.push(message);
    const markup = rendered({ consent });
    console.error = error;
    expect(markup).toContain('measured: no');
    expect(markup).not.toContain('<iframe');
    expect(consent.$consent.lc).toBe(0);
    expect(said).toEqual([]);
  });
});

test.describe('a React component that was given no consent', () => {
  const ALONE = `
    const Alone = ({ consent }) => <>
      <output id="answers">{String(useConsent('analytics', consent)) + useConsentState(consent).due.length}</output>
      <ConsentGate category="marketing" consent={consent} fallback={<p>Plain</p>}><p id="offers">Offers</p></ConsentGate>
      <ConsentFrame category="marketing" consent={consent} title="Film" src="https://tags.example.net/film.html" />
    </>;`;

  test('denies everything, says so once, and works on', async ({ page, server, said }) => {
    await listen(page);
    await open(page, server, `${ALONE} createRoot(root).render(<StrictMode><Alone /></StrictMode>);`);
    await expect(answers(page)).toHaveText('false0');
    await expect.poll(() => said.messages).toHaveLength(1);
    await settle(page);
    expect(said.messages).toEqual([
      expect.stringMatching(/^\[askfirst\] A component was given no consent.*ConsentProvider/),
    ]);
    expect((await problems(page)).map(({ codes }) => codes)).toEqual([['no-consent']]);
    expect(server.requests(FILM)).toEqual([]);
    await expect(page.locator('#offers')).toHaveCount(0);
  });

  test('may be given it as an argument', async ({ page, server, said }) => {
    await open(
      page,
      server,
      `${ALONE} consent.start(); createRoot(root).render(<StrictMode><Alone consent={consent} /></StrictMode>);`,
    );
    await seen(page).accept.click();
    await expect(answers(page)).toHaveText('true0');
    await expect(frame(page)).toHaveCount(1);
    expect(said.messages).toEqual([]);
  });
});

test('an unknown category in React is named in the console and stays denied', async ({ page, server, said }) => {
  await open(
    page,
    server,
    `consent.start();
     const Slip = () => <output id="answers">{String(useConsent('marketng', consent))}</output>;
     createRoot(root).render(<StrictMode><Slip /></StrictMode>);`,
  );
  await seen(page).accept.click();
  await expect.poll(() => said.messages).toHaveLength(1);
  expect(said.messages[0]).toContain('There is no category "marketng"');
  await expect(answers(page)).toHaveText('false');
});

test.describe('a page that React renders in pieces, while the answer changes,', () => {
  const LIST = `
    const wait = () => { for (const end = performance.now() + 8; performance.now() < end; ); };
    const Listening = () => { wait(); return <i>{String(useConsent('analytics', consent))}</i>; };
    const Careless = () => { wait(); return <i>{String(consent.$consent.get().granted.analytics)}</i>; };
    window.heard = [];
    function List({ Item }) {
      const [full, fill] = useState(false);
      window.fill = () => startTransition(() => fill(true));
      useLayoutEffect(() => {
        window.heard.push(new Set([...root.querySelectorAll('i')].map((item) => item.textContent)).size);
      });
      return full && Array.from({ length: 30 }, (_, at) => <Item key={at} />);
    }`;
  const answersAtOnce = async (page: Tab, server: Server, item: string) => {
    await open(page, server, `${LIST} createRoot(root).render(<List Item={${item}} />);`);
    await page.evaluate(`fill(); setTimeout(() => consents[0].decide({ analytics: true }), 60)`);
    await expect(page.locator('i')).toHaveCount(30);
    await settle(page);
    return page.evaluate(() => Math.max(...(window.heard as number[])));
  };

  test('never shows two answers at once', async ({ page, server, said }) => {
    expect(await answersAtOnce(page, server, 'Listening')).toBe(1);
    await expect(page.locator('i').first()).toHaveText('true');
    expect(said.messages).toEqual([]);
  });

  test('shows two where a component reads without the hook', async ({ page, server }) => {
    expect(await answersAtOnce(page, server, 'Careless')).toBe(2);
  });
});
