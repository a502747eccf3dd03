import type { Finding } from '../model.js';
import { broken, firsts, sameness } from './broken.js';
import type { Kind } from './kind.js';
import { inPhase, isAllowedPing, isNecessary } from './traces.js';

/** Before the visitor has chosen, only what is necessary is stored and contacted. */
export const nothingBeforeChoice: Kind = {
  key: 'nothing-before-choice',
  kept: 'Before a choice nothing was stored and nobody was contacted, but for what is necessary.',
  notSeen: 'No page could be looked at before a choice.',
  looksAt: ({ state }) => state !== 'gpc',
  judge(visits, rules) {
    // Every state begins the same way: what was seen in one says nothing new in the next.
    const told = new Set<string>();
    const inOrder = [...visits].sort((a, b) => Number(b.state === 'untouched') - Number(a.state === 'untouched'));
    return inOrder.flatMap((visit): Finding[] =>
      firsts(inPhase(visit, rules, 'before').filter((each) => !isNecessary(each) && !isAllowedPing(each, rules)))
        .filter(({ trace }) => {
          const key = `${visit.page} ${sameness(trace)}`;
          return !told.has(key) && told.add(key);
        })
        .map(({ trace, count }) =>
          broken(this.key, visit, trace, rules, {
            count,
            why: trace.categories
              ? `it needs a yes to ${trace.categories.join(' or ')}, and nobody had chosen`
              : 'nobody had chosen, and nothing shows that it is necessary',
          }),
        ),
    );
  },
};
