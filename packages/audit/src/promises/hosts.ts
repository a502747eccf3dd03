import { addressOf, isName } from '../recognise/match.js';
import { broken, firstsOnPages } from './broken.js';
import type { Kind } from './kind.js';
import { isBlamed, type Trace, tracesOf } from './traces.js';

const isElsewhere = ({ service, page }: Trace): boolean =>
  !!service?.pages && !service.pages.some((each) => isName(each, addressOf(page)?.pathname ?? ''));

/** Only what the owner's list names is contacted, and on the pages that it names. */
export const hosts: Kind = {
  key: 'hosts',
  kept: 'All that was contacted is in the list of the promises.',
  looksAt: (_, { services }) => !!services,
  judge(visits, rules) {
    return firstsOnPages(visits, (visit) => {
      const requests = tracesOf(visit, rules).filter(({ kind }) => kind === 'request');
      return [...requests.filter((each) => !each.service && !isBlamed(visit, each)), ...requests.filter(isElsewhere)];
    }).map(({ visit, trace, count }) =>
      broken(this.key, visit, trace, rules, {
        count,
        why: trace.service
          ? `${trace.service.id} is promised on ${trace.service.pages?.join(', ')} alone`
          : 'the promises do not list it',
        mend: trace.service
          ? `Load ${trace.service.id} on ${trace.service.pages?.join(', ')} alone.`
          : `Remove it, or add ${trace.host} to "hosts" of a service in promises.json.`,
      }),
    );
  },
};
