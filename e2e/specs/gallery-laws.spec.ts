import { expect, test } from '../harness/gallery.js';

/** The page of the gallery that shows one page under four kinds of law. */

test('each place shows what its law wants, with the signal and without', async ({ page, gallery, said }) => {
  await page.goto(gallery.at('', 'laws/'));
  const frame = (name: string) => page.frameLocator(`iframe[title="${name}"]`);
  const [asks, objection, notice, none] = [
    'Asks first',
    'Runs until an objection',
    'Runs with notice',
    'Asks for nothing',
  ].map(frame);
  await expect(asks.locator('[part~=banner]')).toBeVisible();
  await expect(asks.locator('#running')).toContainText('marketing: no');
  await expect(objection.getByRole('button', { name: 'Your Privacy Choices' })).toBeVisible();
  await expect(objection.locator('#running')).toContainText('marketing: yes');
  await expect(notice.locator('[part=notice]')).toContainText('You can object at any time.');
  await expect(none.locator('#running')).toContainText('marketing: yes');

  // Playwright scrolls what is in a frame, not the page around it.
  await page.locator('iframe[title="Runs with notice"]').evaluate((each) => each.scrollIntoView({ block: 'end' }));
  await notice.getByRole('button', { name: 'Object' }).click();
  await expect(notice.locator('#running')).toContainText('marketing: no');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(notice.locator('#running')).toContainText('marketing: yes');

  await page.getByLabel('Global Privacy Control').check();
  await expect(objection.locator('consent-status [part=status]')).toHaveText('Opt-Out Request Honored');
  for (const each of [asks, objection, notice, none])
    await expect(each.locator('#running')).toContainText('marketing: no');
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(objection.getByRole('button', { name: 'Ihre' })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(said).toEqual([]);
});
