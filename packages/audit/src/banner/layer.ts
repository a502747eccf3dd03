import type { ElementHandle, Frame, JSHandle, Page } from 'playwright-core';
import { type Scan, type Scanned, scan } from './scan.js';
import { plain, type Role, roleOf, type Words } from './words.js';

/** Calls what presses, once nothing else is left to do; false means that it could not press. */
export type Pressing = (press: () => Promise<boolean>) => Promise<boolean>;

/** A button or switch that can be pressed. */
export interface Thing extends Scanned {
  readonly role: Role | undefined;
  /** Presses it as a visitor does: with the pointer, or by its own click where something lies over it. */
  readonly press: (pressing?: Pressing) => Promise<void>;
  /** Whether a switch is on now: others may have moved it. */
  readonly isOnNow: () => Promise<boolean>;
  /** Whether it can still be seen in the window. */
  readonly isThere: () => Promise<boolean>;
}

/** What asks the visitor, as it stands on the page now. */
export interface Layer {
  readonly buttons: readonly Thing[];
  readonly switches: readonly Thing[];
}

const PRESS_TIMEOUT = 3_000;

/** As {@link Thing.press}. */
export async function press(element: ElementHandle, kind: Scanned['kind'], pressing: Pressing = (each) => each()) {
  const timeout = PRESS_TIMEOUT;
  const succeeds = (act: Promise<unknown>) =>
    act.then(
      () => true,
      () => false,
    );
  // The box of a switch is often hidden behind a drawn one.
  if (kind === 'button') {
    await succeeds(element.scrollIntoViewIfNeeded({ timeout }));
    // A trial of Playwright would press as well: a page that listens on the window hears it first. Where a press leads is not waited for.
    if (await pressing(() => succeeds(element.click({ timeout, noWaitAfter: true })))) return;
  }
  await pressing(() => succeeds(element.evaluate((each) => (each as HTMLElement).click())));
}

/** Many banners only slide out of the window, or fade. Runs in the page. */
function isInWindow(element: Element): boolean {
  const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
  const isShown =
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isShown && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

async function thingsIn(frame: Frame, words: Words): Promise<Thing[]> {
  const handle: JSHandle<Scan> = await frame.evaluateHandle(scan, words.topic);
  const seen = await handle.evaluate((each) => each.seen);
  const elementAt = async (index: number) =>
    (await handle.evaluateHandle(({ elements }, at) => elements[at], index)).asElement() as ElementHandle | null;
  return seen.map((each, index) => ({
    ...each,
    role: each.kind === 'button' ? roleOf(each.name, words) : undefined,
    press: async (pressing) => {
      const element = await elementAt(index);
      if (element) await press(element, each.kind, pressing);
    },
    isOnNow: async () =>
      handle.evaluate(({ elements }, at) => {
        const element = elements[at] as HTMLInputElement;
        return (element.getAttribute('aria-checked') ?? String(element.checked)) === 'true';
      }, index),
    isThere: async () => {
      try {
        return (await (await elementAt(index))?.evaluate(isInWindow)) ?? false;
      } catch {
        // Its document is gone.
        return false;
      }
    },
  }));
}

/** Everything that could be pressed, for each frame. A frame that goes away while it is read has nothing. */
const thingsOf = (page: Page, words: Words): Promise<Thing[][]> =>
  Promise.all(page.frames().map((frame) => thingsIn(frame, words).catch(() => [])));

const VALUE: Readonly<Record<Role, number>> = { reject: 4, accept: 4, save: 3, settings: 1 };

/** Whether a part of the page with buttons of these roles asks for consent. */
function asks(roles: ReadonlySet<Role>, hasSwitches: boolean, isOverlay: boolean, isAbout: boolean): boolean {
  const takesBoth = roles.has('accept') && roles.has('reject');
  // Whatever lies over the page and takes both answers asks, also in words that are not known.
  if (!isAbout) return isOverlay && takesBoth;
  if (roles.has('reject') || (roles.has('save') && hasSwitches)) return true;
  // A lone “Accept” in the flow of a page is that of a video or map which waits there.
  return roles.has('accept') && (isOverlay || roles.has('settings'));
}

/**
 * Finds what asks for consent: the parts of the page, in any frame or open shadow root, whose buttons say so. The likeliest comes
 * first; what lies over the page is likelier than what stands in its flow.
 */
export async function layersOf(page: Page, words: Words): Promise<Layer[]> {
  const layers: { value: number; layer: Layer }[] = [];
  for (const things of await thingsOf(page, words)) {
    for (const group of new Set(things.map((each) => each.group))) {
      if (group < 0) continue;
      const own = things.filter((each) => each.group === group);
      const buttons = own.filter(({ role }) => role);
      const switches = own.filter(({ kind }) => kind === 'switch');
      const roles = new Set(buttons.map(({ role }) => role as Role));
      const isOverlay = own[0]?.isOverlay === true;
      if (!asks(roles, switches.length > 0, isOverlay, own[0]?.isAbout === true)) continue;
      const value =
        [...roles].reduce((sum, role) => sum + VALUE[role], 0) + (isOverlay ? 4 : 0) + (switches[0] ? 1 : 0);
      layers.push({ value, layer: { buttons, switches } });
    }
  }
  return layers.sort((a, b) => b.value - a.value).map(({ layer }) => layer);
}

/**
 * Waits until the page asks.
 *
 * @param timeout Milliseconds, after which the answer is undefined.
 */
export async function waitForLayer(
  page: Page,
  words: Words,
  timeout: number,
  isIt: (layer: Layer) => boolean = () => true,
): Promise<Layer | undefined> {
  const end = Date.now() + timeout;
  for (;;) {
    const layer = (await layersOf(page, words)).find(isIt);
    if (layer || Date.now() >= end) return layer;
    await new Promise((done) => setTimeout(done, 150));
  }
}

/** The button of a layer that does this. */
export const buttonOf = (layer: Layer, role: Role): Thing | undefined =>
  layer.buttons.find((each) => each.role === role);

/** Ways back to the question of tools that are opened by something without words. */
const WAYS_BACK = [
  '[data-consent-open]',
  '[data-cc="show-preferencesModal"]',
  '[data-cc="c-settings"]',
  '#tarteaucitronManager',
  '#tarteaucitronIcon',
  '#tarteaucitronIcon button',
  'a[href="#klaro"]',
  '.orejime-Button--reopen',
  '#ot-sdk-btn',
  '#ot-sdk-btn-floating button',
  '.cky-btn-revisit',
  '#CookiebotWidget button',
  '.cmplz-manage-consent',
  '.iubenda-cs-preferences-link',
  '.iubenda-tp-btn',
  '#uc-privacy-button',
];

/** The way back to the question: a control that says so, or that a tool is known to have. */
export async function wayBack(page: Page, words: Words): Promise<(() => Promise<void>) | undefined> {
  for (const frame of page.frames()) {
    for (const selector of WAYS_BACK) {
      const element = await frame.$(`${selector} >> visible=true`).catch(() => null);
      if (element) return () => press(element, 'button');
    }
  }
  const { exact, pattern } = words.reopen;
  const says = new RegExp(`^(?:${pattern})$`, 'u');
  const things = (await thingsOf(page, words)).flat().filter(({ kind }) => kind === 'button');
  const way =
    things.find(({ name }) => exact.includes(plain(name))) ?? things.find(({ name }) => says.test(plain(name)));
  return way?.press;
}
