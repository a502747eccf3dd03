import * as askfirst from 'askfirst';
import * as services from 'askfirst/services';
import { expect, test } from 'vitest';

// A new name is a promise: it shows up here, and in review.
test('askfirst exports', () => expect(Object.keys(askfirst).sort()).toEqual(['createConsent', 'createTrack']));

test('askfirst/services exports', () =>
  expect(Object.keys(services).sort()).toEqual(['googleAnalytics', 'googleTagManager']));
