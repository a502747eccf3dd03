import { createConsent } from 'askfirst';
import { googleAnalytics } from 'askfirst/services';

export const consent = createConsent({
  controller: { name: 'Marsh Street Pottery' },
  policy: { url: '#privacy', version: '2026-09-01' },
  services: [
    // Each section is counted by page-views.ts.
    googleAnalytics('G-EXAMPLE000', { send_page_view: false }),
    {
      id: 'film',
      name: 'YouTube film',
      provider: 'Google Ireland Ltd',
      category: 'functional',
      policyUrl: 'https://policies.google.com/privacy',
      hosts: ['www.youtube-nocookie.com'],
    },
  ],
  categories: { functional: { label: 'Films', description: 'Plays films from YouTube in the page.' } },
  ui: { layout: 'card' },
});

declare module 'askfirst/vue' {
  interface Register {
    consent: typeof consent;
  }
}
