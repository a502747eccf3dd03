import {
  type AllowedComponentProps,
  type HTMLAttributes,
  h,
  type IframeHTMLAttributes,
  type InjectionKey,
  inject,
  type Ref,
  type ReservedProps,
  type SetupContext,
  shallowRef,
  toRef,
  type VNode,
  type VNodeProps,
  watchPostEffect,
} from 'vue';
import type { ConsentManager } from '../entries/index.js';
import type { Consent } from '../policy/types.js';
import { denied, listen } from './no-consent.js';

/**
 * Declares which consent your app provides, so that its categories are literal types everywhere.
 *
 * @example declare module 'askfirst/vue' { interface Register { consent: typeof consent } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: apps fill it.
export interface Register {}

/** The categories of the consent in `Register`; any text without one. */
export type RegisteredCategory = Register extends { consent: ConsentManager<infer K> } ? K : string;

/** An element of the page that the interface fills. */
type Filled = new () => { $props: HTMLAttributes & ReservedProps };

declare module 'vue' {
  interface GlobalComponents {
    'consent-preferences': Filled;
    'consent-declaration': Filled;
  }
  /** Attributes that `strictTemplates` would reject. */
  interface HTMLAttributes {
    'data-consent'?: string | undefined;
    'data-consent-open'?: boolean | '' | undefined;
    'data-consent-repeat'?: boolean | '' | undefined;
    'data-type'?: string | undefined;
    'data-src'?: string | undefined;
    'data-placeholder'?: 'none' | undefined;
    'data-poster-src'?: string | undefined;
    'data-srcset'?: string | undefined;
    'data-href'?: string | undefined;
    'data-poster'?: string | undefined;
  }
}

interface Provided extends ConsentManager {
  initial?: Consent | undefined;
}

/**
 * Provides consent to an app. `initial` is the consent that the server rendered with, for example from `initialConsent` of
 * `askfirst/server`; without it, undecided.
 *
 * @example createApp(App).provide(consentKey, consent)
 * @example createSSRApp(App).provide(consentKey, { ...consent, initial })
 */
export const consentKey: InjectionKey<Provided> = Symbol();

const noConsent = { $consent: { init: denied, subscribe: listen }, on: listen } as unknown as Provided;

function useCurrent<K extends string>(category: K | `${K}__${string}` | 'necessary', consent?: ConsentManager<K>) {
  const { $consent, on, initial = $consent.init } = (consent as Provided | undefined) ?? inject(consentKey, noConsent);
  const state = shallowRef(initial as Consent<K>);
  // After the first render, which has to agree with the server's: a server does not know the answer. It is still before paint.
  watchPostEffect((onCleanup) => {
    // Reports a category that does not exist.
    on(category, () => {})();
    onCleanup($consent.subscribe((now) => (state.value = now as Consent<K>)));
  });
  return state;
}

/**
 * Whether a category is granted now.
 *
 * @example const granted = useConsent('analytics')
 */
export function useConsent<K extends string = RegisteredCategory>(
  category: NoInfer<K | `${K}__${string}`> | 'necessary',
  consent?: ConsentManager<K>,
): Readonly<Ref<boolean>> {
  const state = useCurrent(category, consent);
  return toRef(() => !!state.value.granted[category as K]);
}

/** What is granted now, and why. */
export const useConsentState = <K extends string = RegisteredCategory>(
  consent?: ConsentManager<K>,
): Readonly<Ref<Consent<K>>> => useCurrent('necessary', consent);

/** A component as templates and `h` check it. */
type Component<Props, Slot extends string> = new () => {
  $props: Props & {
    category: RegisteredCategory | `${RegisteredCategory}__${string}` | 'necessary';
  } & AllowedComponentProps &
    VNodeProps;
  $slots: { [S in Slot]?: () => VNode[] };
};

const byCategory = <Props, Slot extends string>(
  render: (granted: boolean | undefined, context: SetupContext) => VNode | VNode[] | undefined,
): Component<Props, Slot> =>
  ({
    props: ['category'],
    inheritAttrs: false,
    setup(props: { category: string }, context: SetupContext) {
      const state = useCurrent(props.category);
      return () => render(state.value.granted[props.category], context);
    },
  }) as unknown as Component<Props, Slot>;

/**
 * Shows its default slot once the category is granted, and the slot `fallback` while it is not.
 *
 * @example <ConsentGate category="functional"><Chat /><template #fallback>No chat without consent.</template></ConsentGate>
 */
export const ConsentGate: Component<unknown, 'default' | 'fallback'> = byCategory((granted, { slots }) =>
  slots[granted ? 'default' : 'fallback']?.(),
);

/**
 * An iframe that is in the page only while its category is granted; until then its slot, or a button that opens the
 * preferences.
 *
 * @example <ConsentFrame category="marketing" title="Film" src="https://video.example/embed/42" />
 */
export const ConsentFrame: Component<IframeHTMLAttributes & { title: string }, 'default'> = byCategory(
  (granted, { attrs, slots }) =>
    granted
      ? h('iframe', attrs)
      : (slots.default?.() ?? h('button', { type: 'button', 'data-consent-open': '' }, attrs.title as string)),
);
