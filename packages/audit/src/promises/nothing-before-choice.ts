import { broken, firstsOnPages } from './broken.js';
import type { Kind } from './kind.js';
import { inPhase, isAllowedPing, isNecessary } from './traces.js';

/** Before the visitor has chosen, only what is necessary is stored and contacted. */
export const nothingBeforeChoice: Kind = {
  key: 'nothing-before-choice',
  kept: 'Before a choice nothing was stored and nobody was contacted, but for what is necessary.',
  notSeen: 'No page could be looked at before a choice.',
  looksAt: ({ state }) => state !== 'gpc',
  judge(visits, rules) {
    // What was seen in one says nothing new in the next.
    const inOrder = [...visits].sort((a, b) => Number(b.state === 'untouched') - Number(a.state === 'untouched'));
    return firstsOnPages(inOrder, (visit) =>
      inPhase(visit, rules, 'before').filter((each) => !isNecessary(each) && !isAllowedPing(each, rules)),
    ).map(({ visit, trace, count }) =>
      broken(this.key, visit, trace, rules, {
        count,
        why: trace.categories
          ? `it needs a yes to ${trace.categories.join(' or ')}, and nobody had chosen`
          : 'nobody had chosen, and nothing shows that it is necessary',
      }),
    );
  },
};
