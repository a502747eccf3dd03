import { seen } from '../harness/interface.js';
import { consent, settle } from '../harness/probe.js';
import { heldFile } from '../harness/tags.js';
import { expect, test } from '../harness/test.js';

/** A site names a vendor's service by its id; the catalogue knows the rest. */

test('a service by its id: visitors are told the rest, a withdrawal removes what it stores, and only its file is fetched', async ({
  page,
  visit,
  server,
  said,
}) => {
  await visit({
    attributes: 'data-controller="Shop Example Ltd" data-policy-url="/privacy/"',
    config: {
      services: [
        { id: 'hotjar', category: 'analytics' },
        { id: 'youtube', category: 'functional' },
      ],
    },
    head: heldFile('heat.js'),
    body: '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>',
  });
  const files = () => server.log.map(({ path }) => path).filter((path) => path.includes('askfirst-service-'));
  await expect(seen(page).banner).toContainText('2');
  expect(files()).toEqual([]);
  await seen(page).choose.click();
  const { dialog } = seen(page);
  await dialog.getByText('Services and storage: Hotjar').click();
  await expect(dialog.getByRole('link', { name: 'Privacy policy of Hotjar' })).toBeVisible();
  await expect(dialog.getByRole('cell', { name: '_hjSessionUser_*' })).toBeVisible();
  await expect(dialog).toContainText('Malta');
  await expect(dialog).toContainText('YouTube');
  expect([...new Set(files())].sort()).toEqual([
    '/askfirst/askfirst-service-hotjar.js',
    '/askfirst/askfirst-service-youtube.js',
  ]);
  await seen(page).acceptInDialog.click();
  await page.evaluate(() => {
    document.cookie = '_hjSessionUser_1=a; path=/; domain=.example.com; max-age=9999';
    localStorage.own = 'kept';
  });
  await page.reload();
  await page.getByRole('button', { name: 'Privacy settings' }).click();
  await seen(page).rejectInDialog.click();
  await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain('_hj');
  expect(await page.evaluate(() => localStorage.own)).toBe('kept');
  expect(said.messages).toEqual([]);
});

test("a content blocker that holds back a vendor's file for its name: the question and the settings come all the same", async ({
  page,
  visit,
}) => {
  await page.route('**/*-criteo.js', (route) => route.abort());
  await visit({
    attributes: 'data-controller="Shop Example Ltd" data-policy-url="/privacy/"',
    config: {
      services: [
        { id: 'criteo', category: 'marketing' },
        { id: 'youtube', category: 'marketing' },
      ],
    },
    body: '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>',
  });
  await seen(page).choose.click();
  await expect(seen(page).dialog).toContainText('Services and storage: criteo, YouTube');
  await seen(page).rejectInDialog.click();
  expect((await consent(page)).granted.marketing).toBe(false);
});

test('an id that the catalogue does not know needs a name: named in the console, and denied', async ({
  page,
  visit,
  said,
  server,
}) => {
  await visit({
    attributes: 'data-controller="Shop Example Ltd"',
    config: { services: [{ id: 'hotyar', category: 'analytics' }] },
    head: heldFile('heat.js'),
  });
  await expect
    .poll(() => said.messages.join())
    .toContain('The service "hotyar" needs an id, a name, a provider and a category.');
  await settle(page);
  expect((await consent(page)).granted).toMatchObject({ analytics: false });
  expect(server.requests('heat.js')).toEqual([]);
});
