import type { Service } from '@askfirst/data';
import type { ReadableAtom } from 'nanostores';
import type { Loaders } from '../effects/loaders.js';
import { browserEnv, gpc, now } from '../env/browser.js';
import type { Problem } from '../policy/problems.js';
import type { CategoryOptions, Consent, ConsentRecord, Options } from '../policy/types.js';
import { createState } from '../state/create-state.js';
import type { State } from '../state/types.js';
import { startEffects } from './start.js';

/**
 * The category keys a site declares, through its services or by name, each as itself. Written out where they are used, because
 * TypeScript's messages then name the keys; with a type alias they would only name the alias.
 */
export type ByCategory<O extends Options> = {
  [C in Exclude<
    | ('services' extends keyof O
        ? NonNullable<O['services']> extends readonly (infer S)[]
          ? S extends Service<infer C>
            ? C
            : never
          : never
        : never)
    | ('categories' extends keyof O ? Extract<keyof NonNullable<O['categories']>, string> : never),
    'necessary'
  >]: C;
};

/** The category keys a site declares, through its services or by name. */
export type CategoryOf<O extends Options> = ByCategory<O>[keyof ByCategory<O>];

type NoOther<O, Known> = { readonly [K in Exclude<keyof O, keyof Known>]?: never };

/** Refuses keys that are no options: a type parameter alone would let them pass. */
export type Exact<O extends Options> = NoOther<O, Options> & {
  readonly [G in 'controller' | 'policy' | 'ui' | 'consentMode']?: O[G] extends object
    ? NoOther<O[G], Exclude<NonNullable<Options[G]>, false>>
    : unknown;
} & { readonly categories?: { readonly [K in keyof O['categories']]?: NoOther<O['categories'][K], CategoryOptions> } };

/** One site's consent in one page. */
export interface ConsentManager<K extends string = string> {
  /** What is granted now, and why. A nanostore. */
  readonly $consent: ReadableAtom<Consent<K>>;
  /**
   * Calls `listener` now and at each change, with whether the category is granted.
   *
   * @returns A function that unsubscribes.
   * @example consent.on('analytics', (granted) => granted ? tracker.start() : tracker.stop())
   */
  on(category: K | `${K}__${string}` | 'necessary', listener: (granted: boolean) => void): () => void;
  /**
   * Resolves once the category is granted, now or later. While it is denied the promise stays pending, also after a refusal, and
   * it never rejects: use `on` to hear of a refusal.
   *
   * @example await consent.when('functional')
   */
  when(category: K | `${K}__${string}` | 'necessary'): Promise<void>;
  /**
   * Keeps a task in memory until the visitor answers. Calls `task` once the category is granted, and drops it if the category
   * is refused or the visitor leaves the page. At most 100 tasks wait; later ones are dropped.
   *
   * @param task Gets `at`.
   * @param at When the task came about, in milliseconds since the epoch; without it, now.
   * @example consent.queue('analytics', (at) => tracker.pageView(location.href, at))
   */
  queue(category: K | `${K}__${string}` | 'necessary', task: (at: number) => void, at?: number): void;
  /**
   * Records an answer for the categories it names; the others stay as they are.
   *
   * @example consent.decide({ analytics: true, marketing: false })
   */
  decide(choice: { readonly [C in K | `${K}__${string}`]?: boolean }): void;
  /** Records a yes to every category about which the visitor has a choice: not to one that Global Privacy Control keeps off. */
  acceptAll(): void;
  /** Records a no to every category about which the visitor has a choice: not to `necessary`. */
  rejectAll(): void;
  /** Withdraws the consent to one category, or to all. It is a no: see the option `withdrawal` for what is removed. */
  withdraw(category?: K | `${K}__${string}`): void;
  /** Opens the preferences dialog, also after an answer. */
  open(): void;
  /** The choice as it is stored in this browser, which is no proof by itself; `null` before the first choice. */
  record(): ConsentRecord | null;
  /**
   * Starts Askfirst in the page: reads the stored choice, asks if there is something to ask, and releases what is granted.
   * A second call changes nothing, and on a server a call does nothing.
   *
   * @returns A function that stops it and removes the interface. Scripts that have run stay.
   * @example useEffect(() => consent.start(), [])
   */
  start(): () => void;
}

/**
 * Makes the consent manager of an entry.
 *
 * @param options Without what a polluted prototype adds, see `policy/own.ts`.
 * @param loaders How the entry loads what many visits do not need.
 */
export function createConsentWith<const O extends Options>(
  options: O,
  loaders: Loaders,
): ConsentManager<ByCategory<O>[keyof ByCategory<O>]> {
  let state: State;
  const report = (...found: Problem[]) =>
    loaders
      .chunk('help')
      .then((module) => module.explain(found, state))
      // The chunk does not load: the visitor is offline, or leaves the page.
      .catch(() => {});
  const inputs = { now, gpc, report };
  try {
    state = createState(options, inputs);
  } catch {
    // Options that cannot be read ask and grant nothing, and the stored choice stays. One message about them is enough.
    report(['options', options]);
    state = createState({}, { ...inputs, report() {} });
  }
  let stop: (() => void) | undefined;
  // Tasks that may still wait for an answer. The first ones matter most: they are the page view.
  let room = 100;
  const manager: ConsentManager = {
    $consent: state.$consent,
    on(category, listener) {
      let last: boolean | null | undefined = null;
      state.consentFor(category);
      return state.$consent.subscribe(({ granted }) => {
        if (last !== (last = granted[category])) listener(!!last);
      });
    },
    when: (category) => new Promise((resolve) => manager.on(category, (granted) => granted && resolve())),
    queue(category, task, at = now()) {
      if (!room) return;
      room--;
      const handOver = async () => {
        const consent = state.consentFor(category);
        // What is not known yet waits: a single service is, once the options were checked.
        if (consent.regime && consent.reasons[category] && !consent.due.includes(category)) {
          room++;
          unsubscribe();
          // Google has to get the signals first. In a promise of its own, so that a task that throws stops no other task.
          await null;
          if (consent.granted[category] && state.consentFor(category).granted[category]) task(at);
        }
      };
      const unsubscribe = state.$consent.listen(handOver);
      handOver();
    },
    decide: (answer) => loaders.passOn(state, 'decide', answer),
    open: () => state.$open.set(true),
    withdraw: (category) => (category ? manager.decide({ [category]: false }) : manager.rejectAll()),
    rejectAll: () => loaders.passOn(state, 'decideAll', false),
    record: state.record,
    acceptAll: () => loaders.passOn(state, 'decideAll', true),
    start() {
      const env = browserEnv();
      if (env && !stop) stop = startEffects(state, env, loaders);
      return () => {
        // Stopping leaves nothing behind.
        stop = stop?.() as undefined;
      };
    },
  };
  return manager as unknown as ConsentManager<ByCategory<O>[keyof ByCategory<O>]>;
}
