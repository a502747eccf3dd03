import { readFileSync } from 'node:fs';
import { seen } from '../harness/interface.js';
import { consent, dataLayer, googleHost, settle } from '../harness/probe.js';
import { expectAsked, heldFile } from '../harness/tags.js';
import { expect, test } from '../harness/test.js';

/** Within a category a visitor may refuse or allow single services, where the owner offers it. */

const hotjar = { id: 'hotjar', category: 'analytics' };
const SITE = {
  attributes: 'data-ga4="G-TEST1" data-controller="Shop Example Ltd" data-policy-url="/privacy/"',
  config: { services: [hotjar], perService: ['analytics'] },
  head: heldFile('heat.js', '', 'analytics__hotjar') + heldFile('all.js'),
  body: '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button><consent-preferences></consent-preferences></main>',
};

test('a no to one service: the other runs, the page loads what it was allowed, and a new service stays off until asked', async ({
  page,
  visit,
  server,
  said,
}) => {
  const early = `<script>handed = []; for (const id of ['ga4', 'hotjar']) askfirst.queue('analytics__' + id, () => handed.push(id));</script>`;
  await visit({ ...SITE, body: SITE.body + early });
  const { banner, dialog, choose, save } = seen(page);
  await expect(banner).toContainText('2');
  await choose.click();
  await dialog.locator('summary').last().click();
  const of = (name: string) => dialog.getByRole('switch', { name, exact: true });
  await expect(of('Hotjar')).not.toBeChecked();
  // The switch of a category is that of all its services, and is on while all are.
  await of('Analytics').check();
  await expect(of('Hotjar')).toBeChecked();
  await of('Hotjar').press('Space');
  await expect(of('Analytics')).not.toBeChecked();
  await expect(of('Google Analytics 4')).toBeChecked();
  expect(server.requests(googleHost)).toEqual([]);
  await save.click();
  await expect.poll(() => server.requests('gtag/js').length).toBe(1);
  await expectAsked(page, server, []);
  const granted = { analytics: false, analytics__ga4: true, analytics__hotjar: false };
  expect((await consent(page)).granted).toMatchObject(granted);
  // What was queued for a service before anybody knew of it.
  expect(await page.evaluate(() => Reflect.get(window, 'handed'))).toEqual(['ga4']);
  const told = async () =>
    (await dataLayer(page)).flatMap(({ command }) => (command?.[1] === 'update' ? [command[2]] : []));
  expect((await told()).at(-1)).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' });

  await page.reload();
  await expect.poll(async () => (await consent(page)).granted).toMatchObject(granted);
  await expect.poll(() => server.requests('gtag/js').length).toBe(2);
  await expect(banner).toHaveCount(0);

  // In the page the switch acts at once.
  const inline = page.locator('consent-preferences');
  await inline.getByRole('switch', { name: 'Hotjar' }).check();
  await expectAsked(page, server, ['all.js', 'heat.js']);
  expect((await consent(page)).granted).toMatchObject({ analytics: true, analytics__hotjar: true });
  await page.evaluate(() => void (document.cookie = '_hjSessionUser_1=a; path=/'));
  await inline.getByRole('switch', { name: 'Hotjar' }).uncheck();
  await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain('_hj');
  expect((await consent(page)).granted).toMatchObject(granted);

  await visit({ ...SITE, config: { ...SITE.config, services: [hotjar, { id: 'mixpanel', category: 'analytics' }] } });
  await expect(banner).toBeVisible();
  expect((await consent(page)).granted).toMatchObject({ ...granted, analytics__mixpanel: false });
  await settle(page);
  expect(said.messages).toEqual([]);
});

test('a yes to the only service with a switch of its own is none to a container beside it', async ({
  page,
  visit,
  server,
  said,
}) => {
  const container = { gtm: 'GTM-TEST1', category: ['analytics', 'marketing'] };
  await visit({ ...SITE, attributes: '', config: { services: [hotjar, container], perService: ['analytics'] } });
  const { banner, dialog, choose, save } = seen(page);
  await expect(banner).toContainText('2');
  await page.evaluate(() => window.askfirst.decide({ analytics__hotjar: true } as never));
  await expectAsked(page, server, ['heat.js']);
  expect((await consent(page)).due).toEqual(['analytics', 'marketing']);
  await choose.click();
  await dialog.locator('summary').nth(1).click();
  for (const on of [false, true]) await dialog.getByRole('switch', { name: 'Hotjar', exact: true }).setChecked(on);
  await expect(dialog.getByRole('switch', { name: 'Analytics', exact: true })).not.toBeChecked();
  await save.click();
  await settle(page);
  const granted = { analytics: false, analytics__hotjar: true, marketing: false };
  expect(await consent(page)).toMatchObject({ granted, due: [] });
  expect(server.requests(googleHost)).toEqual([]);
  await page.locator('consent-preferences').getByRole('switch', { name: 'Analytics', exact: true }).check();
  await expect.poll(() => server.requests('gtm.js').length).toBe(1);
  await expectAsked(page, server, ['all.js', 'heat.js']);
  expect(said.messages).toEqual([]);
});

test('an answer about single services, read where nobody knows of them: by the saved stub and with one switch for all, it is a no', async ({
  page,
  visit,
  server,
}) => {
  await visit(SITE);
  await page.evaluate(() => window.askfirst.decide({ analytics: true, analytics__hotjar: false } as never));
  await expect.poll(async () => (await consent(page)).granted).toMatchObject({ analytics__ga4: true });
  const record = await page.evaluate(() => localStorage.askfirst);
  expect(JSON.parse(record).choices.analytics.granted).toBe(false);
  // The hit of this page, which might arrive after the log was emptied.
  await expect.poll(() => server.requests('/g/collect')).not.toEqual([]);
  server.reset();

  const stub = readFileSync(new URL('../fixtures/contracts/0.1.0/head.js', import.meta.url), 'utf8');
  const { perService: _, ...config } = SITE.config;
  await visit({
    ...SITE,
    attributes: `async ${SITE.attributes} data-asked="analytics:ga4,hotjar"`,
    head: `<script>${stub}</script>${SITE.head}`,
    config,
  });
  await settle(page, 300);
  const told = (await dataLayer(page)).flatMap(({ command }) => (command?.[0] === 'consent' ? [command[2]] : []));
  for (const each of told) expect(each).toMatchObject({ analytics_storage: 'denied' });
  expect((await consent(page)).granted.analytics).toBe(false);
  expect(server.requests(googleHost)).toEqual([]);
  expect(server.requests('tags.example.net')).toEqual([]);
});
