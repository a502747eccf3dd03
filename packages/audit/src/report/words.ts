/** What promises, states and acts are called where a person reads them. */
import type { Finding, Moment, State } from '../model.js';

/** By key of the promise, the worst to break first: who said no comes before who was not asked. */
const TITLES: Readonly<Record<string, string>> = {
  'nothing-after-reject': 'After Reject, nothing runs that needs a yes',
  'withdrawal-ends': 'A yes that is taken back ends what it had allowed',
  'nothing-before-choice': 'Before a choice, nothing runs that needs a yes',
  gpc: 'Global Privacy Control is honoured',
  'google-signals': 'Google is told what the visitor chose',
  'only-what-was-chosen': 'Who accepts one category gets no other',
  'nothing-pre-ticked': 'No switch is on before the visitor touches it',
  'reject-as-easy': 'Reject takes no more presses than Accept',
  fingerprinting: 'No script collects what tells one browser from another',
  stores: 'What is stored is what was promised',
  hosts: 'Only the promised hosts are contacted',
  declaration: 'What the page declares is true',
  visit: 'Each page could be looked at',
};

const ORDER = Object.keys(TITLES);

/** A promise as a sentence without its full stop. One that has no sentence of its own is called by its key. */
export const promiseTitle = (promise: string): string => TITLES[promise] ?? promise;

/** The worst first; what is unknown comes last. */
export const promiseRank = (promise: string): number =>
  (ORDER.indexOf(promise) + ORDER.length + 1) % (ORDER.length + 1);

/** What the visitor of a state did. */
export function stateTitle(state: State): string {
  switch (state) {
    case 'untouched':
      return 'No choice made';
    case 'rejected':
      return 'Rejected';
    case 'accepted':
      return 'Accepted';
    case 'withdrawn':
      return 'Accepted, then withdrawn';
    case 'gpc':
      return 'Global Privacy Control on';
    default:
      return `Accepted only ${state.slice('only:'.length)}`;
  }
}

const ACTS: Readonly<Record<Moment['act'], string>> = {
  opened: 'Opened the page',
  scrolled: 'Scrolled',
  rejected: 'Pressed Reject',
  accepted: 'Pressed Accept',
  chose: 'Chose one category',
  withdrew: 'Withdrew the yes',
  'second-page': 'Opened a second page',
  back: 'Went back',
  left: 'Left the page',
};

export const actTitle = (act: Moment['act']): string => ACTS[act];

const RESULTS: Readonly<Record<Finding['result'], string>> = {
  kept: 'Kept',
  broken: 'Broken',
  'not-seen': 'Could not be seen',
};

export const resultTitle = (result: Finding['result']): string => RESULTS[result];

/** `1 request`, `3 requests`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** `0.4 s`. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const SPANS = [
  [365 * 86_400, 'year'],
  [30 * 86_400, 'month'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** `13 months`, `2 days`: in the largest unit of which there is at least two, or one whole. */
export function lifetime(secondsLong: number): string {
  if (secondsLong <= 0) return 'none';
  for (const [span, name] of SPANS) {
    const number = Math.round(secondsLong / span);
    if (secondsLong >= 2 * span || (secondsLong >= span && secondsLong % span === 0)) return count(number, name);
  }
  return 'under a second';
}
