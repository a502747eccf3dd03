'use client';

import { ConsentGate, ConsentProvider, useConsent } from 'askfirst/react';
import { useEffect } from 'react';
import { consent } from './consent.js';

/** The app of `apps/plain`, in React. */
export function Shop({ children }) {
  const measured = useConsent('analytics', consent);
  useEffect(() => consent.start(), []);
  useEffect(() => {
    window.heard ??= [];
    // StrictMode runs effects twice.
    if (window.heard.at(-1) !== measured) window.heard.push(measured);
  }, [measured]);
  useEffect(
    () =>
      consent.on('marketing', (granted) => {
        if (granted) document.cookie = '_heat=1; path=/';
      }),
    [],
  );
  return (
    <ConsentProvider consent={consent}>
      <main>
        <h1>Shop</h1>
        <ConsentGate category="analytics" fallback={<p id="unmeasured">This visit is not counted.</p>}>
          <p id="measured">This visit is counted.</p>
        </ConsentGate>
        <button id="withdraw" type="button" onClick={() => consent.withdraw()}>
          Withdraw
        </button>
        {children}
      </main>
    </ConsentProvider>
  );
}
