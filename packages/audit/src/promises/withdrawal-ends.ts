import type { Finding, Visit } from '../model.js';
import { broken, firsts, subjectOf } from './broken.js';
import type { Kind } from './kind.js';
import { answersOf } from './phase.js';
import type { Rules } from './rules.js';
import { inPhase, isAllowedPing, isNecessary, type Trace, tracesOf } from './traces.js';

const KEY = 'withdrawal-ends';

/** What was stored on the yes and is still there. A page cannot remove what belongs to another site. */
const left = (visit: Visit, rules: Rules): Trace[] =>
  inPhase(visit, rules, 'accepted', 'chosen').filter(
    (each) => each.kind !== 'request' && each.remains && !each.isForeign && !isNecessary(each),
  );

function removal(trace: Trace): string {
  if (trace.kind !== 'cookie') return `Delete ${trace.name} when the visitor withdraws.`;
  const isHidden = 'httpOnly' in trace.seen && trace.seen.httpOnly;
  return isHidden
    ? `Scripts cannot see the cookie ${trace.name}: let the server delete it when the visitor withdraws (Set-Cookie with Max-Age=0).`
    : `Delete the cookie ${trace.name} when the visitor withdraws, with the domain ${trace.host} and the path that it was set with.`;
}

/** A withdrawal removes what the yes has stored; after it, nothing is sent or stored anew. */
export const withdrawalEnds: Kind = {
  key: KEY,
  kept: 'The withdrawal removed what had been stored, and nothing was sent or stored after it.',
  notSeen: 'No page let the visitor withdraw.',
  state: 'withdrawn',
  needsBanner: true,
  looksAt: (visit) => answersOf(visit).some(({ act }) => act === 'withdrew'),
  judge(visits, rules) {
    return visits
      .filter((visit) => this.looksAt(visit, rules))
      .flatMap((visit): Finding[] => {
        const before = tracesOf(visit, rules).filter(({ at }) => at < (answersOf(visit).at(-1)?.at ?? 0));
        const late = inPhase(visit, rules, 'withdrawn').filter(
          (each) => !isNecessary(each) && !isAllowedPing(each, rules),
        );
        const again = (trace: Trace) =>
          trace.kind !== 'request' && before.some((each) => each.kind === trace.kind && each.name === trace.name);
        const isLate = new Set(late.map(({ kind, name }) => `${kind} ${name}`));
        return [
          ...firsts(late).map(({ trace, count }) =>
            broken(KEY, visit, trace, rules, {
              count,
              ...(again(trace) && { did: 'came back' }),
              why: again(trace) ? 'it was stored anew although the visitor had withdrawn' : 'the visitor had withdrawn',
            }),
          ),
          ...firsts(left(visit, rules))
            .filter(({ trace }) => !isLate.has(`${trace.kind} ${trace.name}`))
            .map(({ trace }) => ({
              ...broken(KEY, visit, trace, rules, { mend: removal(trace) }),
              says: `${subjectOf(trace)} is still there at the end of the visit, after the withdrawal.`,
            })),
        ];
      });
  },
};
