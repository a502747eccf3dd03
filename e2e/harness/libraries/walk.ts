import { isOnTop, seen } from '../interface.js';
import { ran } from '../probe.js';
import type { Said } from '../test.js';
import { expect, type Page, type Server, SITE, test } from '../test.js';
import { FILM, PICTURE, pathOf } from './shop.js';
import { type Row, viewOf } from './table.js';

/** Whatever needs consent: Google, and the tags, the film and the picture of the shop. */
const OPTIONAL = /googletagmanager|google-analytics|tags\.example\.net/;

/** A step that fails is written down, and the visitor goes on as far as the page lets her: one run names all faults of a row. */
const check = expect.configure({ soft: true, timeout: 5000 });

/** What a visitor can do on the site of one row, and what must be true of it. */
export function visitor(row: Row, page: Page, server: Server) {
  const ui = seen(page);
  const asked = () => server.requests(OPTIONAL);
  const arrived = async (view: string) => {
    await expect(page.locator('h1')).toHaveText(view);
    if (row.app) await page.waitForFunction(() => window.alive);
    if (row.translated) await expect(page.locator('nav font font').first()).toBeVisible();
  };
  return {
    ui,
    asked,
    async open(view: string) {
      await page.goto(SITE + (row.base ?? '') + pathOf(view));
      await arrived(view);
    },
    async reload(view: string) {
      await page.reload();
      await arrived(view);
    },
    /** By a click of the visitor, or by the page's own code while the visitor is elsewhere. */
    async go(view: string, by: 'visitor' | 'code' = 'visitor') {
      const link = page.locator('nav a', { hasText: view });
      if (row.refreshes) {
        server.page(new URL(page.url()).pathname, await viewOf(row, view));
        await page.evaluate(() => window.Turbo.session.refresh(location.href));
      } else if (by === 'visitor') await link.click();
      else await link.evaluate((element: HTMLElement) => element.click());
      await arrived(view);
    },
    async back(view: string) {
      // Playwright waits for the page, while a frame that has changed its address may be what goes back.
      await page.evaluate(() => void setTimeout(() => history.back()));
      await check(page.locator('h1'), 'Back goes to the view before').toHaveText(view);
    },
    /** Time for what must not happen. */
    quiet: () => page.waitForTimeout(200),

    /** The question is there once, and an answer can be pressed. */
    async isAsked() {
      await check(ui.host, 'one interface').toHaveCount(1);
      await check(ui.banner, 'one question').toHaveCount(1);
      await check.poll(() => isOnTop(ui.reject), 'Reject can be pressed').toBe(true);
    },
    /** Nothing of the question is left, and no room for it. */
    async isNotAsked() {
      await check(ui.banner, 'no question').toHaveCount(0);
      const room = () => page.evaluate(() => getComputedStyle(document.documentElement).marginBottom);
      await check.poll(room, 'no room for a question').toBe('0px');
    },
    /** The preferences open, and nothing else happens. */
    async opens(opener: 'button' | 'link') {
      const address = page.url();
      await page.locator(`main ${opener === 'link' ? 'a' : 'button'}[data-consent-open]`).click();
      await check(ui.dialog, `the preferences, by the ${opener}`).toBeVisible();
      check(page.url(), `the address after the ${opener}`).toBe(address);
    },
    async isHeld() {
      await check(page.locator('iframe'), 'the frame is held').not.toHaveAttribute('src');
      await check(page.locator('img'), 'the picture is held').not.toHaveAttribute('src');
      await check(page.locator('.offers'), 'the template is held').toHaveCount(0);
    },
    /** `views`: how many the visitor has seen in this document since it was allowed. */
    async isReleased(views: number) {
      await check(page.locator('iframe'), 'the frame has its address').toHaveAttribute('src', FILM);
      await check(page.locator('img'), 'the picture has its address').toHaveAttribute('src', PICTURE);
      if (!row.plain) await check(page.locator('.offers'), 'what the template holds, once').toHaveCount(1);
      const times = async (name: string) => (await ran(page)).filter((tag) => tag === name).length;
      await check.poll(() => times('/head.js'), 'the tag in the head').toBe(1);
      await check.poll(() => times('/body.js'), 'the tag in the body').toBeGreaterThan(0);
      if (!row.plain) await check.poll(() => times('template'), 'the tag in the template').toBeGreaterThan(0);
      await page.waitForTimeout(100);
      // A new body brings tags of its own. Elements that stay have run theirs.
      const most = row.stays || row.loads ? 1 : views;
      check(await times('/head.js'), 'the tag in the head').toBe(1);
      check(await times('/body.js'), 'the tag in the body').toBeLessThanOrEqual(most);
      check(await times('template'), 'the tag in the template').toBeLessThanOrEqual(most);
    },
    /** The part of the interface that has the focus. */
    focused: () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.closest('[part~="dialog"]') ? 'dialog' : (element?.getAttribute('part') ?? element?.localName);
      }),
  };
}

