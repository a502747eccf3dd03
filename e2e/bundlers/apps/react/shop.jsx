'use client';

import { useEffect, useState } from 'react';
import { consent } from './consent.js';

/** The same app in React as in `apps/plain`. */
export function Shop() {
  const [measured, setMeasured] = useState(false);
  useEffect(() => consent.start(), []);
  useEffect(() => consent.on('analytics', setMeasured), []);
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
    <main>
      <h1>Shop</h1>
      {measured && <p id="measured">This visit is counted.</p>}
      <button id="withdraw" type="button" onClick={() => consent.withdraw()}>
        Withdraw
      </button>
    </main>
  );
}
