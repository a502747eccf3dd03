import { type Consent, type ConsentManager, createConsent } from 'askfirst';
import { ConsentFrame, ConsentGate, ConsentProvider, useConsent, useConsentState } from 'askfirst/react';
import { googleAnalytics } from 'askfirst/services';
import { createElement, useEffect } from 'react';

/** A page of a React app. It is rendered on a server, in a spec, and in the browser. */

export const siteConsent = () =>
  createConsent({
    controller: { name: 'Shop' },
    services: [googleAnalytics('G-TEST1')],
    categories: { marketing: {} },
  });

const words = (granted: boolean) => (granted ? 'yes' : 'no');

function Answers() {
  const state = useConsentState();
  const measured = useConsent('analytics');
  return createElement('output', { id: 'answers' }, `measured: ${words(measured)}, asked for: ${state.due}`);
}

export interface PageProps {
  consent: ConsentManager;
  initial?: Consent | undefined;
  /** Whether the page itself begins to ask, and stops when it is gone. */
  start?: boolean;
}

export function Page({ consent, initial, start }: PageProps) {
  useEffect(() => (start ? consent.start() : undefined), [consent, start]);
  return createElement(
    ConsentProvider,
    { consent, initial },
    createElement('h1', null, 'A page of a shop'),
    createElement(Answers),
    createElement(
      ConsentGate,
      { category: 'marketing', fallback: createElement('p', { id: 'plain' }, 'Our shop') },
      createElement('p', { id: 'offers' }, 'Offers for you'),
    ),
    createElement(ConsentFrame, {
      category: 'marketing',
      title: 'Film about the shop',
      src: 'https://tags.example.net/film.html',
      referrerPolicy: 'no-referrer',
    }),
  );
}
