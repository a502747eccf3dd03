import { ConsentGate } from 'askfirst/react';
import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { SiteConsent } from './consent';
import './site.css';

export const metadata: Metadata = {
  title: { default: 'Sleeper: a journal of night trains', template: '%s · Sleeper' },
  description: 'Night trains that still run, tried in bed.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SiteConsent>
          <header>
            <Link className="brand" href="/">
              Sleeper
            </Link>
            <Link href="/privacy">Privacy</Link>
          </header>
          <main>{children}</main>
          <footer>
            <p>
              Sleeper, example site of the Askfirst project. Timetables and pianos are made up.{' '}
              <ConsentGate category="analytics" fallback="Your visit is not counted.">
                Thank you for letting us count your visit.
              </ConsentGate>
            </p>
            <button type="button" data-consent-open>
              Privacy settings
            </button>
          </footer>
        </SiteConsent>
      </body>
    </html>
  );
}
