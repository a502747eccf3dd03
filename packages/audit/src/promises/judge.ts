import type { Finding, Visit } from '../model.js';
import { declaration } from './declaration.js';
import { fingerprinting } from './fingerprinting.js';
import { googleSignals } from './google-signals.js';
import { gpc } from './gpc.js';
import { hosts } from './hosts.js';
import type { Kind } from './kind.js';
import { nothingAfterReject } from './nothing-after-reject.js';
import { nothingBeforeChoice } from './nothing-before-choice.js';
import { nothingPreTicked } from './nothing-pre-ticked.js';
import { onlyWhatWasChosen } from './only-what-was-chosen.js';
import { rejectAsEasy } from './reject-as-easy.js';
import { type Rules, rulesOf } from './rules.js';
import { type Promises, strictPromises } from './schema.js';
import { stores } from './stores.js';
import { withdrawalEnds } from './withdrawal-ends.js';

/** Every kind of promise, those that weigh most first. */
const KINDS: readonly Kind[] = [
  nothingAfterReject,
  withdrawalEnds,
  nothingBeforeChoice,
  onlyWhatWasChosen,
  gpc,
  googleSignals,
  stores,
  hosts,
  fingerprinting,
  rejectAsEasy,
  nothingPreTicked,
  declaration,
];

/** A page that could not be looked at proves nothing. */
const unseen = (visits: readonly Visit[]): Finding[] =>
  visits.flatMap(({ page, state, problems }) =>
    problems.map((says): Finding => ({ promise: 'visit', result: 'not-seen', says, page, state })),
  );

const wasSeen = ({ problems, moments }: Visit): boolean => !problems[0] || !!moments[0];

/** Why nobody could press what a promise is about: what the visits say, or the usual sentence. */
const obstacle = (visits: readonly Visit[], usual: string): string =>
  visits.map(({ banner }) => banner?.problem).find(Boolean) ?? usual;

function judgeOne(kind: Kind, visits: readonly Visit[], rules: Rules, isQuiet: boolean): Finding[] {
  const { key: promise, kept, notSeen, needsBanner } = kind;
  const seen = visits.filter((visit) => kind.looksAt(visit, rules));
  const found = seen[0] ? kind.judge(visits, rules) : [];
  if (found[0]) return found;
  if (seen[0]) return [{ promise, result: 'kept', says: kept }];
  // A state that was not part of the plan is no promise that could not be seen.
  const planned = visits.filter(({ state }) => state === (kind.state ?? state));
  if (!notSeen || !planned[0]) return [];
  if (needsBanner && isQuiet)
    return [
      {
        promise,
        result: 'kept',
        says: 'No banner was found, and nothing ran that would need one.',
      },
    ];
  return [{ promise, result: 'not-seen', says: needsBanner ? obstacle(planned, notSeen) : notSeen }];
}

/**
 * What became of each promise.
 *
 * @param visits Visits whose vendors are recognised: see `recognise`.
 * @param promises {@link strictPromises}, unless the owner has promised something else.
 * @example judge(visits.map(recognise)).filter(({ result }) => result === 'broken')
 */
export function judge(visits: readonly Visit[], promises: Promises = strictPromises): Finding[] {
  const rules = rulesOf(promises, visits);
  const seen = visits.filter(wasSeen);
  const isQuiet = !!seen[0] && seen.every(({ banner }) => !banner?.found) && !nothingBeforeChoice.judge(seen, rules)[0];
  return [
    ...KINDS.filter(({ key }) => rules.promises[key]).flatMap((kind) => judgeOne(kind, seen, rules, isQuiet)),
    ...unseen(visits),
  ];
}
