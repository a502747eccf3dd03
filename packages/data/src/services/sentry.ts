import type { Service, Source, TagFacts } from '../types.js';

/**
 * Error reports alone store nothing; the entry is that of Session Replay, which records what visitors see. A site that only
 * reports errors may declare it as another category. Many sites send the reports through a path of their own host (`tunnel`),
 * which no list of hosts catches.
 */
export const service = {
  id: 'sentry',
  name: 'Sentry',
  provider: 'Functional Software, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://sentry.io/privacy/',
  hosts: ['*.sentry.io', '*.sentry-cdn.com'],
  stores: [{ name: 'sentryReplaySession', kind: 'sessionStorage', lifetime: 'session' }],
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'sentry',
  early: false,
};

export const source: Source = {
  urls: [
    'https://github.com/getsentry/sentry-javascript',
    'https://docs.sentry.io/product/session-replay/protecting-user-privacy',
    'https://frb.storycore.dev/en/privacy/subprocessors/',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
