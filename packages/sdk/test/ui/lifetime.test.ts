import type { Lifetime, StorageKind } from '@askfirst/data';
import { locale as german } from '@askfirst/data/locales/de';
import { locale } from '@askfirst/data/locales/en';
import { afterEach, expect, test, vi } from 'vitest';
import { capHere, lifetimeText } from '../../src/ui/lifetime.js';

const entry = (lifetime: Lifetime, kind: StorageKind = 'cookie') => ({ name: '_x', kind, lifetime });

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each<[Lifetime, string]>([
  [[24, 'month'], '24 months (≤\u00A0400 days)'],
  [[14, 'month'], '14 months (≤\u00A0400 days)'],
  [[2, 'year'], '2 years (≤\u00A0400 days)'],
  [[401, 'day'], '401 days (≤\u00A0400 days)'],
  ['persistent', `${locale.persistent} (≤\u00A0400 days)`],
  [[13, 'month'], '13 months'],
  [[1, 'year'], '1 year'],
  [[400, 'day'], '400 days'],
  [[57, 'week'], '57 weeks'],
  [[1440, 'minute'], '1,440 minutes'],
  [[60, 'second'], '60 seconds'],
  ['session', locale.session],
  ['unknown', '–'],
])('a cookie that asks for %j is shown with the cap where it asks for more', (lifetime, text) => {
  expect(lifetimeText(locale, entry(lifetime), '')).toBe(text);
});

test('only cookies have the cap, and only where it is known', () => {
  expect(lifetimeText(locale, entry([24, 'month'], 'localStorage'), '')).toBe('24 months');
  expect(lifetimeText(locale, entry('persistent', 'indexedDB'), '')).toBe(locale.persistent);
  expect(lifetimeText(locale, entry([24, 'month']), undefined)).toBe('24 months');
});

test('it is said whose cap it is, in the language of the list', () => {
  expect(lifetimeText(german, entry([24, 'month']), 'Chrome: ')).toBe('24 Monate (Chrome: ≤\u00A0400 Tage)');
  expect(lifetimeText(german, entry([13, 'month']), 'Chrome: ')).toBe('13 Monate');
});

test('WebKit, which has no cap, is told by what it alone supports', () => {
  const supports = vi.fn((condition: string) => condition === '-webkit-nbsp-mode:space');
  vi.stubGlobal('CSS', { supports });
  expect(capHere()).toBeUndefined();
  supports.mockReturnValue(false);
  expect(capHere()).toBe('');
});
