import { expect } from '@playwright/test';
import type { Path, Tab } from './engine.js';
import { isSeen } from './find.js';

const banner = (part: string): Path => ['askfirst-ui', `[part~="banner"] [part~="${part}"]`];
const dialog = (rest: string): Path => ['askfirst-ui', `dialog[part~="dialog"] ${rest}`];

/** What a visitor sees, found by the parts a site owner may style. */
export const UI = {
  banner: ['askfirst-ui', '[part~="banner"]'],
  accept: banner('accept'),
  reject: banner('reject'),
  choose: banner('choose'),
  dialog: ['askfirst-ui', 'dialog[part~="dialog"]'],
  toggle: (category: string) => dialog(`input[name="${category}"]`),
  save: dialog('[part~="save"]'),
  close: dialog('[part~="close"]'),
  rejectInDialog: dialog('[part~="reject"]'),
  inlineToggle: (category: string): Path => ['consent-preferences', `input[name="${category}"]`],
  settings: ['[data-consent-open]'],
} as const;

const SOON = { intervals: [50, 100] };

/** Waits until a visitor sees the element at a path. While one page follows another nothing is seen. */
export const sees = (tab: Tab, path: Path) =>
  expect
    .poll(() => isSeen(tab, path).catch(() => false), { ...SOON, message: `${path.join(' → ')} is seen` })
    .toBe(true);

/** Waits until it is not there any more, or hidden. */
export const seesNo = (tab: Tab, path: Path) =>
  expect.poll(() => isSeen(tab, path), { ...SOON, message: `${path.join(' → ')} is gone` }).toBe(false);

/** What has the focus, looked up through shadow roots: the part or id of the element. */
export const focused = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('part') ?? element?.id ?? '';
  });
