import * as askfirst from 'askfirst';
import * as headless from 'askfirst/headless';
import * as lint from 'askfirst/lint';
import * as react from 'askfirst/react';
import * as services from 'askfirst/services';
import * as vue from 'askfirst/vue';
import { expect, test } from 'vitest';

// A new name is a promise: it shows up here, and in review.
test('askfirst exports', () => expect(Object.keys(askfirst).sort()).toEqual(['createConsent', 'createTrack']));

test('askfirst/services exports', () =>
  expect(Object.keys(services).sort()).toEqual(['defineService', 'googleAnalytics', 'googleTagManager', 'gtag']));

test('askfirst/lint exports', () => expect(Object.keys(lint)).toEqual(['lint']));
test('askfirst/headless exports', () =>
  expect(Object.keys(headless).sort()).toEqual(['checkDrawn', 'contrastsOn', 'onQuestion']));

test('askfirst/react exports', () =>
  expect(Object.keys(react).sort()).toEqual([
    'ConsentFrame',
    'ConsentGate',
    'ConsentProvider',
    'useConsent',
    'useConsentState',
  ]));

test('askfirst/vue exports', () =>
  expect(Object.keys(vue).sort()).toEqual([
    'ConsentFrame',
    'ConsentGate',
    'consentKey',
    'useConsent',
    'useConsentState',
  ]));
