import * as policy from 'askfirst/policy';
import * as server from 'askfirst/server';
import { expect, test } from 'vitest';

// A new name is a promise: it shows up here, and in review.
test('askfirst/policy exports', () =>
  expect(Object.keys(policy).sort()).toEqual([
    'checkOptions',
    'deriveConsent',
    'explain',
    'googleSignals',
    'parseRecord',
    'regimes',
    'regionalDefaults',
    'resolveCategories',
    'resolveRegime',
  ]));

test('askfirst/server exports', () =>
  expect(Object.keys(server).sort()).toEqual(['contentSecurityPolicy', 'headStub', 'initialConsent', 'visitorFrom']));

test('options that are fine have nothing to be explained', () => {
  const { checkOptions, explain } = policy;
  expect(explain(checkOptions({ categories: { analytics: {} } }))).toBe('');
  expect(explain(checkOptions({ region: 'EU' }))).toContain('"EU" is not an ISO 3166 code');
});
