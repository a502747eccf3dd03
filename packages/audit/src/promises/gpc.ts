import type { Finding } from '../model.js';
import { broken, firsts } from './broken.js';
import type { Kind } from './kind.js';
import { inPhase, isAllowedPing, isNecessary } from './traces.js';

/** Global Privacy Control counts as a no; where that is promised, the page also says so. */
export const gpc: Kind = {
  key: 'gpc',
  kept: 'With Global Privacy Control on, nothing was stored and nobody was contacted, but for what is necessary.',
  notSeen: 'No page was looked at with Global Privacy Control on.',
  state: 'gpc',
  looksAt: ({ state }) => state === 'gpc',
  judge(visits, rules) {
    return visits
      .filter((visit) => this.looksAt(visit, rules))
      .flatMap((visit): Finding[] => {
        const unwanted = inPhase(visit, rules, 'gpc').filter(
          (each) => !isNecessary(each) && !isAllowedPing(each, rules),
        );
        const isSilent = rules.promises.gpc === 'shown' && !visit.showsGpc;
        return [
          ...firsts(unwanted).map(({ trace, count }) =>
            broken(this.key, visit, trace, rules, { count, why: 'the browser said no by Global Privacy Control' }),
          ),
          ...(isSilent
            ? [
                {
                  promise: this.key,
                  result: 'broken',
                  says: 'With Global Privacy Control on, the page does not show that it is honoured.',
                  page: visit.page,
                  state: visit.state,
                  mend: 'Show a line such as “Opt-Out Request Honored” while navigator.globalPrivacyControl is true.',
                } satisfies Finding,
              ]
            : []),
        ];
      });
  },
};
