import type { Moment, State, Visit } from '../model.js';

/** Where a moment lies among the visitor's acts. */
export type Phase = 'before' | 'rejected' | 'accepted' | 'chosen' | 'withdrawn' | 'gpc';

const PHASES: Partial<Record<Moment['act'], Phase>> = {
  rejected: 'rejected',
  accepted: 'accepted',
  chose: 'chosen',
  withdrew: 'withdrawn',
};
/** What was on its way when the visitor withdrew, in milliseconds: a page cannot call it back. */
const ON_ITS_WAY = 50;

/** The visitor's answers in a visit, the first one first. */
export const answersOf = (visit: Visit): Moment[] =>
  visit.moments.filter(({ act }) => PHASES[act]).sort((a, b) => a.at - b.at);

/** The last answer before a moment, if there is one. */
export const answerBefore = (visit: Visit, at: number): Moment | undefined =>
  answersOf(visit)
    .filter((moment) => moment.at + (moment.act === 'withdrew' ? ON_ITS_WAY : 0) <= at)
    .at(-1);

/** The phase of a visit at a moment. */
export function phaseAt(visit: Visit, at: number): Phase {
  const answer = answerBefore(visit, at);
  return (answer && PHASES[answer.act]) ?? (visit.state === 'gpc' ? 'gpc' : 'before');
}

const isNamed = (state: State): state is `only:${string}` => state.startsWith('only:');

/** Words on pages for the categories of the catalogue, as far as they are not the same. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['analytics', /analy|statisti|perform|measure|messung|mesure/i],
  ['marketing', /market|advert|werb|publicit|target|ads?\b/i],
  ['functional', /function|funktion|fonction|prefer|präferenz|personal/i],
];

/** The category that alone was allowed; undefined if the state names none that is known. */
export function chosenCategory(visit: Visit, known: readonly string[]): string | undefined {
  if (!isNamed(visit.state)) return undefined;
  const name = visit.state.slice('only:'.length);
  return (
    known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? WORDS.find(([, words]) => words.test(name))?.[0]
  );
}

/** `1.2 s after the page opened`, `0.4 s after Reject`. */
export function whenOf(visit: Visit, at: number): string {
  const answer = answerBefore(visit, at);
  const acts: Partial<Record<Moment['act'], string>> = {
    rejected: 'Reject',
    accepted: 'Accept',
    chose: 'the choice',
    withdrew: 'the withdrawal',
  };
  const name = answer ? acts[answer.act] : 'the page opened';
  return `${((at - (answer?.at ?? 0)) / 1000).toFixed(1)} s after ${name}`;
}
