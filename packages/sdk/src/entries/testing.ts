import type { ByCategory, CategoryOf, ConsentManager, Exact } from '../core/create-consent.js';
import { browserEnv, now } from '../env/browser.js';
import { localStore } from '../env/local-store.js';
import { explain } from '../help/explain.js';
import type { Problem } from '../policy/problems.js';
import { STORAGE_KEY } from '../policy/record.js';
import { resolveRegime } from '../policy/regime.js';
import type { Options } from '../policy/types.js';
import { areValid } from '../policy/valid.js';
import { createState } from '../state/create-state.js';
import { decide } from '../state/decide.js';
import { splitServices } from '../state/split-services.js';
import { createConsent } from './index.js';

/** Everything, nothing, or by category. A category that is not named stays undecided. */
export type Answer<O extends Options> = boolean | { readonly [C in CategoryOf<O>]?: boolean };

/** The key and the text of the record in `localStorage`. */
export interface StoredConsent {
  readonly name: string;
  readonly value: string;
}

const answers = (options: Options, answer: Answer<Options>): Record<string, boolean | undefined> => {
  if (typeof answer !== 'boolean') return answer;
  const named = [
    ...(options.services ?? []).flatMap(({ category }) => category),
    ...Object.keys(options.categories ?? {}),
  ];
  return Object.fromEntries(named.map((key) => [key, answer]));
};

/**
 * The record that `localStorage` has after this answer, for tests that begin with it. It stores nothing itself.
 *
 * @param options The same as for `createConsent`.
 * @throws TypeError for invalid options or unknown categories, with the message that a page would log.
 * @example
 * const { name, value } = storedConsent(options, { analytics: true })
 * await page.addInitScript(([name, value]) => localStorage.setItem(name, value), [name, value])
 */
export function storedConsent<const O extends Options>(options: O & Exact<O>, answer: Answer<O>): StoredConsent {
  const report = (...problems: Problem[]) => {
    throw new TypeError(explain(problems));
  };
  if (!areValid(options)) report(['options', options]);
  const state = createState(options, { now, gpc: () => false, report });
  state.areOptionsValid = true;
  splitServices(state);
  if (typeof options.region === 'string')
    state.setRegime(resolveRegime(options.region, options.regimes, state.categories));
  decide(state, answers(options, answer as Answer<Options>), 'api');
  const record = state.record();
  if (!record)
    throw new TypeError('The answer names no category. Pass for example { analytics: true }, true or false.');
  return { name: STORAGE_KEY, value: JSON.stringify(record) };
}

const follow = (change: () => void) => {
  change();
  // Askfirst in this window reads it as a change from another tab.
  browserEnv()?.win.dispatchEvent(new Event('storage'));
};

/**
 * Stores this answer as the visitor's, before the app starts or while it runs.
 *
 * @throws TypeError like `storedConsent`.
 * @example beforeEach(() => setConsent(options, { analytics: true }))
 */
export function setConsent<const O extends Options>(options: O & Exact<O>, answer: Answer<O>): void {
  const { name, value } = storedConsent(options, answer);
  follow(() => localStore().set(name, value));
}

/**
 * Removes everything that Askfirst has stored, as for a new visitor. An app that runs is undecided again.
 *
 * @example afterEach(resetConsent)
 */
export function resetConsent(): void {
  const store = localStore();
  follow(() => {
    for (const key of store.keys()) store.set(key, null);
  });
}

/**
 * A consent manager with a fixed answer, for stories and unit tests of one component. It reads and stores nothing, and `start` does
 * nothing.
 *
 * @example <ConsentProvider consent={fixedConsent(options, { functional: true })}><Map /></ConsentProvider>
 */
export function fixedConsent<const O extends Options>(
  options: O & Exact<O>,
  answer: Answer<O>,
): ConsentManager<ByCategory<O>[keyof ByCategory<O>]> {
  const consent = createConsent<O>(options);
  consent.decide(answers(options, answer as Answer<Options>) as Parameters<typeof consent.decide>[0]);
  return { ...consent, start: () => () => {} };
}
