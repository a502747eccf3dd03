import type { Service, Source } from '../types.js';

/** The container stores nothing itself; what its tags store is declared by their own services. */
export const googleTagManager = {
  id: 'gtm',
  name: 'Google Tag Manager',
  provider: 'Google',
  category: 'analytics',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['www.googletagmanager.com'],
  script: 'https://www.googletagmanager.com/gtm.js?id=',
  api: 'gtm',
} as const satisfies Service;

export const source: Source = {
  urls: ['https://developers.google.com/tag-platform/tag-manager/web', 'https://dataandlaw.com'],
  reviewedOn: '2026-11-21',
};
