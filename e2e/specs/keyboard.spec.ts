import { locale as en } from '@askfirst/data/locales/en';
import { seen } from '../harness/interface.js';
import { consent, settle, stored } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const LAYOUTS = ['bar', 'card', 'modal'];

/** What has the focus, looked up through shadow roots: the part or id or text of the element. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('part') ?? element?.id ?? '';
  });

/** How often Tab has to be pressed, counted from where the focus is, until a part has it. */
async function tabsTo(page: Page, part: string): Promise<number> {
  for (let presses = 0; presses <= 20; presses += 1) {
    if ((await focused(page)).split(' ').includes(part)) return presses;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${part}`);
}

for (const layout of LAYOUTS) {
  test(`${layout}: rejecting takes no more key presses than accepting`, { tag: wholeIf(layout === 'card') }, async ({
    page,
    visit,
  }) => {
    const attributes = `data-ga4="G-TEST1" data-layout="${layout}"`;
    await visit({ attributes });
    await expect(seen(page).banner).toBeVisible();
    const reject = await tabsTo(page, 'reject');
    await page.keyboard.press('Enter');
    await expect(seen(page).banner).toHaveCount(0);
    expect((await consent(page)).reasons.analytics).toBe('choice');
    expect((await consent(page)).granted.analytics).toBe(false);

    await page.evaluate(() => localStorage.clear());
    await visit({ attributes });
    await expect(seen(page).banner).toBeVisible();
    const accept = await tabsTo(page, 'accept');
    await page.keyboard.press('Enter');
    expect((await consent(page)).granted.analytics).toBe(true);
    expect(reject).toBeLessThanOrEqual(accept);
  });
}

test('the banner comes first in the tab order, before the skip link, and does not take the focus', async ({
  page,
  visit,
}) => {
  await visit();
  await expect(seen(page).banner).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('askfirst-ui');
  expect(await page.evaluate(() => document.body.firstElementChild?.localName)).toBe('askfirst-ui');
});

test('without a key the banner comes first in the body a little later, and stays where it is on the screen', async ({
  page,
  visit,
}) => {
  await visit();
  const place = () => page.evaluate(() => document.body.firstElementChild?.localName);
  await expect(seen(page).banner).toBeVisible();
  const box = await seen(page).banner.boundingBox();
  expect(await place()).not.toBe('askfirst-ui');
  await expect.poll(place).toBe('askfirst-ui');
  expect(await seen(page).banner.boundingBox()).toEqual(box);
  await seen(page).reject.click();
  await expect(seen(page).banner).toHaveCount(0);
});

test('preferences that somebody uses keep the focus while the interface could come first', async ({ page, visit }) => {
  await visit();
  await seen(page).choose.click();
  const { dialog } = seen(page);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
  const before = await focused();
  await page.waitForTimeout(3500);
  expect(await focused()).toBe(before);
  await page.keyboard.press('Tab');
  expect(await focused()).not.toBe(before);
  await expect(dialog).toBeVisible();
});

test('the banner is no trap: Tab leaves it for the page', async ({ page, visit }) => {
  await visit();
  await expect(seen(page).banner).toBeVisible();
  const reached = [];
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim()));
  }
  expect(reached).toContain('Skip to content');
});

test.describe('the preferences dialog', () => {
  const openByKeyboard = async (page: Page) => {
    await expect(seen(page).banner).toBeVisible();
    await tabsTo(page, 'choose');
    await page.keyboard.press('Enter');
    await expect(seen(page).dialog).toBeVisible();
  };

  test('is a real modal dialog with a name and takes the focus', async ({ page, visit }) => {
    await visit();
    await openByKeyboard(page);
    await expect(page.getByRole('dialog', { name: en.preferences })).toBeVisible();
    expect(await seen(page).dialog.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
    expect(
      await seen(page).dialog.evaluate((dialog) => dialog.contains((dialog.getRootNode() as ShadowRoot).activeElement)),
    ).toBe(true);
  });

  test('keeps the focus: Tab and Shift+Tab never reach the page behind', async ({ page, visit }) => {
    await visit();
    await openByKeyboard(page);
    for (const key of ['Tab', 'Shift+Tab']) {
      let inside = 0;
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press(key);
        const where = await page.evaluate(() => document.activeElement?.localName);
        // Between the last and the first control the focus may be in the browser's own bar, which reads as body.
        expect(['askfirst-ui', 'body', 'html']).toContain(where);
        if (where === 'askfirst-ui') inside += 1;
      }
      expect(inside).toBeGreaterThan(15);
    }
  });

  test('closes on Escape without consent, and the focus returns to the opener', async ({ page, visit, server }) => {
    await visit();
    await openByKeyboard(page);
    await seen(page).toggle('analytics').press('Space');
    await page.keyboard.press('Escape');
    await expect(seen(page).dialog).toBeHidden();
    await settle(page);
    expect((await consent(page)).granted.analytics).toBe(false);
    expect(await stored(page)).toBeNull();
    expect(server.requests('google')).toEqual([]);
    await expect(seen(page).banner).toBeVisible();
    expect((await focused(page)).split(' ')).toContain('choose');
  });

  test('closes by its close button without consent', async ({ page, visit }) => {
    await visit();
    await openByKeyboard(page);
    await seen(page).toggle('analytics').press('Space');
    await tabsTo(page, 'close');
    await page.keyboard.press('Enter');
    await expect(seen(page).dialog).toBeHidden();
    expect((await consent(page)).granted.analytics).toBe(false);
    expect(await stored(page)).toBeNull();
    expect((await focused(page)).split(' ')).toContain('choose');
  });

  test('forgets a toggle that was not saved', async ({ page, visit }) => {
    await visit();
    await openByKeyboard(page);
    await seen(page).toggle('analytics').press('Space');
    await page.keyboard.press('Escape');
    await seen(page).choose.click();
    await expect(seen(page).toggle('analytics')).not.toBeChecked();
  });

  test('gives the focus back to a button of the page that opened it', async ({ page, visit }) => {
    await visit({ body: '<main><button id="settings" data-consent-open>Privacy settings</button></main>' });
    await seen(page).reject.click();
    await page.locator('#settings').focus();
    await page.keyboard.press('Enter');
    await expect(seen(page).dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(seen(page).dialog).toBeHidden();
    expect(await focused(page)).toBe('settings');
  });

  test('after Save the focus is not lost: it goes on from where the banner was', async ({ page, visit }) => {
    await visit();
    await openByKeyboard(page);
    await tabsTo(page, 'save');
    await page.keyboard.press('Enter');
    await expect(seen(page).dialog).toBeHidden();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content');
  });

  test('rejecting in the dialog takes no more key presses than accepting', async ({ page, visit }) => {
    await visit();
    await openByKeyboard(page);
    const reject = await tabsTo(page, 'reject');
    await page.keyboard.press('Escape');
    await expect(seen(page).dialog).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(seen(page).dialog).toBeVisible();
    expect(reject).toBeLessThanOrEqual(await tabsTo(page, 'accept'));
  });
});

test('a question that changes while it has the focus is asked from its heading; the last answer lets go', async ({
  page,
  visit,
}) => {
  await visit({ attributes: 'data-ga4="G-TEST1" data-categories="functional"' });
  await seen(page).reject.focus();
  await page.evaluate(() => window.askfirst.decide({ functional: false }));
  await expect(seen(page).banner).not.toContainText(en.categories.functional.label);
  expect(await focused(page)).toBe('title');
  await seen(page).reject.focus();
  await page.evaluate(() => window.askfirst.decide({ analytics: false }));
  await expect(seen(page).banner).toHaveCount(0);
  expect(await focused(page)).toBe('status');
});

test('assistive technology hears that there is a question, and that the choice was saved', async ({ page, visit }) => {
  await visit();
  await expect(seen(page).banner).toBeVisible();
  const status = page.locator('askfirst-ui').getByRole('status');
  await expect(status).toHaveText(en.announcement);
  await status.evaluate((element) => {
    window.sameRegion = element;
  });
  await seen(page).accept.click();
  await expect(status).toHaveText(en.saved);
  // A live region that is made together with its text is not read out.
  expect(await status.evaluate((element) => window.sameRegion === element)).toBe(true);
});

for (const layout of ['bar', 'card']) {
  for (const width of [1280, 320]) {
    test(`${layout} at ${width} px never fully covers the element that has the focus`, {
      tag: wholeIf(width !== 320),
    }, async ({ page, visit }) => {
      await page.setViewportSize({ width, height: 640 });
      const links = Array.from({ length: 40 }, (_, i) => `<p><a href="#p${i}">Link number ${i}</a></p>`).join('');
      await visit({ attributes: `data-ga4="G-TEST1" data-layout="${layout}"`, body: `<main>${links}</main>` });
      await expect(seen(page).banner).toBeVisible();
      await settle(page, 300);
      const covered: string[] = [];
      for (let presses = 0; presses < 48; presses += 1) {
        await page.keyboard.press('Tab');
        const hidden = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          if (element.localName !== 'a') return undefined;
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const points = [0.02, 0.5, 0.98].flatMap((x) =>
            [0.05, 0.5, 0.95].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
          );
          const visible = points.some(([x, y]) => document.elementFromPoint(x, y) === element);
          return visible ? undefined : element.textContent;
        });
        if (hidden) covered.push(hidden);
      }
      expect(covered).toEqual([]);
    });
  }
}
