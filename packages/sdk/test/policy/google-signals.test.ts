import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { googleSignals } from '../../src/policy/google-signals.js';
import type { Category, GoogleSignal } from '../../src/policy/types.js';

/** In the order of the head stub, whose words are compared with ours. */
const names: GoogleSignal[] = [
  'functionality_storage',
  'personalization_storage',
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'security_storage',
];

/** What is told once exactly these are granted. */
const tell = (categories: readonly Category[], ...granted: string[]) =>
  googleSignals(categories, { necessary: false, ...Object.fromEntries(granted.map((key) => [key, true])) });

const grantedIn = (signals: Record<string, string>) => names.filter((name) => signals[name] === 'granted').sort();

const standard = resolveCategories({ categories: { functional: {}, analytics: {}, marketing: {} } });

test('names all seven, in order, and denies all but security to somebody who said nothing', () => {
  const told = tell(standard, 'necessary');
  expect(Object.keys(told)).toEqual(names);
  expect(grantedIn(told)).toEqual(['security_storage']);
  expect(Object.values(told).filter((value) => value === 'denied')).toHaveLength(6);
});

test.each([
  ['necessary', []],
  ['functional', ['functionality_storage', 'personalization_storage']],
  ['analytics', ['analytics_storage']],
  ['marketing', ['ad_personalization', 'ad_storage', 'ad_user_data']],
])('%s stands for %j besides security', (key, signals) => {
  expect(grantedIn(tell(standard, 'necessary', key))).toEqual([...signals, 'security_storage'].sort());
});

test('grants what a granted category stands for and nothing else, for any mapping', () => {
  const categories = fc.array(
    fc.record({ granted: fc.boolean(), signals: fc.uniqueArray(fc.constantFrom(...names)) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(categories, (rows) => {
      const list = rows.map(({ signals }, index) => ({ key: `c${index}`, signals }) as unknown as Category);
      const yes = rows.flatMap(({ granted }, index) => (granted ? [`c${index}`] : []));
      const wanted = new Set(['security_storage', ...rows.flatMap(({ granted, signals }) => (granted ? signals : []))]);
      const told = tell(list, ...yes);
      expect(grantedIn(told)).toEqual([...wanted].sort());
      expect(Object.keys(told)).toEqual(names);
      expect(Object.values(told).every((value) => value === 'granted' || value === 'denied')).toBe(true);
    }),
  );
});

test('remembers nothing from one time to the next', () => {
  tell(standard, 'functional', 'analytics', 'marketing');
  expect(grantedIn(tell(standard, 'necessary'))).toEqual(['security_storage']);
});
