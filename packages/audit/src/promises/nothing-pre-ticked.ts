import type { Finding } from '../model.js';
import type { Kind } from './kind.js';

/** No switch is on before the visitor touches it. */
export const nothingPreTicked: Kind = {
  key: 'nothing-pre-ticked',
  kept: 'No switch was on before the visitor touched it.',
  notSeen: 'No banner was found whose switches could be looked at.',
  needsBanner: true,
  looksAt: ({ banner }) => !!banner?.found,
  judge(visits) {
    const told = new Set<string>();
    return visits.flatMap(({ page, state, banner }) =>
      (banner?.preTicked ?? []).flatMap((name): Finding[] => {
        if (told.has(`${page} ${name}`)) return [];
        told.add(`${page} ${name}`);
        return [
          {
            promise: this.key,
            result: 'broken',
            says: `The switch “${name}” was on before the visitor touched it.`,
            page,
            state,
            subject: name,
            mend: `Let “${name}” be off until the visitor turns it on.`,
          },
        ];
      }),
    );
  },
};
