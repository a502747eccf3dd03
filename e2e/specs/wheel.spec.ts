import { seen } from '../harness/interface.js';
import { bundled } from '../harness/libraries/table.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

// A browser of its own: in one that has played two hundred specs before, the page did not scroll at all, for no reason that was found.
test.use({ reuseContext: false });

/** What takes the wheel of a page: a library that scrolls smoothly, and a listener as pages write it themselves. */
const TAKERS: Record<string, () => Promise<string>> = {
  nothing: async () => '',
  Lenis: () => bundled('lenis.ts'),
  'a listener of its own': async () => `
    addEventListener('wheel', (event) => {
      event.preventDefault();
      scrollBy(0, event.deltaY);
    }, { passive: false });`,
};

/**
 * Where the page stands once it has come to rest. Counted in frames: a busy machine may draw none for a while, and what scrolls
 * smoothly goes on with the next.
 */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    let last = scrollY;
    for (let still = 0; still < 30; still += 1) {
      await new Promise(requestAnimationFrame);
      if (scrollY !== last) still = 0;
      last = scrollY;
    }
    return Math.round(last);
  });

const services = Array.from({ length: 12 }, (_, at) => ({
  id: `s${at}`,
  name: `Service ${at}`,
  provider: 'Example Ltd',
  category: at % 2 ? 'analytics' : 'marketing',
  stores: [{ name: `_s${at}`, kind: 'cookie', lifetime: [1, 'year'] }],
}));

for (const [taker, script] of Object.entries(TAKERS))
  test(`the wheel scrolls the preferences and not the page behind, where ${taker} takes the page's wheel`, {
    tag: wholeIf(taker !== 'Lenis'),
  }, async ({ page, visit, server, said }) => {
    server.reply('/wheel.js', { type: 'text/javascript', body: await script() });
    await page.setViewportSize({ width: 1000, height: 400 });
    const body = `<main><h1>Shop</h1>${'<p>Text</p>'.repeat(200)}</main><script type="module" src="/wheel.js"></script>`;
    await visit({ attributes: '', config: { services }, body });
    const { reject, choose, dialog } = seen(page);
    await expect(reject).toBeVisible();
    const top = () => page.evaluate(() => Math.round(scrollY));
    const turn = async (deltaY: number) => {
      for (let times = 0; times < 4; times += 1) await page.mouse.wheel(0, deltaY);
    };

    // The page's own wheel works as before.
    await page.mouse.move(500, 100);
    await expect(async () => {
      await turn(150);
      expect(await top()).toBeGreaterThan(100);
    }).toPass({ timeout: 15_000 });
    const before = await atRest(page);

    await choose.click();
    await expect(dialog).toBeVisible();
    const inside = () =>
      dialog.evaluate((element) => {
        const all = [element, ...element.querySelectorAll('*')];
        return Math.max(...all.map(({ scrollTop }) => scrollTop));
      });
    const { x, y, width, height } = (await dialog.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width / 2, y + height / 2);
    // Its content comes a little later.
    await expect(async () => {
      await turn(150);
      expect(await inside()).toBeGreaterThan(100);
    }).toPass({ timeout: 15_000 });
    // Also past the end of the preferences, where browsers hand the wheel on.
    await turn(3000);
    await page.waitForTimeout(200);
    expect(await top()).toBe(before);
    expect(said.messages).toEqual([]);
  });
