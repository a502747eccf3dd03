/** @jsxRuntime automatic */
/** @jsxImportSource react */
/** Compiled, never run: each line behind `@ts-expect-error` must not compile, every other line must. */
import { type Consent, createConsent } from 'askfirst';
import {
  ConsentFrame,
  ConsentGate,
  ConsentProvider,
  type RegisteredCategory,
  useConsent,
  useConsentState,
} from 'askfirst/react';
import { googleAnalytics } from 'askfirst/services';
import * as vue from 'askfirst/vue';
import { createApp, h, type Ref } from 'vue';

const consent = createConsent({
  services: [googleAnalytics('G-1'), { id: 'film', name: 'Film', provider: 'Example', category: 'marketing' }],
  categories: { functional: {} },
});
type Key = 'analytics' | 'marketing' | 'functional';

declare module 'askfirst/react' {
  interface Register {
    consent: typeof consent;
  }
}
declare module 'askfirst/vue' {
  interface Register {
    consent: typeof consent;
  }
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const other = createConsent({ categories: { profiling: {} } });

// What an editor offers: the categories of the services and of the options.
same<RegisteredCategory, Key>(true);
same<InstanceType<typeof vue.ConsentGate>['$props']['category'], Key | `${Key}__${string}` | 'necessary'>(true);

export function ReactComponent() {
  same<ReturnType<typeof useConsent>, boolean>(true);
  useConsent('analytics');
  useConsent('functional');
  useConsent('necessary');
  useConsent('profiling', other);
  useConsent('marketing__film');
  // @ts-expect-error
  useConsent('profiling__film');
  const state = useConsentState();
  same<typeof state, Consent<Key>>(true);
  const otherState = useConsentState(other);
  same<typeof otherState, Consent<'profiling'>>(true);
  // @ts-expect-error A category with a slip,
  useConsent('anlytics');
  // @ts-expect-error or one that this consent does not know.
  useConsent('analytics', other);
  // @ts-expect-error
  state.granted.anlytics;
  // @ts-expect-error
  useConsentState(other).granted.analytics;
  // @ts-expect-error No category.
  useConsent();

  return [
    <ConsentProvider consent={consent} initial={consent.$consent.get()}>
      <ConsentGate category="marketing" fallback="No film">
        Film
      </ConsentGate>
    </ConsentProvider>,
    <ConsentGate category="profiling" consent={other} />,
    <ConsentFrame category="marketing__film" title="Film" src="/film" />,
    <ConsentFrame category="marketing" title="Film" src="/film" loading="lazy" allowFullScreen />,
    <ConsentFrame category="profiling" consent={other} title="Film" src="/film">
      <p>No film</p>
    </ConsentFrame>,
    // @ts-expect-error
    <ConsentGate category="markting" />,
    // @ts-expect-error
    <ConsentGate category="marketing" consent={other} />,
    // @ts-expect-error
    <ConsentFrame category="markting" title="Film" src="/film" />,
    // @ts-expect-error A frame needs a name.
    <ConsentFrame category="marketing" src="/film" />,
    // @ts-expect-error
    <ConsentFrame category="marketing" title="Film" source="/film" />,
    // @ts-expect-error Nothing to provide.
    <ConsentProvider>App</ConsentProvider>,
    // @ts-expect-error
    <ConsentProvider consent={{ granted: true }} />,
  ];
}

export function setup() {
  const granted = vue.useConsent('analytics');
  same<typeof granted, Readonly<Ref<boolean>>>(true);
  vue.useConsent('necessary');
  vue.useConsent('profiling', other);
  const state = vue.useConsentState();
  same<typeof state, Readonly<Ref<Consent<Key>>>>(true);
  // @ts-expect-error A category with a slip,
  vue.useConsent('anlytics');
  // @ts-expect-error or one that this consent does not know.
  vue.useConsent('analytics', other);
  // @ts-expect-error
  state.value.granted.anlytics;
  // @ts-expect-error It is read, not written.
  granted.value = true;

  createApp({}).provide(vue.consentKey, consent);
  createApp({}).provide(vue.consentKey, { ...consent, initial: consent.$consent.get() });
  h(vue.ConsentGate, { category: 'marketing' }, { default: () => 'Film', fallback: () => 'No film' });
  h(vue.ConsentFrame, { category: 'marketing', title: 'Film', src: '/film', loading: 'lazy', class: 'wide' });
  // @ts-expect-error
  h(vue.ConsentGate, { category: 'markting' });
  // @ts-expect-error
  h(vue.ConsentFrame, { category: 'markting', title: 'Film', src: '/film' });
  // @ts-expect-error A frame needs a name.
  h(vue.ConsentFrame, { category: 'marketing', src: '/film' });
  // @ts-expect-error Nothing to provide.
  createApp({}).provide(vue.consentKey, {});
}
