'use client';

import {
  type ComponentProps,
  createContext,
  createElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import type { ConsentManager } from '../entries/index.js';
import type { Consent } from '../policy/types.js';
import { denied, listen } from './no-consent.js';

/**
 * Declares which consent your app provides, so that its categories are literal types everywhere.
 *
 * @example declare module 'askfirst/react' { interface Register { consent: typeof consent } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: apps fill it.
export interface Register {}

/** The categories of the consent in `Register`; any text without one. */
export type RegisteredCategory = Register extends { consent: ConsentManager<infer K> } ? K : string;

type Filled = HTMLAttributes<HTMLElement> & { class?: string; ref?: Ref<HTMLElement> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The switches, in the flow of a page. */
      'consent-preferences': Filled;
      /** Services, what they store, and for how long. */
      'consent-declaration': Filled;
    }
  }
}

interface Provided {
  consent: ConsentManager;
  /**
   * The consent that the server rendered with, for example from `initialConsent` of `askfirst/server`.
   *
   * @default undecided
   */
  initial?: Consent | undefined;
}

interface ByCategory<K extends string> {
  category: NoInfer<K | `${K}__${string}`> | 'necessary';
  /** @default the consent of `ConsentProvider` */
  consent?: ConsentManager<K> | undefined;
}

const noConsent = { $consent: { init: denied, get: () => denied, listen }, on: listen };
const Context = createContext({ consent: noConsent } as unknown as Provided);

/**
 * Provides consent to the components inside. Optional: each component and hook also takes `consent`.
 *
 * @example <ConsentProvider consent={consent}><App /></ConsentProvider>
 */
export const ConsentProvider = (value: Provided & { children?: ReactNode }): ReactElement =>
  createElement(Context.Provider, { value }, value.children);

/** The source, and the first render: a server does not know the visitor's answer, so the first render in the browser must agree. */
function useSource<K extends string>(consent?: ConsentManager<K>) {
  const provided = useContext(Context);
  const source = (consent ?? provided.consent) as ConsentManager<K>;
  return [source, () => (provided.initial ?? source.$consent.init) as Consent<K>] as const;
}

/**
 * Whether a category is granted now.
 *
 * @example const granted = useConsent('analytics')
 */
export function useConsent<K extends string = RegisteredCategory>(
  category: NoInfer<K | `${K}__${string}`> | 'necessary',
  consent?: ConsentManager<K>,
): boolean {
  const [source, first] = useSource(consent);
  return useSyncExternalStore(
    useCallback((changed) => source.on(category, changed), [source, category]),
    () => !!source.$consent.get().granted[category as K],
    () => !!first().granted[category as K],
  );
}

/** What is granted now, and why. */
export function useConsentState<K extends string = RegisteredCategory>(consent?: ConsentManager<K>): Consent<K> {
  const [{ $consent }, first] = useSource(consent);
  return useSyncExternalStore($consent.listen, $consent.get, first);
}

/**
 * Shows its children once their category is granted, and `fallback` while it is not.
 *
 * @example <ConsentGate category="functional" fallback={<p>No chat without consent.</p>}><Chat /></ConsentGate>
 */
export const ConsentGate = <K extends string = RegisteredCategory>({
  category,
  consent,
  fallback,
  children,
}: ByCategory<K> & { fallback?: ReactNode; children?: ReactNode }): ReactNode =>
  useConsent(category, consent) ? children : fallback;

/**
 * An iframe that is in the page only while its category is granted; until then its children, or a button that opens
 * the preferences.
 *
 * @example <ConsentFrame category="marketing" title="Film" src="https://video.example/embed/42" />
 */
export const ConsentFrame = <K extends string = RegisteredCategory>({
  category,
  consent,
  children,
  ...frame
}: ByCategory<K> & ComponentProps<'iframe'> & { title: string }): ReactNode =>
  useConsent(category, consent)
    ? createElement('iframe', frame)
    : (children ?? createElement('button', { type: 'button', 'data-consent-open': '' }, frame.title));
