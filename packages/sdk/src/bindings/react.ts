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
 * Says which consent your app provides, so that its categories are literal types everywhere.
 *
 * @example declare module 'askfirst/react' { interface Register { consent: typeof consent } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: apps fill it.
export interface Register {}

/** The categories of the consent in `Register`, any without one. */
export type RegisteredCategory = Register extends { consent: ConsentManager<infer K> } ? K : string;

type Filled = HTMLAttributes<HTMLElement> & { class?: string; ref?: Ref<HTMLElement> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The choice, in the text of a page. */
      'consent-preferences': Filled;
      /** Services, what they store, and for how long. */
      'consent-declaration': Filled;
    }
  }
}

interface Provided {
  consent: ConsentManager;
  /** What the server rendered, for example by `initialConsent` of `askfirst/server`. Default: undecided. */
  initial?: Consent | undefined;
}

interface ByCategory<K extends string> {
  category: NoInfer<K> | 'necessary';
  /** Default: what `ConsentProvider` provides. */
  consent?: ConsentManager<K> | undefined;
}

const noConsent = { $consent: { init: denied, get: () => denied, listen }, on: listen };
const Context = createContext({ consent: noConsent } as unknown as Provided);

/**
 * Provides consent to the components within. Optional: each takes `consent`, too.
 *
 * @example <ConsentProvider consent={consent}><App /></ConsentProvider>
 */
export const ConsentProvider = (value: Provided & { children?: ReactNode }): ReactElement =>
  createElement(Context.Provider, { value }, value.children);

/** What to read, and what a server has shown: it has not heard the visitor, so the first render here must not have, either. */
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
  category: NoInfer<K> | 'necessary',
  consent?: ConsentManager<K>,
): boolean {
  const [source, first] = useSource(consent);
  return useSyncExternalStore(
    useCallback((changed) => source.on(category, changed), [source, category]),
    () => !!source.$consent.get().granted[category],
    () => !!first().granted[category],
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
