import { locale as en } from '@askfirst/data/locales/en';
import { ATTRIBUTES } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, settle, stored, updates } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

test('Accept all grants only what was asked: without a marketing category ad_* stay denied', async ({
  page,
  visit,
}) => {
  await visit();
  await seen(page).accept.click();
  await settle(page);
  expect((await consent(page)).granted).toEqual({ necessary: true, analytics: true });
  for (const update of await updates(page)) {
    expect(update).toMatchObject({
      analytics_storage: 'granted',
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
    });
  }
  expect(Object.keys((await stored(page)).choices)).toEqual(['analytics']);
});

test('a marketing category grants the three ad signals, and only with its own yes', async ({ page, visit }) => {
  await visit({ attributes: 'data-ga4="G-TEST1" data-categories="functional marketing"' });
  await consent(page);
  await decide(page, { marketing: true });
  expect((await updates(page)).at(-1)).toEqual({
    ad_storage: 'granted',
    ad_user_data: 'granted',
    ad_personalization: 'granted',
    analytics_storage: 'denied',
    functionality_storage: 'denied',
    personalization_storage: 'denied',
    security_storage: 'granted',
  });
  await decide(page, { functional: true });
  expect((await updates(page)).at(-1)).toMatchObject({
    ad_storage: 'granted',
    functionality_storage: 'granted',
    personalization_storage: 'granted',
    analytics_storage: 'denied',
  });
});

test('a new category is asked about alone; the earlier yes holds until “Reject all” says no to everything', async ({
  page,
  visit,
  server,
}) => {
  await visit();
  await seen(page).accept.click();
  await visit({ attributes: `${ATTRIBUTES} data-categories="marketing"` });
  await expect(seen(page).banner).toContainText(en.categories.marketing.label);
  await expect(seen(page).banner).not.toContainText(en.categories.analytics.label);
  expect((await consent(page)).granted).toMatchObject({ analytics: true, marketing: false });
  await expect.poll(() => server.requests('gtag/js').length).toBeGreaterThan(0);
  await seen(page).reject.click();
  await expect(seen(page).banner).toHaveCount(0);
  expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
  expect((await consent(page)).reasons.marketing).toBe('choice');
});

test('“Accept all” grants a new category and leaves an earlier no alone', async ({ page, visit }) => {
  await visit();
  await seen(page).reject.click();
  await visit({ attributes: `${ATTRIBUTES} data-categories="marketing"` });
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: true });
});

test('a service added to an accepted category is not covered by the old yes', async ({ page, visit, server }) => {
  await visit();
  await seen(page).accept.click();
  await settle(page);
  server.log.length = 0;
  await visit({
    config: {
      services: [
        {
          id: 'heat',
          name: 'Heat maps',
          provider: 'Example',
          category: 'analytics',
          script: 'https://tags.example.net/heat.js',
        },
      ],
    },
  });
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect((await consent(page)).reasons.analytics).toBe('changed');
  expect(server.requests('heat.js')).toEqual([]);
  await seen(page).accept.click();
  await expect.poll(() => server.requests('heat.js').length).toBe(1);
});

test('a refusal is not questioned again until its time is up', async ({ page, visit }) => {
  await visit();
  await seen(page).reject.click();
  for (let visitNumber = 0; visitNumber < 3; visitNumber += 1) {
    await page.reload();
    await settle(page, 100);
    await expect(seen(page).banner).toHaveCount(0);
  }
  await page.evaluate(() => {
    const record = JSON.parse(localStorage.askfirst);
    record.choices.analytics.at = '2020-01-01T00:00:00.000Z';
    record.choices.analytics.until = '2020-07-01T00:00:00.000Z';
    localStorage.askfirst = JSON.stringify(record);
  });
  await page.reload();
  await expect(seen(page).banner).toBeVisible();
});

test('a yes that has expired is a no, and is asked for again', async ({ page, visit, server }) => {
  await visit();
  await seen(page).accept.click();
  await page.evaluate(() => {
    const record = JSON.parse(localStorage.askfirst);
    record.choices.analytics.at = '2020-01-01T00:00:00.000Z';
    record.choices.analytics.until = '2020-07-01T00:00:00.000Z';
    localStorage.askfirst = JSON.stringify(record);
  });
  await settle(page);
  server.log.length = 0;
  await page.reload();
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect((await consent(page)).reasons.analytics).toBe('expired');
  expect(server.requests('google')).toEqual([]);
});

test('a change of data-revision asks everybody again', async ({ page, visit }) => {
  await visit();
  await seen(page).accept.click();
  await visit({ attributes: 'data-ga4="G-TEST1" data-revision="2"' });
  await expect(seen(page).banner).toBeVisible();
  expect((await consent(page)).granted.analytics).toBe(false);
});

test('a new version of the policy alone asks nobody', async ({ page, visit }) => {
  await visit({ attributes: 'data-ga4="G-TEST1" data-policy-version="2026-06-22"' });
  await seen(page).accept.click();
  expect((await stored(page)).policy).toBe('2026-06-22');
  await visit({ attributes: 'data-ga4="G-TEST1" data-policy-version="2026-12-01"' });
  await settle(page);
  await expect(seen(page).banner).toHaveCount(0);
  expect((await consent(page)).granted.analytics).toBe(true);
});
