import { locale as en } from '@askfirst/data/locales/en';
import type { Locator } from '@playwright/test';
import { seen } from '../harness/interface.js';
import { overflowing } from '../harness/lines.js';
import { box, coloursAt, contrast, edgeContrast, edgePlaces, isOnTop } from '../harness/pixels.js';
import { consent, settle, stored } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** What axe cannot tell, criterion by criterion: docs/accessibility.md says which. */

const LAYOUTS = ['bar', 'card', 'modal'];
const THEME = `:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }
  .themed { --askfirst-surface: #102a43; --askfirst-text: #f0f4f8; --askfirst-accent: #f7c948; --askfirst-on-accent: #102a43 }`;
const page = (layout = 'bar') => ({
  attributes: `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="Shop" data-policy-url="/privacy/" data-layout="${layout}"`,
  head: `<style>${THEME}</style>`,
  body: '<main><h1>A page</h1><consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>',
});

async function openPreferences(tab: Page) {
  await seen(tab).choose.click();
  await expect(seen(tab).dialog).toBeVisible();
}
const openDetails = (tab: Page) =>
  seen(tab)
    .dialog.locator('details')
    .evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });

/** Light, dark, a theme far from the browser's colours, and forced colours. */
async function inEachLook(tab: Page, check: (look: string) => Promise<void>) {
  for (const look of ['light', 'dark', 'theme', 'forced'] as const) {
    await tab.emulateMedia({
      colorScheme: look === 'dark' ? 'dark' : 'light',
      forcedColors: look === 'forced' ? 'active' : 'none',
    });
    await tab.evaluate((themed) => document.documentElement.classList.toggle('themed', themed), look === 'theme');
    await check(look);
  }
}

/** What stands out by less than 3 to 1: edges, and knobs of switches. With the place of each knob and the word beside it. */
async function drawn(tab: Page, controls: Locator[]) {
  const measured = await Promise.all(
    controls.map(async (control) => {
      const edge = edgePlaces(await box(control));
      const { name, word, knob } = await control.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        // The middle of a knob at either end: border, padding and half a knob away from it.
        const inset = 1 + 0.7 * Number.parseFloat(getComputedStyle(element).fontSize);
        const places = [x + inset, x + width / 2, x + width - inset].map((at): [number, number] => [
          at,
          y + height / 2,
        ]);
        const isSwitch = element.matches('input');
        return {
          name: element.getAttribute('name') ?? element.textContent ?? '',
          word: isSwitch ? getComputedStyle(element.nextElementSibling as Element, '::before').content : '',
          knob: isSwitch ? places : [],
        };
      });
      return { name, word, edge, knob };
    }),
  );
  const colours = await coloursAt(
    tab,
    measured.flatMap(({ edge, knob }) => [...edge, ...knob]),
  );
  const weak: string[] = [];
  const switches: string[] = [];
  for (const { name, word, edge, knob } of measured) {
    if (edgeContrast(colours.splice(0, edge.length)) < 3) weak.push(`edge of ${name}`);
    const [start = '', middle = '', end = ''] = colours.splice(0, knob.length);
    if (!word) continue;
    const [atStart, atEnd] = [contrast(start, middle), contrast(end, middle)];
    if (Math.max(atStart, atEnd) < 3) weak.push(`knob of ${name}`);
    switches.push(`${name} ${word} ${atStart > atEnd ? 'at the start' : 'at the end'}`);
  }
  return { weak, switches };
}
const SWITCHES = [`functional "${en.on}" at the end`, `marketing "${en.off}" at the start`];

test('switches and buttons stand out by 3 to 1 in every scheme, theme and in forced colours; on differs from off by place and word', async ({
  page: tab,
  visit,
}) => {
  await tab.setViewportSize({ width: 600, height: 640 });
  await visit(page());
  const { accept, reject, save, acceptInDialog, rejectInDialog, toggle, inlineToggle } = seen(tab);
  const expectDrawn = (controls: Locator[], switches: string[]) =>
    inEachLook(tab, async (look) => expect(await drawn(tab, controls), look).toEqual({ weak: [], switches }));
  await expect(accept).toBeVisible();
  await settle(tab, 150);
  await expectDrawn([accept, reject], []);

  await openPreferences(tab);
  await toggle('functional').click();
  await tab.mouse.move(0, 0);
  await expectDrawn([save, acceptInDialog, rejectInDialog, toggle('functional'), toggle('marketing')], SWITCHES);

  await save.click();
  await expect(inlineToggle('functional')).toBeChecked();
  await expectDrawn([inlineToggle('functional'), inlineToggle('marketing')], SWITCHES);
});

