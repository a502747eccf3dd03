import type { FrameLocator } from '@playwright/test';
import { app, appPage } from '../harness/app.js';
import { axe, COLOURS } from '../harness/axe.js';
import { seen } from '../harness/interface.js';
import { consent, settle, stored, storedText } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

const FILM = 'https://www.youtube-nocookie.com/embed/1';
const ATTRIBUTES = 'data-categories="functional marketing"';
const frame = (id: string, rest: string, src = FILM) => `<iframe id="${id}" data-src="${src}" ${rest}></iframe>`;
const film = (id: string, rest = 'width="560" height="315"') =>
  frame(id, `data-consent="marketing" title="Film ${id}" ${rest}`);
const card = (page: Page, id: string) => page.frameLocator(`#${id}`);
const once = (inside: FrameLocator) => inside.locator('.once');
const always = (inside: FrameLocator) => inside.locator('.always');

/** What was asked for from other hosts. */
const away = ({ log }: Server) => log.filter(({ host }) => !host.endsWith('shop.example.com')).map(({ path }) => path);
/** Each frame that has an address now. */
const loaded = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('iframe[src]')].map(({ id }) => id));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test.beforeEach(({ server, said }) => {
  void said;
  for (const path of ['1', '2'])
    server.reply(`https://www.youtube-nocookie.com/embed/${path}`, {
      type: 'text/html',
      body: `<!doctype html><title>Film</title><p>This is film ${path}.`,
    });
  server.reply('/poster.svg', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
});

test('a frame that waits says who would be contacted; nobody is, and nothing moves before or after', async ({
  page,
  server,
  visit,
}) => {
  await visit({
    attributes: ATTRIBUTES,
    config: {
      services: [
        { id: 'maps', name: 'Our maps', provider: 'Maps Ltd', category: 'functional', hosts: ['maps.example'] },
        { id: 'youtube', category: 'functional' },
      ],
      perService: ['functional'],
    },
    head: `<script>
      window.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shifts += value; })).observe({ type: 'layout-shift', buffered: true });
    </script>`,
    body: `<main><h1>Films</h1>${film('a')}<p>Between</p>
      ${frame('map', 'data-consent="functional"', 'https://www.google.com/maps/embed?pb=1')}
      ${frame('own', 'data-consent="functional"', 'https://maps.example/1')}
      ${frame('unknown', 'data-consent="functional marketing" data-poster-src="/poster.svg"', 'https://video.example/1')}
      <div data-consent="marketing">${frame('inside', 'title="Inside"')}</div>
      ${film('none', 'data-placeholder="none"')}${film('pixel', 'width="1" height="1"')}
      ${frame('sandbox', 'data-consent="marketing" sandbox="allow-same-origin"')}
      ${film('scripts', 'sandbox="allow-same-origin allow-scripts"')}${film('leads', 'sandbox="allow-same-origin allow-scripts allow-top-navigation-by-user-activation"')}
      ${film('blank', 'src="about:blank" data-poster-src="http://["')}
      ${frame('any', 'data-consent="nothing|functional"')}${frame('one', 'data-consent="functional__youtube"')}
      <p>Below</p></main>`,
  });
  await expect(card(page, 'a').getByRole('region', { name: 'Film a' })).toContainText(
    'If you load this content, your browser connects to YouTube (Google).',
  );
  await expect(card(page, 'a').getByRole('link', { name: 'Privacy policy of YouTube' })).toHaveAttribute(
    'href',
    /^https:/,
  );
  await expect(always(card(page, 'a'))).toHaveText('Always allow: Marketing');
  await expect(card(page, 'map').locator('.card')).toContainText('Google Maps');
  await expect(card(page, 'own').locator('.card')).toContainText('Our maps (Maps Ltd)');
  await expect(card(page, 'unknown').locator('.card')).toContainText('connects to video.example.');
  await expect(always(card(page, 'unknown'))).toHaveText('Always allow: Functional, Marketing');
  await expect(card(page, 'unknown').locator('a')).toHaveCount(0);
  expect(server.requests('/poster.svg')).toHaveLength(1);
  await expect(once(card(page, 'inside'))).toBeVisible();
  await expect(once(card(page, 'pixel'))).toBeHidden();
  // A link that would lead nowhere is left out. Otherwise it replaces the page, and no page in whose frame that lies.
  await expect(once(card(page, 'scripts'))).toBeVisible();
  await expect(card(page, 'scripts').locator('a')).toHaveCount(0);
  await expect(card(page, 'leads').locator('a')).toHaveAttribute('target', '_parent');
  // Owners write `about:blank` where a validator wants an address, and a slip in the poster's takes nothing else away.
  await expect(once(card(page, 'blank'))).toBeVisible();
  await expect(always(card(page, 'any'))).toHaveText('Always allow: Functional');
  await expect(always(card(page, 'one'))).toHaveText('Always allow: YouTube');
  for (const id of ['none', 'sandbox']) await expect(card(page, id).locator('body > *')).toHaveCount(0);
  await settle(page);
  expect(away(server)).toEqual([]);

  const places = () =>
    page.evaluate(() => [...document.querySelectorAll('main > *')].map((each) => each.getBoundingClientRect().top));
  const before = await places();
  await once(card(page, 'a')).click();
  await expect(card(page, 'a').getByText('This is film 1.')).toBeVisible();
  await settle(page);
  expect(await places()).toEqual(before);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toBe(0);
});

test('"Load once" loads this one frame, stores nothing, and ends with the next answer or another address', async ({
  page,
  server,
  visit,
}) => {
  // The visitor's own click counts, whatever the browser asks for in general.
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await visit({ attributes: ATTRIBUTES, body: `<main>${film('a')}${film('b')}</main>` });
  await seen(page).reject.click();
  const record = await storedText(page);
  // Global Privacy Control keeps the category off, so there is nothing to allow for good.
  await expect(once(card(page, 'a'))).toBeVisible();
  await expect(always(card(page, 'a'))).toHaveCount(0);
  await once(card(page, 'a')).press('Enter');
  await expect(card(page, 'a').getByText('This is film 1.')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('a');
  expect(await loaded(page)).toEqual(['a']);
  expect([await storedText(page), (await consent(page)).granted.marketing]).toEqual([record, false]);
  // An answer about something else leaves it, and so does a look at the page.
  await page.evaluate(() => window.askfirst.decide({ functional: true }));
  await expect.poll(async () => (await consent(page)).granted.functional).toBe(true);
  await settle(page);
  expect(await loaded(page)).toEqual(['a']);

  // A framework makes another frame of it, or code of the page does.
  for (const [id, name] of [
    ['a', 'data-src'],
    ['b', 'src'],
  ] as const) {
    if (id === 'b') await once(card(page, id)).click();
    await expect(card(page, id).getByText('This is film 1.')).toBeVisible();
    await page.evaluate(
      ([which, attribute]) =>
        document.getElementById(which)?.setAttribute(attribute, 'https://www.youtube-nocookie.com/embed/2'),
      [id, name] as const,
    );
    await expect(once(card(page, id))).toBeVisible();
  }
  expect(server.requests('embed/2')).toEqual([]);

  await once(card(page, 'a')).click();
  await expect(card(page, 'a').getByText('This is film 2.')).toBeVisible();
  // A copy waits, and so does the page when it is opened again.
  await page.evaluate(() => {
    const copy = document.getElementById('a')?.cloneNode() as HTMLElement;
    copy.id = 'copy';
    document.querySelector('main')?.append(copy);
  });
  await expect(once(card(page, 'copy'))).toBeVisible();
  expect(server.requests('embed/2')).toHaveLength(1);
  await page.reload();
  await expect(once(card(page, 'a'))).toBeVisible();
  await settle(page);
  expect(await loaded(page)).toEqual([]);
});

test('"Always allow" records a yes to this category, and a withdrawal brings each card back', async ({
  page,
  server,
  visit,
}) => {
  const map = frame('map', 'data-consent="functional"', 'https://www.google.com/maps/embed');
  await visit({ attributes: ATTRIBUTES, body: `<main>${film('a')}${film('b')}${map}</main>` });
  await always(card(page, 'b')).click();
  for (const id of ['a', 'b']) await expect(card(page, id).getByText('This is film 1.')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('b');
  const { method, locale, choices } = await stored(page);
  expect([method, locale, Object.keys(choices), choices.marketing?.granted]).toEqual([
    'embed',
    'en',
    ['marketing'],
    true,
  ]);
  await expect(once(card(page, 'map'))).toBeVisible();
  await expect(seen(page).banner).toBeVisible();

  await page.evaluate(() => window.askfirst.withdraw());
  for (const id of ['a', 'b', 'map']) await expect(once(card(page, id))).toHaveCount(1);
  expect(await loaded(page)).toEqual([]);
  // Loaded once, then refused again, which is an answer.
  await once(card(page, 'a')).click();
  await expect(card(page, 'a').getByText('This is film 1.')).toBeVisible();
  await page.evaluate(() => window.askfirst.rejectAll());
  await expect(once(card(page, 'a'))).toBeVisible();
  expect(away(server)).toHaveLength(3);

  // A router swaps the body, and moves a frame into the next one.
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.append(
      document.getElementById('a') as HTMLElement,
      ...(document.getElementById('b') as HTMLElement).cloneNode(true).childNodes,
    );
    const next = document.getElementById('b')?.cloneNode() as HTMLElement;
    next.id = 'next';
    body.append(next);
    document.body.replaceWith(body);
  });
  for (const id of ['a', 'next']) await expect(once(card(page, id))).toHaveCount(1);
  await settle(page);
  expect(away(server)).toHaveLength(3);
});

test('the card is accessible, in the theme of the page, in both schemes, and as small as a thumbnail', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const sizes = [
    [320, 180],
    [300, 152],
    [300, 80],
    [160, 90],
  ] as const;
  const films = sizes.map(([width, height]) => film(`f${height}`, `width="${width}" height="${height}"`));
  const open = (lang: string) =>
    visit({
      lang,
      attributes: `${ATTRIBUTES} data-layout="modal"`,
      config: { ui: { layout: 'none' } },
      head: '<style>:root { color-scheme: light dark; --askfirst-accent: #004f9e; --askfirst-on-accent: #fff } html.new { --askfirst-accent: #700 } iframe { border: 0 } body { margin: 0 }</style>',
      body: `<main><h1>Films</h1>${films.join('')}</main>`,
    });
  for (const lang of ['de', 'ar']) {
    await open(lang);
    for (const [, height] of sizes) {
      const inside = card(page, `f${height}`);
      await expect(once(inside)).toBeInViewport({ ratio: 1 });
      const html = inside.locator('html');
      expect(await html.getAttribute('lang')).toBe(lang);
      expect(await html.getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
      const spill = await inside
        .locator('body')
        .evaluate((body) => [body.scrollWidth - body.clientWidth, body.scrollHeight - body.clientHeight]);
      expect(spill, `${lang} in ${height} pixels`).toEqual([0, 0]);
    }
    // With what is in the frames.
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axe(page, 'main')).toEqual([]);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const each of page.frames().slice(1)) {
        expect(await axe(each, '.card', scheme === 'dark' ? COLOURS : undefined)).toEqual([]);
        const surface = await each.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(surface === 'rgb(255, 255, 255)').toBe(scheme === 'light');
      }
    }
  }
  await expect(once(card(page, 'f180'))).toHaveCSS('background-color', 'rgb(0, 79, 158)');
  await page.evaluate(() => document.documentElement.classList.add('new'));
  await expect(once(card(page, 'f180'))).toHaveCSS('background-color', 'rgb(119, 0, 0)');
  // Pages write a style to the root with each step of a scroll: no card looks each time.
  const { looks, most } = await page.evaluate(async (cards) => {
    const original = window.getComputedStyle;
    let count = 0;
    window.getComputedStyle = (...about) => {
      count += 1;
      return original(...about);
    };
    const start = performance.now();
    for (let step = 0; step < 20; step++) {
      document.documentElement.style.setProperty('--step', String(step));
      await new Promise((done) => setTimeout(done));
    }
    window.getComputedStyle = original;
    return { looks: count, most: cards * (1 + (performance.now() - start) / 100) };
  }, sizes.length);
  expect(looks).toBeLessThanOrEqual(most);
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'fr'));
  await expect(once(card(page, 'f180'))).toHaveText('Charger une fois');
});

