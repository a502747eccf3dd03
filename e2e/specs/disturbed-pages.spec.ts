import fc from 'fast-check';
import { html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, settle, storedText } from '../harness/probe.js';
import { listen, problems } from '../harness/reports.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Pages that show themselves late, change their language, move what we fill, lie in frames, or fight. */

const CATEGORIES = 'data-categories="analytics marketing"';
const SETTINGS = '<button type="button" id="settings" data-consent-open>Privacy settings</button>';
const BODY = `<main><h1>Shop</h1>${SETTINGS}</main>`;

test.beforeEach(async ({ page, said }) => {
  void said;
  await listen(page);
});
const codes = async (page: Page) => (await problems(page)).flatMap((problem) => problem.codes);

for (const layout of ['bar', 'modal'])
  test(`a page and a frame that show themselves late have their question, as a ${layout}; nobody is blamed`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page, server }) => {
    const late = html({
      attributes: `${CATEGORIES} data-layout="${layout}"`,
      head: '<style id="guard">body { display: none }</style>',
      body: BODY,
    });
    server.page('/late/', late);
    await page.goto(`${SITE}/late/`);
    await expect(seen(page).host).toHaveCount(1);
    await settle(page, 2500);
    await page.evaluate(() => document.querySelector('#guard')?.remove());
    await expect(seen(page).banner).toBeVisible();
    await settle(page, 1300);
    expect(await codes(page)).toEqual([]);
    await seen(page).reject.click();
    await expect(seen(page).banner).toHaveCount(0);

    await page.evaluate(() => localStorage.clear());
    server.page('/inner/', html({ attributes: CATEGORIES, body: BODY }));
    server.page('/', '<iframe src="/inner/" title="Shop" width="900" height="600" style="display:none"></iframe>');
    await page.goto(`${SITE}/`);
    await settle(page, 1800);
    await page.evaluate(() => document.querySelector('iframe')?.removeAttribute('style'));
    await expect(page.frameLocator('iframe').locator('askfirst-ui [part~="banner"]')).toBeVisible();
  });

test('styles that hide the interface for a while: said, the page stays usable, and the question is back with it', async ({
  page,
  visit,
}) => {
  // As a filter list does: what the page says loses against it.
  await page.addInitScript(() => {
    const style = document.createElement('style');
    style.textContent = ':host(askfirst-ui:not(#none)) { display: none !important }';
    const hide = new MutationObserver(() => document.querySelector('askfirst-ui')?.shadowRoot?.prepend(style));
    hide.observe(document, { childList: true, subtree: true });
    window.unhide = () => {
      hide.disconnect();
      style.remove();
    };
  });
  for (const layout of ['bar', 'modal']) {
    await visit({
      attributes: `${CATEGORIES} data-layout="${layout}"`,
      body: `${BODY}<button id="work" onclick="this.textContent = 'works'">Work</button>`,
    });
    await expect.poll(() => codes(page)).toEqual(['hidden']);
    await page.locator('#work').click();
    await expect(page.locator('#work')).toHaveText('works');
    // Asked for by the visitor: it is shown all the same.
    await page.locator('#settings').click();
    const dialog = page.locator('consent-dialog dialog');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect((await consent(page)).granted.analytics).toBe(false);
    await page.evaluate(() => window.unhide());
    await expect(seen(page).banner).toBeVisible();
    await seen(page).accept.click();
    await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
    await page.evaluate(() => localStorage.clear());
  }
});

