import type { Page } from '@playwright/test';
import { expect, sites, test } from '../harness/gallery.js';
import { WHOLE, wholeIf } from '../harness/whole.js';

/** The viewer: an example, and beside it what happens in it. */

const inExample = (page: Page) => page.frameLocator('#example');
const answer = (page: Page, how: 'accept' | 'reject') =>
  inExample(page).locator(`askfirst-ui [part~="${how}"]`).click();

/** Switches categories off in the privacy settings. */
async function switchOff(page: Page, ...categories: string[]): Promise<void> {
  await inExample(page).locator('[data-consent-open]').last().click();
  for (const name of categories) await inExample(page).locator(`askfirst-ui [part="switch"][name="${name}"]`).uncheck();
  await inExample(page).locator('askfirst-ui [part~="save"]').click();
}

test('the marketing site: what is held, released, and stopped by a withdrawal', async ({ page, gallery }) => {
  const tags = page.locator('#tags li');
  await page.goto(gallery.at('marketing-site', 'view/?page=/product.html'));
  await expect(tags).toHaveText([/^heldGoogle tag.*analytics/, /^held<iframe> https:\/\/www.youtube.*functional/]);
  await answer(page, 'accept');
  await expect(tags).toHaveText([/^releasedGoogle tag/, /^released<iframe>/]);
  await switchOff(page, 'analytics');
  await expect(tags).toHaveText([/^stoppedGoogle tag/, /^released<iframe>/]);
});

for (const [site, path] of [
  ['vue-app', ''],
  ['next-app', 'routes/vienna-naples/'],
] as const)
  test(`${site}: the panel shows what the app itself loads, and stand-ins answer all of it`, {
    tag: WHOLE,
  }, async ({ page, gallery, context }) => {
    const left: string[] = [];
    context.on('request', (request) => {
      const { hostname } = new URL(request.url());
      if (!hostname.endsWith('localhost') && !request.serviceWorker()) left.push(request.url());
    });
    const tags = page.locator('#tags');
    await page.goto(gallery.at(site, `view/?page=/${path}`));
    await expect(page.locator('#consent')).toContainText('functional');
    await expect(tags).toHaveText('No tag in the page now. What its own code sends is listed under requests.');
    await answer(page, 'accept');
    await expect(tags.locator('li')).toHaveText([
      /^releasedGoogle tag G-EXAMPLE000 \(declared in the app\)/,
      /^loaded<iframe> https:\/\/www\.youtube-nocookie\.com.*\(by the site’s own code\)/,
    ]);
    await inExample(page).locator('iframe').scrollIntoViewIfNeeded();
    const requests = page.locator('#requests li');
    await expect(requests.filter({ hasText: 'www.youtube-nocookie.com' })).toHaveCount(1);
    // The app counts its pages itself, and has told Google's tag not to.
    await expect(requests.filter({ hasText: 'en=page_view' })).toHaveCount(1);
    await expect(inExample(page).frameLocator('iframe').locator('body')).not.toBeEmpty();
    await switchOff(page, 'analytics', 'functional');
    await expect(tags.locator('li')).toHaveText([/^stoppedGoogle tag/]);
    await expect(page.locator('#storage')).toHaveText('Empty.');
    // Chromium reports what the worker answers as requests of the page, too.
    expect(left.filter((url) => /youtube/.test(url))).toEqual([]);
  });

test('spa-react: no tag and no dataLayer, one request for each screen, and a necessary script on one of them', {
  tag: WHOLE,
}, async ({ page, gallery }) => {
  const requests = page.locator('#requests li');
  await page.goto(gallery.at('spa-react', 'view/'));
  await expect(page.locator('#tags')).toContainText('No tag in the page now.');
  await expect(page.locator('#layer')).toHaveText('This page has none.');
  await answer(page, 'accept');
  await expect(requests).toHaveText([/analytics\.m-factory\.example/]);
  await inExample(page).getByRole('link', { name: 'Credits' }).click();
  await expect(page.locator('#address')).toHaveText('/#/en/credits');
  await expect(page.locator('#tags li')).toHaveText([/^loaded<script> https:\/\/js\.siam-pay\.example.*own code/]);
  await expect(requests.filter({ hasText: 'analytics.m-factory.example' })).toHaveCount(2);
  await page.locator('#forget').click();
  await answer(page, 'reject');
  await expect(page.locator('#tags')).toContainText('js.siam-pay.example');
});

