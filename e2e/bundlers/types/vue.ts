import { consentKey, useConsent, useConsentState } from 'askfirst/vue';
import { provide, type Ref } from 'vue';
import { consent } from './consumer.js';

declare module 'askfirst/vue' {
  interface Register {
    consent: typeof consent;
  }
}

export function setup() {
  provide(consentKey, consent);
  const measured: Readonly<Ref<boolean>> = useConsent('analytics');
  const profiled: boolean = useConsentState().value.granted.profiling;
  // @ts-expect-error A category with a slip.
  useConsent('analitycs');
  // @ts-expect-error
  useConsent('analitycs', consent);
  // @ts-expect-error
  useConsentState().value.granted.analitycs;
  // @ts-expect-error It is read, not written.
  measured.value = true;
  return profiled;
}
