import { axe } from '../harness/axe.js';
import { seen } from '../harness/interface.js';
import { acceptance, analyticsSwitch, newEmail, open, SCREENS, test } from '../harness/m-factory.js';
import { settle } from '../harness/probe.js';
import { expect } from '../harness/test.js';
import { WHOLE } from '../harness/whole.js';

/** M-Factory: usable by everybody, on every screen. */

// Colours do not depend on words: each scheme once, each language once.
for (const [colorScheme, language] of [
  ['light', 'en'],
  ['dark', 'th'],
] as const)
  test(`WCAG 2.2 AA on every screen, ${colorScheme}, ${language}`, { tag: WHOLE }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, 'studio', language);
    expect(await axe(page, 'html')).toEqual([]);
    await seen(page).accept.click();
    await page.locator('.sheet .button').first().click();
    for (const screen of SCREENS) {
      await open(page, screen, language);
      await settle(page, 150);
      expect(await axe(page, 'html'), screen).toEqual([]);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const tooWide = () =>
          page.evaluate(() => {
            if (document.documentElement.scrollWidth <= innerWidth) return [];
            const reaches = (element: Element) => element.getBoundingClientRect().right > innerWidth;
            return [...document.querySelectorAll('body *')]
              .filter(reaches)
              .map((element) => element.outerHTML.slice(0, 150));
          });
        // A new size reaches the page a little later.
        await expect.poll(tooWide, `${screen} at ${width} px`).toEqual([]);
      }
    }
  });

test('keyboard alone: reject, sign in, accept the policy, switch analytics on and off', async ({ page }) => {
  const { keyboard } = page;
  /** Goes on from control to control until the focus is on it. */
  const reach = async (name: RegExp, key = 'Tab') => {
    for (let step = 0; step < 40; step += 1) {
      await keyboard.press(key);
      const focused = await page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const label = document.getElementById(at?.getAttribute('aria-labelledby') ?? '');
        return (label ?? (at as HTMLInputElement | null)?.labels?.[0] ?? at)?.textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`${name} cannot be reached`);
  };
  await open(page, 'studio');
  await expect(seen(page).banner).toBeVisible();
  await reach(/^Reject all$/);
  await keyboard.press('Enter');
  await expect(seen(page).banner).toHaveCount(0);
  await reach(/^Sign in$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeFocused();
  await reach(/^E-mail address$/);
  await page.keyboard.type(newEmail());
  await keyboard.press('Enter');
  await expect(acceptance(page)).toBeVisible();
  await reach(/^Accept$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeFocused();
  await reach(/^Settings$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  await reach(/^Legal & Privacy$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Legal & Privacy' })).toBeFocused();
  await reach(/^Product analytics$/);
  await keyboard.press('Space');
  await expect(analyticsSwitch(page)).toHaveAttribute('aria-checked', 'true');
  await expect(analyticsSwitch(page)).toBeFocused();
  await keyboard.press('Enter');
  await expect(analyticsSwitch(page)).toHaveAttribute('aria-checked', 'false');
});
