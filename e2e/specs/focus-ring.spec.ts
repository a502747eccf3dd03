import { app } from '../harness/app.js';
import { html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { rings } from '../harness/ring.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Ways to look at one page. The owner's theme is as far from the browser's colours as a theme gets. */
const LOOKS: Record<string, { media?: Parameters<Page['emulateMedia']>[0]; theme?: boolean }> = {
  light: { media: { colorScheme: 'light' } },
  dark: { media: { colorScheme: 'dark' } },
  "the owner's theme": { theme: true },
  'forced colours': { media: { forcedColors: 'active' } },
  "forced colours over the owner's theme": { media: { forcedColors: 'active', colorScheme: 'dark' }, theme: true },
};
const THEME = `:root { color-scheme: light dark; font-family: sans-serif }
  .themed { --askfirst-surface: #102a43; --askfirst-text: #f0f4f8; --askfirst-accent: #f7c948; --askfirst-on-accent: #102a43 }`;

const page = (layout: string) => ({
  attributes: `data-ga4="G-TEST1" data-categories="functional" data-controller="Shop" data-policy-url="/privacy/" data-layout="${layout}"`,
  head: `<style>${THEME}</style>`,
  body: '<main><h1>A page</h1><consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>',
});

/** The same surface in all looks: what has no ring that can be seen, and how many things took the focus. */
async function unseen(tab: Page, hosts: string[], start: () => Promise<void>) {
  const weak: Record<string, unknown> = {};
  let count = 0;
  for (const [name, { media, theme }] of Object.entries(LOOKS)) {
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    await tab.evaluate((themed) => document.documentElement.classList.toggle('themed', themed), !!theme);
    await start();
    const found = await rings(tab, hosts);
    count = found.length;
    const bad = found.filter(({ weakest }) => weakest < 0.9);
    if (bad.length) weak[name] = bad;
  }
  return { weak, count };
}

/** The next Tab goes to the first thing there is. */
const fromTheStart = (tab: Page) => () =>
  tab.evaluate(() => {
    getSelection()?.collapse(document.body, 0);
  });

for (const layout of ['bar', 'card', 'modal']) {
  test(`${layout}: whoever uses the keyboard sees what has the focus, in every scheme, theme and in forced colours`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page: tab, visit }) => {
    test.setTimeout(120_000);
    await tab.setViewportSize({ width: 900, height: 800 });
    await visit(page(layout));
    await expect(seen(tab).banner).toBeVisible();
    await settle(tab, 150);
    expect(await unseen(tab, ['askfirst-ui'], fromTheStart(tab))).toEqual({ weak: {}, count: 4 });
  });
}

test('in the preferences, with all details open, the focus can be seen on everything', async ({ page: tab, visit }) => {
  test.setTimeout(180_000);
  await tab.setViewportSize({ width: 500, height: 800 });
  await visit(page('bar'));
  await seen(tab).choose.click();
  await expect(seen(tab).dialog).toBeVisible();
  await seen(tab)
    .dialog.locator('details')
    .evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
  const start = () => seen(tab).dialog.evaluate((dialog) => dialog.querySelector('h2')?.focus());
  // Close, three summaries, a policy, two switches, Save, Reject, Accept.
  expect(await unseen(tab, ['askfirst-ui'], start)).toEqual({ weak: {}, count: 10 });
});

test('in the text of a page, the focus can be seen on each switch and link', async ({ page: tab, visit }) => {
  test.setTimeout(120_000);
  await visit(page('bar'));
  await seen(tab).reject.click();
  await expect(seen(tab).inlineToggle('analytics')).toBeVisible();
  await expect(tab.locator('consent-declaration a')).toBeVisible();
  // What says that the choice was saved goes by itself.
  await seen(tab)
    .host.locator('[part=status]')
    .evaluate((status) => status.remove());
  expect(await unseen(tab, ['consent-preferences', 'consent-declaration'], fromTheStart(tab))).toEqual({
    weak: {},
    count: 3,
  });
});

test('in the dialog about a new policy, the focus can be seen on link and answers', async ({ page: tab, server }) => {
  test.setTimeout(120_000);
  const versions = [{ version: '1.0', publishedAt: '2025-01-01', effectiveAt: '2025-01-01', url: '/privacy/1.0' }];
  const src = await app(
    server,
    `import { policyAcceptance } from 'askfirst/acceptance';
     policyAcceptance(${JSON.stringify({ versions })}).prompt('ann');`,
  );
  const head = `<style>${THEME}</style><script type="module" src="${src}"></script>`;
  server.page('/', html({ head }).replace(/<script src="\/askfirst[^>]*><\/script>/, ''));
  await tab.goto(SITE);
  const dialog = tab.locator('askfirst-acceptance dialog');
  await expect(dialog).toBeVisible();
  const start = () => dialog.evaluate((element) => element.querySelector('h2')?.focus());
  expect(await unseen(tab, ['askfirst-acceptance'], start)).toEqual({ weak: {}, count: 3 });
});