test('a strict policy with Trusted Types is kept, and an option leaves all frames empty', async ({
  page,
  visit,
  said,
}) => {
  const headers = {
    'content-security-policy': `script-src 'nonce-bm9uY2U' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; frame-src https://www.youtube-nocookie.com; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types askfirst`,
  };
  const parts = {
    nonce: 'bm9uY2U',
    attributes: ATTRIBUTES,
    body: `<main>${film('a', 'data-poster-src="/poster.svg"')}</main>`,
  };
  await visit(parts, '/', headers);
  await expect(once(card(page, 'a'))).toHaveCSS('font-weight', '600');
  await once(card(page, 'a')).click();
  await expect(card(page, 'a').getByText('This is film 1.')).toBeVisible();
  expect([said.violations, said.messages]).toEqual([[], []]);

  await visit({ ...parts, config: { ui: { placeholder: 'none' } } }, '/none/', headers);
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  await expect(card(page, 'a').locator('body > *')).toHaveCount(0);
});

test('React takes over its markup, patches one frame into another, and notices nothing', async ({
  page,
  server,
  said,
}) => {
  const code = `
    import { useEffect, useState } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    import { siteConsent } from './react-page.ts';
    const consent = siteConsent();
    window.consents = [consent];
    window.stopConsent = consent.start();
    function App() {
      const [film, setFilm] = useState(1);
      window.setFilm = setFilm;
      return film ? <main><iframe id="a" suppressHydrationWarning data-consent="marketing" title="Film a" data-src={'https://www.youtube-nocookie.com/embed/' + film}></iframe></main> : <p>No film</p>;
    }
    setTimeout(() => hydrateRoot(document.getElementById('root'), <App />, { onRecoverableError: (error) => console.error(String(error)) }), 1500);`;
  // The gate marks a frame that waits as lazy, which React mentions otherwise.
  const markup = `<div id="root"><main><iframe id="a" data-consent="marketing" title="Film a" data-src="${FILM}"></iframe></main></div>`;
  server.page('/', appPage(await app(server, code, 'development'), markup));
  await page.goto(SITE);
  // Drawn before React comes.
  await expect(once(card(page, 'a'))).toBeVisible();
  await page.waitForFunction(() => Reflect.has(window, 'setFilm'));
  const go = (to: number) => page.evaluate((next) => Reflect.get(window, 'setFilm')(next), to);
  await once(card(page, 'a')).click();
  await expect(card(page, 'a').getByText('This is film 1.')).toBeVisible();
  await go(2);
  await expect(once(card(page, 'a'))).toBeVisible();
  await go(0);
  await expect(page.getByText('No film')).toBeVisible();
  await go(1);
  await always(card(page, 'a')).click();
  await expect(card(page, 'a').getByText('This is film 1.')).toBeVisible();
  expect(away(server)).toEqual(['/embed/1', '/embed/1']);
  expect(said.messages).toEqual([]);
  await page.evaluate(() => window.consents[0]?.withdraw());
  await expect(once(card(page, 'a'))).toBeVisible();
  // Stopping leaves nothing behind.
  await page.evaluate(() => window.stopConsent());
  await expect(card(page, 'a').locator('body > *')).toHaveCount(0);
});
