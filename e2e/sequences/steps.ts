import fc from 'fast-check';
import { CATEGORIES, type Category, PAGES, type Path } from './site.js';

export type Answers = Partial<Record<Category, boolean>>;

/** What a visitor, or the page's own code, does in the tab in front. */
export type Step =
  /** The button of the banner, or of the dialog where there is no question. */
  | { do: 'accept' | 'reject' }
  | { do: 'save'; answers: Record<Category, boolean> }
  | { do: 'decide'; answers: Answers }
  | { do: 'acceptAll' | 'rejectAll' }
  | { do: 'withdraw'; category?: Category }
  | { do: 'reload' | 'visit' }
  /** Leaves first if there is nothing to go back to. */
  | { do: 'back' }
  /** Opens the other tab if there is none yet. */
  | { do: 'switch tab' }
  | { do: 'clear storage'; by: 'page' | 'visitor' }
  | { do: 'spoil storage' }
  | { do: 'move clock'; hours: number };

const answer = fc.boolean();
const category = fc.constantFrom(...CATEGORIES);
const plain = <Name extends Step['do']>(...names: Name[]) => fc.constantFrom(...names.map((name) => ({ do: name })));

/** Odd hours, so that no sum of moves meets a limit to the hour. Half a year ends a yes, a year a no. */
const [HALF_A_YEAR, A_YEAR] = [24 * 183 + 0.37, 24 * 367 + 0.37];
const hours = fc.constantFrom(-49.37, -7.37, 9.37, HALF_A_YEAR, HALF_A_YEAR, A_YEAR);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: plain('accept', 'reject') },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      answers: fc.record({ analytics: answer, marketing: answer }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      answers: fc
        .record({ analytics: answer, marketing: answer }, { requiredKeys: [] })
        .filter((answers) => Object.keys(answers).length > 0),
    }),
  },
  { weight: 2, arbitrary: plain('acceptAll', 'rejectAll') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), category }, { requiredKeys: ['do'] }) },
  { weight: 4, arbitrary: plain('reload', 'visit') },
  { weight: 4, arbitrary: plain('back') },
  { weight: 5, arbitrary: plain('switch tab') },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clear storage' as const),
      by: fc.constantFrom('page' as const, 'visitor' as const),
    }),
  },
  { weight: 1, arbitrary: plain('spoil storage') },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('move clock' as const), hours }) },
);

export interface Sequence {
  /** The page that is opened first. */
  start: Path;
  steps: Step[];
}

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  start: fc.constantFrom(...PAGES),
  // Half of them short: what they find needs no shrinking, and they take less of the time.
  steps: fc.oneof(fc.array(step, { minLength: 1, maxLength: 4 }), fc.array(step, { minLength: 1, maxLength: 8 })),
});

/** A step in words. */
export function inWords({ do: name, ...about }: Step): string {
  const details = Object.values(about).map((value) => (typeof value === 'object' ? JSON.stringify(value) : `${value}`));
  return [name, ...details].join(' ');
}

/** A sequence in lines. */
export const inLines = ({ start, steps }: Sequence): string =>
  [`  open ${start}`, ...steps.map((each, index) => `  ${index + 1}. ${inWords(each)}`)].join('\n');
