import type { Locator, Page } from '@playwright/test';

/** What a visitor sees, found by the parts a site owner may style. */
export function seen(page: Page) {
  const banner = page.locator('askfirst-ui [part~="banner"]');
  const dialog = page.locator('askfirst-ui dialog[part~="dialog"]');
  const inline = page.locator('consent-preferences');
  return {
    host: page.locator('askfirst-ui'),
    banner,
    accept: banner.locator('[part~="accept"]'),
    reject: banner.locator('[part~="reject"]'),
    choose: banner.locator('[part~="choose"]'),
    dialog,
    toggle: (category: string) => dialog.locator(`input[name="${category}"]`),
    save: dialog.locator('[part~="save"]'),
    acceptInDialog: dialog.locator('[part~="accept"]'),
    rejectInDialog: dialog.locator('[part~="reject"]'),
    close: dialog.locator('[part~="close"]'),
    inline,
    inlineToggle: (category: string) => inline.locator(`input[name="${category}"]`),
  };
}

/**
 * Whether a click on the middle of it reaches it. Playwright's trial click does not say: it presses, and keeps the click from
 * the page by a listener that comes after ours.
 */
export const isOnTop = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const root = node.getRootNode() as Document | ShadowRoot;
    return root.elementFromPoint(x + width / 2, y + height / 2)?.closest('button') === node;
  });