/** Ask, reject, reopen, accept, withdraw, Back, reload: the whole flow, over several views. */
export async function walk(row: Row, page: Page, server: Server, said: Said): Promise<void> {
  const she = visitor(row, page, server);
  const { ui } = she;
  const cookies = async () =>
    (await page.context().cookies()).map(({ name }) => name).filter((name) => /^_ga/.test(name));

  await test.step('the first view asks, and so do the next', async () => {
    await she.open('One');
    await she.isAsked();
    await she.go('Two');
    await she.isAsked();
    await she.go('Three');
    await she.isAsked();
    if (row.translated === 'everywhere') await expect(ui.reject.locator('font font')).toBeVisible();
    if (!row.loads) {
      await check(() => ui.reject.focus({ timeout: 1000 }), 'the question takes the focus').toPass({ timeout: 5000 });
      await she.go('Two', 'code');
      await check.poll(she.focused, 'the focus stays in the question').toContain('reject');
    }
    await she.isHeld();
    check(she.asked(), 'nothing is loaded before an answer').toEqual([]);
  });

  await test.step('after Reject nothing is loaded and no view asks', async () => {
    if (!(await ui.banner.count())) await she.reload('Two');
    await ui.reject.click();
    await she.isNotAsked();
    await she.go('Three');
    await she.isNotAsked();
    await she.isHeld();
    await she.quiet();
    check(she.asked(), 'nothing is loaded after Reject').toEqual([]);
  });

  await test.step('the preferences open on each view, and stay open while the page changes', async () => {
    await she.opens('button');
    await page.keyboard.press('Escape');
    await check(ui.dialog, 'Escape closes the preferences').toBeHidden();
    await check(page.locator('button[data-consent-open]'), 'the focus goes back to the button').toBeFocused();
    await she.go('Two');
    await she.opens('link');
    if (!row.loads) {
      await check(() => ui.toggle('marketing').check({ timeout: 1000 }), 'a switch can be set').toPass({
        timeout: 5000,
      });
      await she.go('One', 'code');
      await check(ui.dialog, 'the preferences stay open').toBeVisible();
      await check(ui.toggle('marketing'), 'the switch stays set').toBeChecked();
      await check.poll(she.focused, 'the focus stays in the preferences').toBe('dialog');
    }
  });

  await test.step('after Accept there each tag runs once, and what was held appears and stays', async () => {
    if (!(await ui.dialog.isVisible())) {
      await she.reload('One');
      await she.opens('button');
    }
    await ui.acceptInDialog.click();
    await check(ui.dialog, 'Accept closes the preferences').toBeHidden();
    await she.isReleased(1);
    await she.go('Two');
    await she.isReleased(2);
    await she.isNotAsked();
    await she.reload('Two');
    await she.isReleased(1);
    await check.poll(cookies, 'cookies of the tag').not.toEqual([]);
    await she.go('Three');
    await she.go('One');
    await she.isReleased(3);
    await she.isNotAsked();
  });

  await test.step('after withdrawal nothing comes back, also with the Back button', async () => {
    await she.opens('button');
    if (!(await ui.dialog.isVisible())) {
      await she.reload('One');
      await she.opens('button');
    }
    await ui.rejectInDialog.click();
    await check(ui.dialog, 'Reject closes the preferences').toBeHidden();
    await she.isHeld();
    await check.poll(cookies, 'cookies are removed').toEqual([]);
    await she.quiet();
    server.log.length = 0;
    if (!row.refreshes) {
      await she.back('Three');
      await she.isHeld();
      await she.back('Two');
      await she.isHeld();
    }
    await she.go('One');
    await she.isHeld();
    await she.go('Three');
    await she.isHeld();
    await she.isNotAsked();
    await she.quiet();
    check(she.asked(), 'nothing is loaded after withdrawal').toEqual([]);
    await check.poll(cookies, 'cookies stay away').toEqual([]);
  });

  await test.step('a new visit finds the same, and the console is quiet', async () => {
    await she.reload('Three');
    await she.quiet();
    await she.isHeld();
    await she.isNotAsked();
    await she.opens('link');
    check(she.asked(), 'nothing is loaded on a new visit').toEqual([]);
    check(said.messages, 'the console').toEqual([]);
    // https://react.dev/errors/418
    if (row.restarts) said.errors = said.errors.filter((error) => !/React error #(418|423);/.test(error));
  });
}
