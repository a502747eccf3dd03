import type { Answers, Dimension } from '../statistics/model.js';
import { people } from '../statistics/model.js';

const LANG = 'en-GB';
const whole = new Intl.NumberFormat(LANG);
const compact = new Intl.NumberFormat(LANG, { notation: 'compact' });
const percent = new Intl.NumberFormat(LANG, { style: 'percent' });
const month = new Intl.DateTimeFormat(LANG, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(LANG, { day: 'numeric', month: 'long', timeZone: 'UTC' });
const languages = new Intl.DisplayNames([LANG], { type: 'language' });

export const countText = (count: number): string => whole.format(count);
/** `1.2M`: for axes, where there is no room. */
export const shortCount = (count: number): string => compact.format(count);
export const visitorsText = (count: number): string => `${countText(count)} ${count === 1 ? 'visitor' : 'visitors'}`;

/** How many of all said yes. What is not all must not read as all. */
export function rateText(answers: Answers): string {
  const rate = answers.yes / people(answers);
  if (rate > 0 && rate < 0.005) return '<1%';
  if (rate < 1 && rate >= 0.995) return '>99%';
  return percent.format(rate);
}

/** `2026-11` as `November 2026`. */
export const monthText = (name: string): string => month.format(new Date(`${name}-01`));
/** `2026-11-28` as `28 November`. */
export const dayText = (name: string): string => day.format(new Date(name));

const STANDARD: Readonly<Record<string, string>> = {
  functional: 'Functional',
  analytics: 'Analytics',
  marketing: 'Marketing',
};
/** A site's own categories have the names that it gave them. */
export const categoryText = (key: string): string => STANDARD[key] ?? key;

function languageText(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    // Events may name what is no language.
    return code;
  }
}

/** Ids of laws are words: `us-california` as `US California`, `gdpr` as `GDPR`. */
const regimeText = (id: string) =>
  id
    .split('-')
    .map((word) =>
      word.length < 3 || word === 'gdpr' ? word.toUpperCase() : word.replace(/^./, (letter) => letter.toUpperCase()),
    )
    .join(' ');

const LAYOUTS: Readonly<Record<string, string>> = { bar: 'Bar', card: 'Card', modal: 'Modal' };
const UNKNOWN: Readonly<Record<Dimension, string>> = {
  day: 'Unknown',
  regime: 'Unknown',
  locale: 'Unknown',
  layout: 'No banner, or not known',
};

/** What a reader calls a group. */
export function groupText(dimension: Dimension, key: string | null): string {
  if (key === null) return UNKNOWN[dimension];
  if (dimension === 'locale') return languageText(key);
  if (dimension === 'regime') return regimeText(key);
  if (dimension === 'layout') return LAYOUTS[key] ?? key;
  return dayText(key);
}