test('a script that a page loads for itself is a tag, too', { tag: WHOLE }, async ({ page, gallery }) => {
  await page.goto(gallery.at('factorylm', 'view/?page=/checkout.html'));
  await expect(page.locator('#tags li')).toHaveText([
    'loaded<script> https://js.stripe.com/v3/ (by the site’s own code)',
  ]);
});

test('each example has hints of its own', { tag: WHOLE }, async ({ page, gallery }) => {
  const seen = new Set<string>();
  for (const site of sites) {
    await page.goto(gallery.at(site, 'view/'));
    await expect(page.locator('#hints li')).toHaveCount(3);
    seen.add((await page.locator('#hints').textContent()) ?? '');
  }
  expect(seen.size).toBe(sites.length);
});

for (const width of [320, 390])
  test.describe(`${width} px wide`, { tag: wholeIf(width !== 320) }, () => {
    test.use({ viewport: { width, height: 640 } });

    /** What is wider than the window, or lies over its edge. */
    const tooWide = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );

    /** Controls that lie over one another. */
    const overlaps = (page: Page) =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('a, button, label, select, .address, h1, h2')].filter((element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        );
        const boxes = all.map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          // What the panel has scrolled out of sight lies over nothing.
          const panel = element.closest('.panel')?.getBoundingClientRect();
          return {
            left,
            right,
            top: Math.max(top, panel?.top ?? top),
            bottom: Math.min(bottom, panel?.bottom ?? bottom),
          };
        });
        return all.flatMap((element, index) =>
          all.slice(index + 1).flatMap((other, more) => {
            const [one, two] = [boxes[index], boxes[index + 1 + more]] as [DOMRect, DOMRect];
            const apart =
              one.right <= two.left || two.right <= one.left || one.bottom <= two.top || two.bottom <= one.top;
            return apart || element.contains(other) ? [] : `${element.outerHTML} / ${other.outerHTML}`;
          }),
        );
      });

    test('start page and snippet writer fit', async ({ page, gallery }) => {
      for (const path of ['', 'snippet/']) {
        await page.goto(gallery.at('', path));
        expect(await tooWide(page), path).toEqual([]);
        expect(await overlaps(page), path).toEqual([]);
      }
    });

    test('the viewer shows the site or the panel in the whole window, and a dot says when the panel has news', async ({
      page,
      gallery,
    }) => {
      await page.goto(gallery.at('marketing-site', 'view/'));
      const [site, panel] = [page.getByText('The site', { exact: true }), page.getByText('What happens')];
      const example = page.locator('#example');
      await expect(inExample(page).locator('askfirst-ui [part~="reject"]')).toBeInViewport({ ratio: 1 });
      await expect(page.locator('#consent')).toBeHidden();
      await expect(page.locator('#news')).toBeHidden();
      expect((await example.boundingBox())?.height).toBeGreaterThan(500);
      await answer(page, 'reject');
      await expect(page.locator('#news')).toBeVisible();
      await panel.click();
      await expect(page.locator('#consent')).toBeVisible();
      await expect(page.locator('#news')).toBeHidden();
      await expect(example).toBeHidden();
      expect(await tooWide(page)).toEqual([]);
      expect(await overlaps(page)).toEqual([]);
      await page.locator('#storage').scrollIntoViewIfNeeded();
      await expect(site).toBeInViewport();
      await site.click();
      await expect(example).toBeVisible();
    });
  });
