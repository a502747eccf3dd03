import type { Finding, Visit } from '../model.js';
import type { Kind } from './kind.js';

type Presses = 'pressesToAccept' | 'pressesToReject';
/** One visit presses one answer: what a page takes is known from several. */
const least = (visits: readonly Visit[], key: Presses): number | undefined => {
  const all = visits.flatMap(({ banner }) => banner?.[key] ?? []);
  return all[0] === undefined ? undefined : Math.min(...all);
};
const presses = (count: number) => `${count} ${count === 1 ? 'press' : 'presses'}`;

/** Reject takes no more presses than accept. */
export const rejectAsEasy: Kind = {
  key: 'reject-as-easy',
  kept: 'Reject took no more presses than accept.',
  notSeen: 'No banner was found whose presses could be counted.',
  needsBanner: true,
  looksAt: ({ banner }) => banner?.pressesToAccept !== undefined || banner?.pressesToReject !== undefined,
  judge(visits) {
    const pages = [...new Set(visits.map(({ page }) => page))];
    return pages.flatMap((page): Finding[] => {
      const here = visits.filter((visit) => visit.page === page);
      const [accept, reject] = [least(here, 'pressesToAccept'), least(here, 'pressesToReject')];
      if (accept === undefined || (reject !== undefined && reject <= accept)) return [];
      const finding = { promise: this.key, page, state: 'rejected' } as const;
      if (reject === undefined)
        return here.some(({ state }) => state === 'rejected')
          ? [
              {
                ...finding,
                result: 'not-seen',
                says: `Accept takes ${presses(accept)}; no way to reject was found, so that somebody has to look.`,
              },
            ]
          : [];
      return [
        {
          ...finding,
          result: 'broken',
          says: `Reject takes ${presses(reject)}, accept ${presses(accept)}.`,
          mend: 'Put a button that rejects beside the one that accepts, on the same layer.',
        },
      ];
    });
  },
};
