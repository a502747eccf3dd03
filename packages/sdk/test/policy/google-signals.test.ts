import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { defaultSignals, googleSignals } from '../../src/policy/google-signals.js';
import type { Category, Consent, GoogleSignal } from '../../src/policy/types.js';

const names = Object.keys(defaultSignals) as GoogleSignal[];

/** What is told once exactly these are granted. */
const tell = (categories: readonly Category[], ...granted: string[]) =>
  googleSignals(categories, { granted: Object.fromEntries(granted.map((key) => [key, true])) } as unknown as Consent);

const grantedIn = (signals: Record<string, string>) => names.filter((name) => signals[name] === 'granted').sort();

const standard = resolveCategories({ categories: { functional: {}, analytics: {}, marketing: {} } });

test('the default names all seven and denies all but security', () => {
  expect([...names].sort()).toEqual([
    'ad_personalization',
    'ad_storage',
    'ad_user_data',
    'analytics_storage',
    'functionality_storage',
    'personalization_storage',
    'security_storage',
  ]);
  expect(grantedIn(defaultSignals)).toEqual(['security_storage']);
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

test('leaves the default as it was', () => {
  tell(standard, 'functional', 'analytics', 'marketing');
  expect(grantedIn(defaultSignals)).toEqual(['security_storage']);
});
