import { containerWithTemplate } from '../harness/gtm-template.js';
import { seen } from '../harness/interface.js';
import { commands, dataLayer, decide, ran } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

const CONTAINER = 'www.googletagmanager.com/gtm.js';
/** Two tags of the container, each with the consent that it requires. */
const TAGS = `<script>window.gtmTags = [
  { needs: ['analytics_storage'], src: 'https://tags.example.net/analytics.js' },
  { needs: ['ad_storage', 'ad_user_data'], src: 'https://tags.example.net/marketing.js' },
]</script>`;

type Granted = Record<string, boolean>;
const grantsIn = (consent: unknown) => {
  const { analytics, marketing } = (consent as { granted: Granted } | undefined)?.granted ?? {};
  return { analytics, marketing };
};
/** What the events for triggers say of consent, and of consent before, in their order. */
const events = async (page: Page) =>
  (await dataLayer(page)).flatMap(({ object }) =>
    object?.event === 'consent_update' ? [{ now: grantsIn(object.consent), before: grantsIn(object.before) }] : [],
  );
const NONE = { analytics: undefined, marketing: undefined };

test('the template loads Askfirst from the container, denies first, and tells each choice', async ({
  page,
  server,
}) => {
  server.reply(`https://${CONTAINER}`, {
    type: 'text/javascript',
    body: containerWithTemplate({
      folder: `${SITE}/askfirst/`,
      categories: 'analytics marketing',
      policyUrl: '/privacy/',
      attributes: [{ name: 'data-region', value: 'DE' }],
      json: JSON.stringify({ controller: { name: 'Container Ltd' } }),
    }),
  });
  server.page(
    '/',
    `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">${TAGS}
    <script>dataLayer = [{ event: 'gtm.js', 'gtm.start': 1 }];</script>
    <script async src="https://${CONTAINER}?id=GTM-TEST1"></script>
    <script type="text/plain" data-consent="marketing" src="https://tags.example.net/held.js"></script>
    <main><h1>A page of a shop</h1></main></html>`,
  );
  await page.goto(SITE);
  await expect(seen(page).banner).toContainText('Container Ltd');
  expect(await page.evaluate(() => [window.heard, window.gtmTriggers])).toEqual([
    ['success'],
    [{ event: 'gtm.js', analytics: 'denied' }],
  ]);
  expect([await ran(page), await events(page)]).toEqual([[], []]);

  await decide(page, { marketing: true, analytics: false });
  await expect.poll(async () => (await ran(page)).sort()).toEqual(['/held.js', '/marketing.js']);
  const marketing = { analytics: false, marketing: true };
  expect(await events(page)).toEqual([{ now: marketing, before: NONE }]);

  await page.reload();
  await expect.poll(async () => (await ran(page)).sort()).toEqual(['/held.js', '/marketing.js']);
  await decide(page, { marketing: false, analytics: true });
  await expect.poll(async () => (await ran(page)).sort()).toEqual(['/analytics.js', '/held.js', '/marketing.js']);
  const analytics = { analytics: true, marketing: false };
  expect(await events(page)).toEqual([
    { now: marketing, before: NONE },
    { now: analytics, before: marketing },
  ]);
  expect(await commands(page, 'consent')).toEqual([]);
});
