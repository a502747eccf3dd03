import { policyAcceptance } from 'askfirst/acceptance';

const url = '#/privacy';

const versions = [
  { version: '2025-09-01', publishedAt: '2025-08-18', effectiveAt: '2025-09-01', url },
  { version: '2026-05-12', publishedAt: '2026-05-12', effectiveAt: '2026-05-12', url },
] as const;

/** The version in force. */
export const policy = versions[1];

/** Which version an account has accepted. Says nothing about consent. */
export const acceptance = policyAcceptance({ versions });
