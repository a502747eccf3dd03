import type { Service } from '@askfirst/data';
import { strictest } from '@askfirst/data/regimes/strictest';
import type { ReadableAtom } from 'nanostores';
import type { Loaders } from '../effects/loaders.js';
import { browserEnv, gpc, newId, now, print } from '../env/browser.js';
import { checkOptions } from '../policy/check-options.js';
import { resolveCategories } from '../policy/categories.js';
import type { Problem } from '../policy/problems.js';
import { resolveRegime } from '../policy/regime.js';
import type { Consent, ConsentRecord, Options } from '../policy/types.js';
import { createState } from '../state/create-state.js';
import { startEffects } from './start.js';

/** The category keys a site declares, through its services or by name. */
export type CategoryOf<O extends Options> = Exclude<
  | (O extends { services: readonly (infer S)[] } ? (S extends Service<infer C> ? C : never) : never)
  | (O extends { categories: infer T } ? Extract<keyof T, string> : never),
  'necessary'
>;

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
  /** Takes an answer for the categories it names. */
  decide(choice: { readonly [C in K]?: boolean }): void;
  acceptAll(): void;
  rejectAll(): void;
  /** Takes back the consent to one category, or to all. */
  withdraw(category?: K): void;
  /** Opens the preferences. */
  open(): void;
  /** The stored proof of the choice, or `null` before the first one. */
  record(): ConsentRecord | null;
  /** Begins to work in the page, and returns how to stop. Again: the same. On a server: nothing. */
  start(): () => void;
}

/** Makes consent for an entry, which knows how to load the interface. */
export function createConsentWith<const O extends Options>(
  options: O,
  loaders: Loaders,
  found: readonly Problem[] = [],
): ConsentManager<CategoryOf<O>> {
  const report = (...problems: Problem[]) => {
    loaders.help().then(
      ({ explain }) => print(explain(problems)),
      () => print(problems.join()),
    );
  };
  const problems = [...found, ...checkOptions(options)];
  if (problems.length) report(...problems);
  // Wrong options ask nothing and grant nothing; what is stored stays where it is.
  const valid: Options = problems.length ? {} : options;
  const state = createState({ categories: resolveCategories(valid), options: valid }, { now, gpc, newId, report });
  const { $consent, $record, $open } = state;
  let stop: (() => void) | undefined;

  const on = (category: string, listener: (granted: boolean) => void) => {
    const { granted: known } = $consent.get();
    if (!Object.hasOwn(known, category)) report(['category', category, Object.keys(known)]);
    let last: boolean | undefined;
    return $consent.subscribe(({ granted }) => {
      const now = granted[category] === true;
      if (now === last) return;
      last = now;
      listener(now);
    });
  };
  const manager: ConsentManager = {
    $consent,
    on,
    when: (category) => new Promise((resolve) => on(category, (granted) => granted && resolve())),
    decide: (choice) => state.decide(choice, 'api'),
    acceptAll: () => state.acceptAll('api'),
    rejectAll: () => state.rejectAll('api'),
    withdraw: (category) => (category ? state.decide({ [category]: false }, 'api') : state.rejectAll('api')),
    open: () => $open.set(true),
    record: () => $record.get(),
    start() {
      const env = browserEnv();
      if (!env) return () => {};
      const { region } = valid;
      if (region)
        loaders.regimes().then(
          ({ regimes }) => state.setRegime(resolveRegime(regimes, region)),
          () => state.setRegime(strictest),
        );
      stop ??= startEffects(state, env, loaders);
      return () => {
        stop?.();
        stop = undefined;
      };
    },
  };
  return manager as unknown as ConsentManager<CategoryOf<O>>;
}
