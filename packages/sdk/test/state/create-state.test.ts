import type { RegimeRules } from '@askfirst/data';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { deriveConsent } from '../../src/policy/consent.js';
import type { Consent, ConsentRecord, Method, Options } from '../../src/policy/types.js';
import { createState } from '../../src/state/create-state.js';
import { decide, decideAll } from '../../src/state/decide.js';
import type { State } from '../../src/state/types.js';
import { DAY_MS, everyRegime, method, record, regime } from '../arbitraries.js';

const START = Date.parse('2026-11-21T12:00:00Z');
const options: Options = {
  policy: { version: '2026-06-22' },
  services: [{ id: 'ga4', name: 'Analytics', provider: 'Example', category: 'analytics' }],
  categories: { functional: {}, marketing: {} },
};
const keys = ['necessary', 'analytics', 'functional', 'marketing', 'anlytics'] as const;

/** The outside world, and what a person with pen and paper would know of the state. */
interface Model {
  now: number;
  gpc: boolean;
  readonly reported: string[];
  record: ConsentRecord | null;
  law: RegimeRules | null;
  activeRegime: RegimeRules;
  consent: Consent;
}

type Answer = Partial<Record<(typeof keys)[number], boolean | undefined>>;

type Step =
  | { readonly do: 'decide'; readonly answer: Answer; readonly method: Method }
  | { readonly do: 'decideAll'; readonly granted: boolean; readonly method: Method }
  | { readonly do: 'load'; readonly record: ConsentRecord | null }
  | { readonly do: 'setRegime'; readonly regime: RegimeRules | null }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'gpc'; readonly on: boolean };

const answer: fc.Arbitrary<Answer> = fc
  .array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(true, false, undefined)), { maxLength: 4 })
  .map(Object.fromEntries);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), answer, method }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decideAll' as const), granted: fc.boolean(), method }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('load' as const), record: fc.option(record) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('setRegime' as const), regime: fc.option(regime) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: -3, max: 400 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gpc' as const), on: fc.boolean() }) },
);

const strictest = everyRegime.at(-1) as RegimeRules;

/** Writes down what the visitor said, if that was anything. */
function answerIn(model: Model, state: State, answer: Answer, how: Method): void {
  const made = state.record();
  const before = model.record;
  const choices = { ...before?.choices };
  let hasAnswered = false;
  const mayAnswer: (keyof Answer)[] = ['analytics', 'functional'];
  if (!model.consent.gpc) mayAnswer.push('marketing');
  for (const key of mayAnswer) {
    const granted = answer[key];
    if (granted === undefined) continue;
    hasAnswered = true;
    const days = granted ? model.activeRegime.grantMaxAgeDays : model.activeRegime.refusalCooldownDays;
    choices[key] = {
      granted,
      at: new Date(model.now).toISOString(),
      until: new Date(model.now + days * DAY_MS).toISOString(),
      asked: key === 'analytics' ? ['ga4'] : [],
    };
  }
  if ('anlytics' in answer) model.reported.push('anlytics');
  // Nothing was said about anything: nothing to keep.
  if (!hasAnswered) return;
  if (!before) expect(made?.id).toMatch(/^[\da-z]+(-[\da-z]+){3}$/);
  model.record = {
    v: 1,
    id: before?.id ?? (made?.id as string),
    policy: '2026-06-22',
    locale: null,
    method: how,
    regime: model.activeRegime.id,
    checked: null,
    site: 'Example',
    gpc: model.consent.gpc || undefined,
    choices,
  };
}

/** A record as it was made, without what says that it is whole. */
const withoutSeal = (record: ConsentRecord | null) => record && { ...record, seal: undefined, earlier: undefined };

/** Does the same to both. */
function take(each: Step, state: State, model: Model): void {
  const before = model.record;
  if (each.do === 'decide') {
    decide(state, each.answer, each.method);
    answerIn(model, state, each.answer, each.method);
  } else if (each.do === 'decideAll') {
    const about = each.granted && each.method === 'banner' ? model.consent.due : Object.keys(model.consent.granted);
    decideAll(state, each.granted, each.method);
    answerIn(model, state, Object.fromEntries(about.map((key) => [key, each.granted])), each.method);
  } else if (each.do === 'load') state.adopt((model.record = each.record));
  else if (each.do === 'setRegime') {
    state.setRegime((model.law = each.regime));
    model.activeRegime = each.regime ?? strictest;
  } else if (each.do === 'wait') model.now += each.days * DAY_MS;
  else model.gpc = each.on;
  // Consent is derived when something was written, not when time passes.
  const isWritten = model.record !== before || each.do === 'load' || each.do === 'setRegime';
  if (isWritten) model.consent = deriveConsent(state.categories, model.law, model.record, model.now, model.gpc);
}

test('does what a simple model of it does, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, gpc) => {
      const outside = { now: START, gpc, reported: [] };
      const model: Model = {
        ...outside,
        record: null,
        law: strictest,
        activeRegime: strictest,
        consent: undefined as never,
      };
      const reported: unknown[] = [];
      const state = createState(options, {
        now: () => model.now,
        gpc: () => model.gpc,
        report: ([code, key]) => reported.push(`${code} ${key}`),
      });
      model.consent = deriveConsent(state.categories, strictest, null, START, gpc);
      for (const each of steps) {
        take(each, state, model);
        expect(withoutSeal(state.record())).toEqual(withoutSeal(model.record));
        expect(state.$consent.get()).toEqual(model.consent);
        expect(state.activeRegime).toBe(model.activeRegime);
        expect(reported).toEqual(model.reported.map((key) => `category ${key}`));
      }
    }),
    { numRuns: 500 },
  );
});

test('a listener that throws is reported, and stops neither the write nor the others', () => {
  const report = vi.fn();
  const state = createState(options, { now: () => START, gpc: () => false, report });
  const seen: boolean[] = [];
  const mistake = new Error('mistake');
  state.$consent.listen(() => {
    throw mistake;
  });
  state.$consent.listen(({ granted }) => seen.push(granted.analytics === true));
  decideAll(state, true, 'banner');
  expect(state.record()?.choices.analytics?.granted).toBe(true);
  expect(seen).toEqual([true]);
  expect(report.mock.calls).toEqual([[['listener', mistake]]]);
});

test('tells a listener of each write once, and of nothing else', () => {
  const state = createState(options, { now: () => START, gpc: () => false, report: () => {} });
  const seen: boolean[] = [];
  const stop = state.$consent.listen(({ granted }) => seen.push(granted.analytics === true));
  decideAll(state, true, 'banner');
  state.setRegime(null);
  state.setRegime(strictest);
  state.adopt(null);
  stop();
  decideAll(state, true, 'banner');
  expect(seen).toEqual([true, false, true, false]);
});
