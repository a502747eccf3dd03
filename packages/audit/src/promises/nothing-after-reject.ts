import { broken, firsts } from './broken.js';
import type { Kind } from './kind.js';
import { answersOf } from './phase.js';
import { inPhase, isAllowedPing, isNecessary } from './traces.js';

/** After Reject only what is necessary is stored and contacted. */
export const nothingAfterReject: Kind = {
  key: 'nothing-after-reject',
  kept: 'After Reject nothing was stored and nobody was contacted, but for what is necessary.',
  notSeen: 'Reject could not be pressed on any page.',
  state: 'rejected',
  needsBanner: true,
  looksAt: (visit) => visit.state === 'rejected' && answersOf(visit).some(({ act }) => act === 'rejected'),
  judge(visits, rules) {
    return visits.flatMap((visit) =>
      firsts(inPhase(visit, rules, 'rejected').filter((each) => !isNecessary(each) && !isAllowedPing(each, rules))).map(
        ({ trace, count }) => broken(this.key, visit, trace, rules, { count, why: 'the visitor had said no' }),
      ),
    );
  },
};
