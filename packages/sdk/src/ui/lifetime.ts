import type { Duration, Locale, StoredItem } from '@askfirst/data';
import { cookieCap } from '@askfirst/data/cookie-cap';

/** Days of each unit, at least: only what is longer for sure counts as longer. */
const DAYS = { second: 1 / 86_400, minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };

const isCapped = ({ kind, lifetime }: StoredItem): boolean =>
  kind === 'cookie' &&
  (typeof lifetime === 'string' ? lifetime === 'persistent' : lifetime[0] * DAYS[lifetime[1]] > cookieCap[0]);

const durationText = ({ lang }: Locale, [count, unit]: Duration): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/**
 * How long an entry stays, in words: what it asks for, and in brackets what browsers make of a longer wish.
 *
 * @param whose Stands before the cap, and says whose it is: empty for the reader's own browser, `undefined` if that has none.
 * @example lifetimeText(english, { name: '_ga', kind: 'cookie', lifetime: [24, 'month'] }, '') // '24 months (≤ 400 days)'
 */
export function lifetimeText(locale: Locale, entry: StoredItem, whose: string | undefined): string {
  const { lifetime } = entry;
  const asked =
    typeof lifetime !== 'string' ? durationText(locale, lifetime) : lifetime === 'unknown' ? '–' : locale[lifetime];
  return whose === undefined || !isCapped(entry)
    ? asked
    : `${asked} (${whose}≤\u00A0${durationText(locale, cookieCap)})`;
}

/**
 * What `lifetimeText` says in the reader's browser: every engine has the cap but WebKit, the only one with this property.
 * `navigator.vendor` would tell as well, but reading it looks like taking a fingerprint.
 */
export const capHere = (): '' | undefined => (CSS.supports('-webkit-nbsp-mode:space') ? undefined : '');
