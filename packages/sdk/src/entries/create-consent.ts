import type { Service } from '@askfirst/data';
import type { Loaders } from '../effects/loaders.js';
import { browserEnv, gpc, newId, now, print } from '../env/browser.js';
import type { Problem } from '../policy/problems.js';
import type { Options } from '../policy/types.js';
import { createState } from '../state/create-state.js';
import type { Readable } from '../state/types.js';
import { startEffects } from './start.js';

/** The category keys a site declares, through its services or by name. */
export type CategoryOf<O extends Options> = Exclude<
  | (O extends { services: readonly (infer S)[] } ? (S extends Service<infer C> ? C : never) : never)
  | (O extends { categories: infer T } ? Extract<keyof T, string> : never),
  'necessary'
>;

/** One site's consent in one page. */
export interface ConsentManager<K extends string = string> extends Readable<K> {
  /** Takes an answer for the categories it names; the others stay as they are. */
  decide(choice: { readonly [C in K]?: boolean }): void;
  acceptAll(): void;
  rejectAll(): void;
  /** Takes back the consent to one category, or to all. */
  withdraw(category?: K): void;
  /** Begins to work in the page, and returns how to stop. Again: the same. On a server: nothing. */
  start(): () => void;
}

/** Makes consent for an entry, which knows how to load what many visits do not need. */
export function createConsentWith<const O extends Options>(
  options: O,
  loaders: Loaders,
  problems: readonly Problem[] = [],
): ConsentManager<CategoryOf<O>> {
  const said = new Set<string>();
  const report = (...found: Problem[]) => {
    const text = JSON.stringify(found);
    if (!said.has(text)) loaders.help().then(({ explain }) => print(explain(found)));
    said.add(text);
  };
  if (problems[0]) report(...problems);
  // Unreadable options ask nothing and grant nothing; what is stored stays where it is.
  const state = createState(problems[0] ? {} : options, { now, gpc, newId, report });
  let stop: (() => void) | undefined;
  const decideAll = (granted: boolean) => () =>
    loaders.writer(state, (writer) => writer.decideAll(state, granted, 'api'));
  const manager: ConsentManager = {
    $consent: state.$consent,
    on: state.on,
    when: state.when,
    open: state.open,
    record: state.record,
    decide: (answer) => loaders.writer(state, (writer) => writer.decide(state, answer, 'api')),
    acceptAll: decideAll(true),
    rejectAll: decideAll(false),
    withdraw: (category) => (category ? manager.decide({ [category]: false }) : manager.rejectAll()),
    start() {
      const env = browserEnv();
      if (env && !stop) stop = startEffects(state, env, loaders);
      return () => {
        stop?.();
        stop = undefined;
      };
    },
  };
  return manager as unknown as ConsentManager<CategoryOf<O>>;
}