/** Targets that are smaller than 24 px and have another within the circle of 24 px around their middle. */
const crowded = (surface: Locator) =>
  surface.evaluate((element) => {
    const root = element.shadowRoot ?? element;
    const targets = [...root.querySelectorAll('a, button, input, summary')];
    const boxOf = (target: Element) => target.getBoundingClientRect();
    const isSmall = ({ width, height }: DOMRect) => width < 24 || height < 24;
    const middle = ({ x, y, width, height }: DOMRect) => [x + width / 2, y + height / 2] as const;
    const distance = ([x, y]: readonly [number, number], box: DOMRect) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const bad = targets.filter((target) => {
      if (!isSmall(boxOf(target))) return false;
      // What is scrolled out of sight lies under nothing, and who scrolls stops where it is clear.
      target.scrollIntoView({ block: 'center' });
      const box = boxOf(target);
      return targets.some(
        (other) =>
          other !== target &&
          (distance(middle(box), boxOf(other)) < 12 ||
            (isSmall(boxOf(other)) &&
              Math.hypot(middle(box)[0] - middle(boxOf(other))[0], middle(box)[1] - middle(boxOf(other))[1]) < 24)),
      );
    });
    return { count: targets.length, bad: bad.map(({ textContent }) => textContent) };
  });

/** The distances between letters, words, lines and paragraphs that a visitor may set: https://www.w3.org/TR/WCAG22/#text-spacing */
const spaceOut = (tab: Page) =>
  tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    for (const { shadowRoot } of document.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(sheet);
  });

for (const layout of LAYOUTS)
  test(`${layout} at 400 % zoom, and with wider text: nothing is cut or scrolls sideways, each control can be reached and hit`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page: tab, visit }) => {
    const { banner, accept, reject, choose, dialog, inline } = seen(tab);
    const declaration = tab.locator('consent-declaration');
    await tab.setViewportSize({ width: 320, height: 256 });
    await visit(page(layout));
    await expect(banner).toBeVisible();
    const expectAllHere = async (surface: Locator, least: number) => {
      expect(await overflowing(surface)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const { count, bad } = await crowded(surface);
      expect(bad).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(least);
    };
    await expectAllHere(banner, 4);
    for (const control of [accept, reject, choose]) await expect(control).toBeInViewport({ ratio: 1 });

    await openPreferences(tab);
    await openDetails(tab);
    await expectAllHere(dialog, 12);
    for (const control of await dialog.locator('a, button, input, summary').all()) {
      await control.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
      expect(await isOnTop(control), (await control.textContent()) ?? '').toBe(true);
    }

    await tab.setViewportSize({ width: 320, height: 640 });
    await spaceOut(tab);
    await expectAllHere(dialog, 12);
    await seen(tab).close.click();
    await expectAllHere(banner, 4);
    for (const control of [accept, reject]) await expect(control).toBeInViewport({ ratio: 1 });
    await expectAllHere(inline, 3);
    await expectAllHere(declaration, 1);
  });

test('a question and open preferences wait for ever: a day later nothing is answered, closed or loaded', async ({
  page: tab,
  visit,
  server,
}) => {
  await tab.clock.install();
  await visit(page());
  await expect(seen(tab).banner).toBeVisible();
  await tab.clock.fastForward('24:00:00');
  await settle(tab, 100);
  await expect(seen(tab).banner).toBeVisible();
  await openPreferences(tab);
  await tab.clock.fastForward('24:00:00');
  await settle(tab, 100);
  await expect(seen(tab).dialog).toBeVisible();
  expect((await consent(tab)).granted).toMatchObject({ analytics: false, functional: false, marketing: false });
  expect(await stored(tab)).toBeNull();
  expect(server.requests('google')).toEqual([]);
});

test('a switch changes nothing but itself: in the preferences nothing happens before Save, in the page the focus stays', async ({
  page: tab,
  visit,
  server,
}) => {
  await visit(page());
  await openPreferences(tab);
  const { dialog, toggle, save, inlineToggle } = seen(tab);
  const address = tab.url();
  await tab.evaluate(() => {
    window.heard = ['the same page'];
  });
  for (const category of ['analytics', 'functional', 'marketing']) {
    await toggle(category).focus();
    await tab.keyboard.press('Space');
    await expect(toggle(category)).toBeChecked();
    await expect(toggle(category)).toBeFocused();
  }
  await settle(tab, 150);
  await expect(dialog).toBeVisible();
  expect((await consent(tab)).granted.analytics).toBe(false);
  expect(server.requests('google')).toEqual([]);
  await save.click();
  await expect.poll(async () => (await consent(tab)).granted.analytics).toBe(true);

  await inlineToggle('marketing').focus();
  await tab.keyboard.press('Space');
  await expect.poll(async () => (await consent(tab)).granted.marketing).toBe(false);
  await expect(inlineToggle('marketing')).toBeFocused();
  expect(tab.url()).toBe(address);
  expect(await tab.evaluate(() => window.heard)).toEqual(['the same page']);
});
