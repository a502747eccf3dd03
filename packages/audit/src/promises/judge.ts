import { groupBy } from '../group-by.js';
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
/** What an error page or another host does can break a promise; that it does nothing keeps none. */
const wasOpen = ({ isOpen }: Visit): boolean => isOpen !== false;
/** Nor does a press that went wrong. */
const canKeep =
  ({ state }: Kind) =>
  (visit: Visit): boolean =>
    wasOpen(visit) && !(state && visit.banner?.problem);

/** What the visits of one page say about a promise. */
interface Said {
  readonly found: readonly Finding[];
  readonly isSeen: boolean;
  /** Whether a visit was to show it. */
  readonly isPlanned: boolean;
  /** Why nobody could press what the promise is about. */
  readonly obstacle: string | undefined;
}

/** What the visits of one page say; much smaller than the visits themselves. */
export interface PageJudged {
  readonly said: ReadonlyMap<Kind, Said>;
  /** Whether it was seen, without a banner and without anything that would need one. */
  readonly isQuiet: boolean;
  readonly isSeen: boolean;
  readonly unseen: readonly Finding[];
}

function sayOf(kind: Kind, visits: readonly Visit[], rules: Rules): Said {
  const looked = visits.filter((visit) => kind.looksAt(visit, rules));
  // A state that was not part of the plan is no promise that could not be seen.
  const planned = visits.filter(({ state }) => state === (kind.state ?? state));
  return {
    found: looked[0] ? kind.judge(visits, rules) : [],
    isSeen: looked.some(canKeep(kind)),
    isPlanned: planned.some(wasOpen),
    obstacle: planned.map(({ banner }) => banner?.problem).find(Boolean),
  };
}

/** @param visits All visits of one page. @param rules Those of the whole site. */
export function judgePage(visits: readonly Visit[], rules: Rules): PageJudged {
  const seen = visits.filter(wasSeen);
  const kinds = KINDS.filter(({ key }) => rules.promises[key]);
  return {
    said: new Map(kinds.map((kind) => [kind, sayOf(kind, seen, rules)])),
    isSeen: seen.some(wasOpen),
    isQuiet: seen.every(({ banner }) => !banner?.found) && !nothingBeforeChoice.judge(seen, rules)[0],
    unseen: unseen(visits),
  };
}

function together(kind: Kind, said: readonly Said[], isQuiet: boolean): Finding[] {
  const { key: promise, kept, notSeen, needsBanner } = kind;
  const found = said.flatMap((each) => each.found);
  if (found[0]) return found;
  if (said.some(({ isSeen }) => isSeen)) return [{ promise, result: 'kept', says: kept }];
  if (!notSeen || !said.some(({ isPlanned }) => isPlanned)) return [];
  if (needsBanner && isQuiet)
    return [{ promise, result: 'kept', says: 'No banner was found, and nothing ran that would need one.' }];
  const obstacle = needsBanner && said.map((each) => each.obstacle).find(Boolean);
  return [{ promise, result: 'not-seen', says: obstacle || notSeen }];
}

/** What became of each promise on all pages. */
export function judgeSite(pages: readonly PageJudged[]): Finding[] {
  const isQuiet = pages.some(({ isSeen }) => isSeen) && pages.every((page) => page.isQuiet);
  const kinds = KINDS.filter((kind) => pages[0]?.said.has(kind));
  return [
    ...kinds.flatMap((kind) =>
      together(
        kind,
        pages.flatMap(({ said }) => said.get(kind) ?? []),
        isQuiet,
      ),
    ),
    ...pages.flatMap((page) => page.unseen),
  ];
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
  return judgeSite([...groupBy(visits, ({ page }) => page).values()].map((own) => judgePage(own, rules)));
}
