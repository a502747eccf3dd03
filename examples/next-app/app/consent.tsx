'use client';

import { createConsent } from 'askfirst';
import { ConsentProvider } from 'askfirst/react';
import { googleAnalytics, gtag } from 'askfirst/services';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';

const consent = createConsent({
  controller: { name: 'Sleeper' },
  policy: { url: `${process.env.BASE_PATH}/privacy/`, version: '2026-10-01' },
  services: [
    // Each route is counted below.
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
});

export function SiteConsent({ children }: { children: ReactNode }) {
  const path = usePathname();
  useEffect(() => consent.start(), []);
  // Waits for the answer in this page's memory; after a no it is forgotten.
  useEffect(() => gtag('event', 'page_view', { page_location: location.origin + path }), [path]);
  return <ConsentProvider consent={consent}>{children}</ConsentProvider>;
}

declare module 'askfirst/react' {
  interface Register {
    consent: typeof consent;
  }
}