test('an extension that takes the interface out each time wins, without a fight; the preferences open and can be saved', async ({
  page,
  visit,
}) => {
  await page.addInitScript(() => {
    window.removals = 0;
    new MutationObserver(() => {
      for (const host of document.querySelectorAll('askfirst-ui')) {
        window.removals += 1;
        host.remove();
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await visit({ attributes: CATEGORIES, body: BODY });
  await settle(page, 3000);
  expect(await page.evaluate(() => window.removals)).toBeGreaterThan(2);
  expect(await page.evaluate(() => window.removals)).toBeLessThan(16);
  await page.locator('#settings').click();
  const dialog = page.locator('consent-dialog dialog');
  await expect(dialog).toBeVisible();
  await dialog.locator('input[name="analytics"]').click();
  await dialog.locator('[part~="save"]').click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await consent(page)).granted).toMatchObject({ analytics: true, marketing: false });
});

test('the wheel scrolls the preferences, never the page behind, also with a script that smooths scrolling', async ({
  page,
  visit,
}) => {
  const smooth = `<script>for (const type of ['wheel', 'touchmove']) addEventListener(type, (event) => { event.preventDefault(); scrollBy(0, event.deltaY); }, { passive: false });</script>`;
  await page.setViewportSize({ width: 700, height: 420 });
  await visit({
    head: smooth,
    attributes: 'data-categories="analytics marketing functional one two three four five"',
    body: `${BODY}${'<p>Text</p>'.repeat(200)}`,
  });
  await page.mouse.move(300, 50);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY), 'the script smooths the page').toBe(200);
  await seen(page).choose.click();
  await expect(seen(page).dialog).toBeVisible();
  await page.mouse.move(350, 200);
  await page.mouse.wheel(0, 150);
  const scrolled = () =>
    seen(page).dialog.evaluate((dialog) =>
      Math.max(...[...dialog.querySelectorAll('*')].map((each) => each.scrollTop)),
    );
  await expect.poll(scrolled).toBeGreaterThan(50);
  expect(await page.evaluate(() => scrollY)).toBe(200);
});

test('words that a translator has wrapped answer as their button does, in every place', async ({ page, visit }) => {
  const translate = (selector: string) =>
    page.evaluate((wanted) => {
      const root = document.querySelector('askfirst-ui')?.shadowRoot;
      for (const button of root?.querySelectorAll(wanted) ?? []) {
        const font = document.createElement('font');
        font.append(document.createElement('font'));
        font.firstElementChild?.append(...button.childNodes);
        button.append(font);
      }
    }, selector);
  await visit({ attributes: `${CATEGORIES} data-layout="modal"`, body: BODY });
  await expect(seen(page).banner).toBeVisible();
  await translate('button');
  await seen(page).choose.locator('font font').click();
  await expect(seen(page).dialog).toBeVisible();
  await translate('dialog[part=dialog] button');
  await seen(page).close.locator('font font').click();
  await expect(seen(page).dialog).toHaveCount(0);
  await seen(page).choose.locator('font font').click();
  await expect(seen(page).dialog).toBeVisible();
  await translate('dialog[part=dialog] button');
  await seen(page).toggle('marketing').click();
  await seen(page).save.locator('font font').click();
  await expect.poll(async () => (await consent(page)).granted).toMatchObject({ analytics: false, marketing: true });
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(seen(page).banner).toBeVisible();
  await translate('button');
  await seen(page).reject.locator('font font').click();
  await expect(seen(page).banner).toHaveCount(0);
});

test('an app that changes its language changes ours: question, preferences with their switches, inline control, record', async ({
  page,
  visit,
}) => {
  await visit({ attributes: CATEGORIES, body: `${BODY}<consent-preferences></consent-preferences>` });
  const speak = (lang: string) => page.evaluate((to) => document.documentElement.setAttribute('lang', to), lang);
  await expect(seen(page).inline).toContainText('Analytics');
  await speak('de');
  await expect(seen(page).reject).toHaveText('Alle ablehnen');
  await expect(seen(page).inline).toHaveAttribute('lang', 'de');
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).choose.click();
  await seen(page).toggle('marketing').click();
  await speak('fr');
  await expect(seen(page).host).toHaveAttribute('lang', 'fr');
  await expect(seen(page).dialog).toHaveCount(1);
  await expect(seen(page).toggle('marketing')).toBeChecked();
  await expect(seen(page).toggle('analytics')).not.toBeChecked();
  // One that we do not have: in English, as on a page that has had it from the start.
  await speak('xx');
  await expect(seen(page).host).toHaveAttribute('lang', 'en');
  await speak('fr');
  await expect(seen(page).host).toHaveAttribute('lang', 'fr');
  await seen(page).save.click();
  await expect.poll(async () => JSON.parse((await storedText(page)) ?? '{}').locale).toBe('fr');
});

