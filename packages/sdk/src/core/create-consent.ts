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
 * The category keys a site declares, through its services or by name, each as itself. Looked up in place, where a compiler's
 * message then names the keys; one that came from an alias would only name the alias.
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
   * Calls `listener` now and whenever the category is granted or denied, until the returned function is called.
   *
   * @example consent.on('analytics', (granted) => granted ? tracker.start() : tracker.stop())
   */
  on(category: K | 'necessary', listener: (granted: boolean) => void): () => void;
  /** Resolves once the category is granted. */
  when(category: K | 'necessary'): Promise<void>;
  /**
   * Keeps what belongs to the time before an answer in memory: calls `task` once the category is granted, with the time of
   * this call in milliseconds since the epoch, and forgets it if it is refused or the page is left. At most 100 wait.
   *
   * @example consent.queue('analytics', (at) => tracker.pageView(location.href, at))
   */
  queue(category: K | 'necessary', task: (at: number) => void, at?: number): void;
  /** Takes an answer for the categories it names; the others stay as they are. */
  decide(choice: { readonly [C in K]?: boolean }): void;
  acceptAll(): void;
  rejectAll(): void;
  /** Takes back the consent to one category, or to all. */
  withdraw(category?: K): void;
  /** Opens the preferences. */
  open(): void;
  /** The proof of the choice as it is stored, or `null` before the first one. */
  record(): ConsentRecord | null;
  /** Begins to work in the page, and returns how to stop. Again: the same. On a server: nothing. */
  start(): () => void;
}

/** Makes consent for an entry, which knows how to load what many visits do not need, from options that have only what they say themselves. */
export function createConsentWith<const O extends Options>(
  options: O,
  loaders: Loaders,
): ConsentManager<ByCategory<O>[keyof ByCategory<O>]> {
  let state: State;
  const report = (...found: Problem[]) =>
    loaders
      .chunk('help')
      .then((module) => module.explain(found, state))
      // Nothing loads, or the page is being left.
      .catch(() => {});
  const inputs = { now, gpc, report };
  try {
    state = createState(options, inputs);
  } catch {
    // Unreadable options ask nothing and grant nothing; what is stored stays where it is. One message says all there is to say.
    report(['options', options]);
    state = createState({}, { ...inputs, report() {} });
  }
  let stop: (() => void) | undefined;
  // For tasks that wait for an answer. The first ones are kept: they are the page view.
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
        const { granted, due, regime } = state.consentFor(category);
        if (regime && !due.includes(category)) {
          room++;
          unsubscribe();
          // A turn later than the signals, unless it was taken back by then. One that throws stops no other.
          await undefined;
          if (granted[category] && state.$consent.get().granted[category]) task(at);
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
