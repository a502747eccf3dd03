import { chainsOfAccount, eventsOfRecord } from 'examples/server/records.mjs';
import { seen } from '../harness/interface.js';
import { acceptance, analyticsSwitch, newEmail, open, signIn, signUp, test } from '../harness/m-factory.js';
import { stored } from '../harness/probe.js';
import { expect, type Page } from '../harness/test.js';

/** M-Factory and the record service: what the app sends in a browser, as the service keeps it. */

const RECORDS = '**/api/m-factory/records';

const kept = async (page: Page) => eventsOfRecord((await stored(page)).id);
const kinds = async (page: Page) => (await kept(page)).map(({ kind }) => kind);

test('given, changed, withdrawn and linked: in this order, each naming the one before, and the chain verifies', async ({
  page,
}) => {
  await open(page, 'settings/legal');
  await seen(page).accept.click();
  await expect.poll(() => kinds(page)).toEqual(['given']);
  await page.getByRole('switch', { name: 'Error reports' }).click();
  await analyticsSwitch(page).click();
  await expect.poll(() => kinds(page)).toEqual(['given', 'withdrawn', 'withdrawn']);
  await signUp(page);
  await expect.poll(() => kinds(page)).toEqual(['given', 'withdrawn', 'withdrawn', 'linked']);
  const events = await kept(page);
  expect(events.map(({ about }) => about)).toEqual([['analytics', 'errors'], ['errors'], ['analytics'], []]);
  expect(events.map(({ control }) => control)).toEqual(['accept', 'api', 'api', null]);
  expect(events.every(({ previous }, i) => (i ? /^[0-9a-f]{64}$/.test(previous ?? '') : previous === null))).toBe(true);
  const { subject } = events.at(-1) ?? {};
  const { chains, verdict } = await chainsOfAccount(subject as string);
  expect(chains.map(({ record }) => record)).toEqual([(await stored(page)).id]);
  expect(verdict).toMatchObject({ chains: 1, entries: 4, findings: [] });
});

test('answers given without a network arrive later, each exactly once', async ({ page, context }) => {
  await open(page, 'settings/legal');
  await expect(seen(page).banner).toBeVisible();
  await context.setOffline(true);
  await seen(page).accept.click();
  await analyticsSwitch(page).click();
  await expect(analyticsSwitch(page)).not.toBeChecked();
  const { id } = await stored(page);
  expect(await eventsOfRecord(id)).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => kinds(page)).toEqual(['given', 'withdrawn']);
  await page.reload();
  await open(page, 'settings/legal');
  await page.waitForTimeout(1500);
  expect(await kinds(page)).toEqual(['given', 'withdrawn']);
});

test('with the service down the page does not notice, and nothing is lost', async ({ page, said }) => {
  await page.route(RECORDS, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, json: {} }) : route.continue(),
  );
  await open(page, 'settings/legal');
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  await analyticsSwitch(page).click();
  await expect(analyticsSwitch(page)).not.toBeChecked();
  await signUp(page);
  expect(said.errors).toEqual([]);
  expect(await kept(page)).toEqual([]);
  await page.unroute(RECORDS);
  await open(page, 'settings/legal');
  await page.reload();
  await expect.poll(() => kinds(page)).toEqual(['given', 'withdrawn', 'linked']);
});

test('the visitor sees the record of this browser, and can copy and download it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'settings/legal');
  await seen(page).reject.click();
  const own = page.locator('section', { has: page.getByRole('heading', { name: 'The record in this browser' }) });
  await expect(own).toContainText('Refused');
  await expect(own).toContainText('Product analytics');
  await own.getByRole('button', { name: 'Copy' }).click();
  const { id } = await stored(page);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(id);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('button', { name: 'Download (JSON)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
});

test('deleting the account sets the day after which its records are removed: 30 days later', async ({ page }) => {
  await open(page, 'settings/legal');
  await seen(page).reject.click();
  await signUp(page);
  await expect.poll(() => kinds(page)).toEqual(['refused', 'linked']);
  const { subject } = (await kept(page)).at(-1) ?? {};
  await open(page, 'settings/legal');
  const begun = Date.now();
  await page.getByRole('button', { name: 'Delete the account…' }).click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(page.locator('section').filter({ hasText: 'The account is deleted' })).toBeVisible();
  const { chains } = await chainsOfAccount(subject as string);
  const due = Date.parse(chains[0]?.erasures[0]?.dueAt ?? '');
  expect((due - begun) / 86_400_000).toBeCloseTo(30, 2);
});

test('the choice follows the account to another device, which tells so, and back', async ({ page, browser }) => {
  await open(page, 'settings/legal');
  await expect(seen(page).banner).toContainText('If you sign in, your choice holds on all your devices.');
  await seen(page).accept.click();
  const email = newEmail();
  await signIn(page, email);
  await acceptance(page).locator('[part~="accept"]').click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
  const context = await browser.newContext();
  const phone = await context.newPage();
  await signIn(phone, email);
  await acceptance(phone).locator('[part~="accept"]').click();
  await expect(phone.locator('askfirst-account')).toContainText('The choice of your account');
  await open(phone, 'settings/legal');
  await expect(analyticsSwitch(phone)).toBeChecked();
  await expect.poll(() => kinds(phone), 'no answer of this visitor').toEqual(['linked']);
  await analyticsSwitch(phone).click();
  await expect.poll(() => kinds(phone)).toEqual(['linked', 'withdrawn']);
  await open(page, 'settings/legal');
  await page.reload();
  await expect(analyticsSwitch(page)).not.toBeChecked();
  await context.close();
});