test('<consent-preferences> moved, taken out and put back at any moment is filled where it ends, once', async ({
  page,
  visit,
}) => {
  await page.route('**/askfirst-details.js*', async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await visit({
    attributes: CATEGORIES,
    body: `${BODY}<section id="a"><consent-preferences></consent-preferences></section><section id="b"></section>
      <script>customElements.whenDefined('consent-preferences').then(() => b.append(a.firstChild))</script>`,
  });
  await expect(seen(page).inlineToggle('analytics')).toBeVisible();
  await settle(page);
  await expect(seen(page).inlineToggle('analytics')).toBeVisible();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'out'), fc.constantFrom(0, 1, 30)), { minLength: 1, maxLength: 5 }),
      async (moves) => {
        const switches = await page.evaluate(async (steps) => {
          const element = document.createElement('consent-preferences');
          for (const [place, ms] of steps) {
            if (place === 'out') element.remove();
            else document.getElementById(place)?.append(element);
            if (ms) await new Promise((done) => setTimeout(done, ms));
          }
          await new Promise((done) => setTimeout(done, 80));
          const { isConnected } = element;
          const count = element.shadowRoot?.querySelectorAll('input').length ?? 0;
          element.remove();
          return [isConnected, count];
        }, moves);
        expect(switches).toEqual(switches[0] ? [true, 2] : [false, 0]);
      },
    ),
    { numRuns: 25, seed: 2026 },
  );
});

test('a page and a frame of the same site ask one question; its answer reaches both, from either side', async ({
  page,
  server,
}) => {
  server.page('/inner/', html({ attributes: CATEGORIES, body: BODY }));
  server.page(
    '/',
    html({ attributes: CATEGORIES, body: '<iframe src="/inner/" title="Shop" width="900" height="500"></iframe>' }),
  );
  const frame = page.frameLocator('iframe');
  const inner = frame.locator('askfirst-ui [part~="banner"]');
  const grantedInside = () => frame.locator('body').evaluate(() => window.askfirst?.$consent?.get().granted.analytics);
  for (const answer of ['accept', 'reject'] as const) {
    await page.goto(`${SITE}/`);
    await expect(seen(page).banner).toBeVisible();
    await expect(frame.locator('askfirst-ui')).toHaveCount(1);
    await settle(page, 600);
    await expect(inner).toHaveCount(0);
    await seen(page)[answer].click();
    await expect.poll(grantedInside).toBe(answer === 'accept');
    await settle(page, 800);
    await expect(inner).toHaveCount(0);
    await page.evaluate(() => localStorage.clear());
  }
  await page.goto(`${SITE}/`);
  await frame.locator('#settings').click();
  await frame.locator('dialog [part~="accept"]').click();
  await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
  await expect(seen(page).banner).toHaveCount(0);
  // A frame of a site that asks nothing around it asks by itself.
  await page.evaluate(() => localStorage.clear());
  server.page('/bare/', '<iframe src="/inner/" title="Shop" width="900" height="500"></iframe>');
  await page.goto(`${SITE}/bare/`);
  await expect(inner).toBeVisible();
});

test('in a sandboxed frame, with Global Privacy Control, nothing throws and the rest is asked', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const config = {
    services: [
      {
        id: 'ads',
        name: 'Ads',
        provider: 'Ads Ltd',
        category: 'marketing',
        stores: [{ name: '_ads*', kind: 'cookie', lifetime: [1, 'year'] }],
      },
    ],
  };
  server.page('/framed/', html({ attributes: 'data-ga4="G-TEST1"', config, body: BODY }));
  server.page('/', '<iframe sandbox="allow-scripts" src="/framed/" width="900" height="600" title="Shop"></iframe>');
  await page.goto(`${SITE}/`);
  const banner = page.frameLocator('iframe').locator('askfirst-ui [part~="banner"]');
  await banner.locator('[part~="reject"]').click();
  await expect(banner).toHaveCount(0);
  await settle(page);
});

test('where the interface did not load, the plain question stays on every view, and never comes back from a cache', async ({
  page,
  visit,
}) => {
  await page.route('**/askfirst-ui.js*', (route) => route.abort('blockedbyclient'));
  await visit({ attributes: CATEGORIES, body: BODY });
  const no = page.getByRole('button', { name: /^(reject|decline)/i });
  await expect(no).toBeVisible();
  for (let view = 0; view < 3; view++) {
    await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)));
    await expect(no).toHaveCount(1);
  }
  const cached = await page.evaluateHandle(() => document.body.cloneNode(true) as HTMLElement);
  await no.click();
  await expect(no).toHaveCount(0);
  await page.evaluate((body) => document.body.replaceWith(body), cached);
  await settle(page);
  await expect(no).toHaveCount(0);
});

declare global {
  interface Window {
    /** Ends what the filter list does. */
    unhide: () => void;
    /** How often the extension has taken the interface out. */
    removals: number;
  }
}
