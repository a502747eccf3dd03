import { ConsentFrame, ConsentGate, ConsentProvider, useConsent, useConsentState } from 'askfirst/react';
import { consent } from './consumer.js';

declare module 'askfirst/react' {
  interface Register {
    consent: typeof consent;
  }
}

export function App() {
  const measured: boolean = useConsent('analytics');
  const asked: boolean = useConsentState().granted.profiling;
  return (
    <ConsentProvider consent={consent}>
      <ConsentGate category="support" fallback={<p>{String(measured && asked)}</p>}>
        <ConsentFrame category="marketing" title="Map" src="https://maps.example/berlin" loading="lazy" />
      </ConsentGate>
      <consent-preferences id="choice" />
      <consent-declaration class="whole" lang="de" />
      <button type="button" data-consent-open>
        Privacy settings
      </button>
      <img data-consent="marketing" data-src="https://maps.example/berlin.png" alt="" />
      {/* @ts-expect-error No such element. */}
      <consent-preference />
    </ConsentProvider>
  );
}

export function Wrong() {
  // @ts-expect-error A category with a slip.
  useConsent('analitycs');
  // @ts-expect-error
  useConsent('analitycs', consent);
  // @ts-expect-error
  useConsentState().granted.analitycs;
  return (
    <>
      {/* @ts-expect-error */}
      <ConsentGate category="analitycs">…</ConsentGate>
      {/* @ts-expect-error A frame without a title says nothing to a screen reader. */}
      <ConsentFrame category="marketing" src="https://maps.example/berlin" />
    </>
  );
}
