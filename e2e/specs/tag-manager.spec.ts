import { containerWithTemplate } from '../harness/gtm-template.js';
import { seen } from '../harness/interface.js';
import { commands, dataLayer, decide, ran, settle } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

const CONTAINER = 'www.googletagmanager.com/gtm.js';
/** Two tags of the container, each with the consent that it requires. */
const TAGS = `<script>window.gtmTags = [
  { needs: ['analytics_storage'], src: 'https://tags.example.net/analytics.js' },
  { needs: ['ad_storage', 'ad_user_data'], src: 'https://tags.example.net/marketing.js' },
]</script>`;
const ANY_OF_BOTH = {
  attributes: '',
  config: { services: [{ gtm: 'GTM-TEST1', category: ['analytics', 'marketing'] }] },
  head: TAGS,
};
const BOTH = ['analytics', 'marketing'] as const;

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

for (const [wanted, other] of [BOTH, [...BOTH].reverse() as unknown as typeof BOTH])
  test(`a container for any of two categories, with ${wanted} alone: loads once, and only the tags of ${wanted} fire`, async ({
    page,
    visit,
    server,
  }) => {
    await visit(ANY_OF_BOTH);
    await seen(page).banner.waitFor();
    await decide(page, { [wanted]: true, [other]: false });
    await expect.poll(() => ran(page)).toEqual([`/${wanted}.js`]);
    await settle(page);
    expect(await ran(page)).toEqual([`/${wanted}.js`]);
    const one = { [wanted]: true, [other]: false };
    expect(await events(page)).toEqual([{ now: one, before: NONE }]);

    await decide(page, { [other]: true });
    await expect.poll(() => ran(page)).toEqual([`/${wanted}.js`, `/${other}.js`]);
    await decide(page, { [wanted]: false });
    const both = { analytics: true, marketing: true };
    expect((await events(page)).slice(1)).toEqual([
      { now: both, before: one },
      { now: { [wanted]: false, [other]: true }, before: both },
    ]);
    expect(server.requests(CONTAINER)).toEqual([`${CONTAINER}?id=GTM-TEST1`]);
  });

test('a container for any of two categories, both refused: is not requested, and both are asked about', async ({
  page,
  visit,
  server,
}) => {
  await visit(ANY_OF_BOTH);
  await seen(page).reject.click();
  await settle(page);
  expect(await page.evaluate(() => Object.keys(window.askfirst.record()?.choices ?? {}).sort())).toEqual([...BOTH]);
  await page.reload();
  await settle(page);
  expect(server.requests(/googletagmanager|tags\.example/)).toEqual([]);
  await decide(page, { marketing: true });
  await expect.poll(() => server.requests(CONTAINER).length).toBe(1);
});

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
