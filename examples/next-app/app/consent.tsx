'use client';

import { createConsent } from 'askfirst';
import { ConsentProvider } from 'askfirst/react';
import { googleAnalytics } from 'askfirst/services';
import { type HTMLAttributes, type ReactNode, useEffect } from 'react';

const consent = createConsent({
  controller: { name: 'Sleeper' },
  policy: { url: `${process.env.BASE_PATH}/privacy/`, version: '2026-10-01' },
  services: [
    googleAnalytics('G-EXAMPLE000'),
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
});

export function SiteConsent({ children }: { children: ReactNode }) {
  useEffect(() => consent.start(), []);
  return <ConsentProvider consent={consent}>{children}</ConsentProvider>;
}

declare module 'askfirst/react' {
  interface Register {
    consent: typeof consent;
  }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'consent-preferences': HTMLAttributes<HTMLElement>;
      'consent-declaration': HTMLAttributes<HTMLElement>;
    }
  }
}
