import type { Contract } from '../contract.js';

const sentry = (enabled: boolean) => [
  ['Sentry.getClient'],
  ['Sentry.getClient.getOptions'],
  ['Sentry.getClient.getOptions.enabled =', enabled],
];

export const contract: Contract = {
  globals: ['Sentry'],
  brought: sentry(true),
  // Off first: Session Replay sends what it has once it stops.
  withdrawn: [...sentry(false), ['Sentry.getReplay'], ['Sentry.getReplay.stop']],
  again: [...sentry(true), ['Sentry.getReplay'], ['Sentry.getReplay.start']],
};
