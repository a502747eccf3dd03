import { readFile } from 'node:fs/promises';
import { seen } from '../harness/interface.js';
import { acceptance, analyticsSwitch, open, signIn, signUp, test } from '../harness/m-factory.js';
import { consent, stored } from '../harness/probe.js';
import { expect } from '../harness/test.js';
import { WHOLE } from '../harness/whole.js';

/** M-Factory: the account, the log of choices, and the rights in Settings, Legal & Privacy. */

test('“sign-in”: one session cookie no script reads, declared; it goes at sign-out', { tag: WHOLE }, async ({
  page,
  context,
}) => {
  await open(page, 'studio');
  await seen(page).reject.click();
  await signUp(page);
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'm-factory-session', httpOnly: true, expires: -1 });
  await open(page, 'privacy');
  await expect(page.locator('consent-declaration')).toContainText('m-factory-session');
  await open(page, 'settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => context.cookies()).toEqual([]);
});

test('everything the app keeps is in its declaration', { tag: WHOLE }, async ({ page, context }) => {
  await open(page, 'studio');
  await seen(page).accept.click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await signUp(page);
  await open(page, 'privacy');
  await expect(page.locator('consent-declaration')).toContainText('m-factory-session');
  const declared = (await page.locator('consent-declaration td:first-child').allTextContents()).map((name) =>
    name.replace(/\*$/, ''),
  );
  const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  const kept = [...keys, ...(await context.cookies()).map(({ name }) => name)];
  expect(kept).toEqual(expect.arrayContaining(['askfirst', 'm-factory-projects', 'm-factory-session']));
  expect(kept.filter((name) => !declared.some((start) => name === start || name.startsWith(start)))).toEqual([]);
});

test('“consent logs”: accept, change, withdraw are three events of one record, linked to the account at sign-in', {
  tag: WHOLE,
}, async ({ page }) => {
  await open(page, 'settings/legal');
  await seen(page).accept.click();
  await analyticsSwitch(page).click();
  await page.getByRole('switch', { name: 'Error reports' }).click();
  await signUp(page);
  await open(page, 'settings/legal');
  await expect(page.locator('.history > li')).toHaveCount(3);
  const { events } = await page.evaluate(async () => (await fetch('/api/m-factory/records')).json());
  expect(new Set(events.map(({ recordId }: { recordId: string }) => recordId))).toEqual(
    new Set([(await stored(page)).id]),
  );
  const order = events.map(({ seq }: { seq: number }) => seq);
  expect(order).toEqual([...new Set<number>(order)].sort((a, b) => a - b));
  expect(events.at(-1).subject).toBeTruthy();
  expect(events[0].policy).toBe('2026-05-12');
});

test('“data export”: a JSON file with the record, the log and the accepted policy', { tag: WHOLE }, async ({
  page,
}) => {
  await open(page, 'studio');
  await seen(page).accept.click();
  await signUp(page);
  await open(page, 'settings/legal');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSON' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('m-factory-consent.json');
  const copy = JSON.parse(await readFile(await file.path(), 'utf8'));
  const record = await stored(page);
  expect(copy.browser.localStorage.askfirst).toEqual(record);
  expect(JSON.stringify(copy.browser.localStorage['askfirst.acceptance'])).toContain('2026-05-12');
  expect(copy.log.length).toBeGreaterThan(0);
  expect(copy.log[0]).toMatchObject({ recordId: record.id, choices: { analytics: { granted: true } } });
});

test('“account deletion”: nothing is left here, the visitor is asked again, and is told until when the log is kept', {
  tag: WHOLE,
}, async ({ page, context }) => {
  await open(page, 'studio');
  await seen(page).accept.click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await signUp(page);
  await open(page, 'settings/legal');
  const { id } = await stored(page);
  const begun = Date.now();
  await page.getByRole('button', { name: 'Delete the account…' }).click();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(seen(page).banner).toBeVisible();
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Asia/Bangkok' }).format(
    begun + 30 * 86_400_000,
  );
  await expect(page.locator('section').filter({ hasText: 'The account is deleted' })).toContainText(day);
  expect((await consent(page)).reasons).toMatchObject({ analytics: 'undecided', errors: 'undecided' });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const { events } = await page.evaluate(
    async (record) => (await fetch(`/api/m-factory/records?record=${record}`)).json(),
    id,
  );
  const kept = Date.parse(events.at(-1).keepUntil) - begun;
  expect(kept / 86_400_000).toBeCloseTo(30, 2);
});

test('“re-acceptance at next sign-in”: only when the version is behind, and analytics stays as it was', {
  tag: WHOLE,
}, async ({ page }) => {
  await open(page, 'studio');
  await seen(page).reject.click();
  const email = await signUp(page);
  const record = await stored(page);
  await open(page, 'settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();

  await page.evaluate(() => {
    const text = localStorage.getItem('askfirst.acceptance') ?? '';
    localStorage.setItem('askfirst.acceptance', text.replaceAll('2026-05-12', '2025-09-01'));
  });
  await open(page, 'settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, email);
  await expect(acceptance(page)).toContainText('2026-05-12');
  await acceptance(page).locator('[part~="decline"]').click();
  await expect(page.getByRole('alert')).toContainText('You are not signed in.');
  await signIn(page, email);
  await acceptance(page).locator('[part~="accept"]').click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
  await open(page, 'settings/legal');
  await expect(page.getByText('You accepted version 2026-05-12')).toBeVisible();
  expect((await stored(page)).choices).toEqual(record.choices);
  expect((await consent(page)).granted).toMatchObject({ analytics: false, errors: false });
});
