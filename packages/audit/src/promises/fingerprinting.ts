import type { Finding, Fingerprint, Visit } from '../model.js';
import type { Kind } from './kind.js';
import { phaseAt, whenOf } from './phase.js';

/** `canvas` of `canvas.toDataURL`. */
const surfaceOf = ({ api }: Fingerprint): string => api.split('.')[0] ?? api;
/** Read in the way of the witness, these have hardly another use; of the others, two different ones by one script are enough. */
const SURE = ['canvas', 'audio', 'fonts'];
const isEnough = (surfaces: readonly string[]): boolean =>
  surfaces.length > 1 || surfaces.some((each) => SURE.includes(each));

function readsOf(visit: Visit): Map<string, Fingerprint[]> {
  const byScript = new Map<string, Fingerprint[]>();
  for (const each of [...visit.fingerprints].sort((a, b) => a.at - b.at)) {
    const script = each.script ?? 'a script without an address';
    byScript.set(script, [...(byScript.get(script) ?? []), each]);
  }
  return byScript;
}

/** Nothing that tells one browser from another is read. */
export const fingerprinting: Kind = {
  key: 'fingerprinting',
  kept: 'No script collected what tells one browser from another.',
  notSeen: 'No page could be looked at.',
  looksAt: () => true,
  judge(visits, { promises }) {
    const isEver = promises.fingerprinting === 'ever';
    const told = new Set<string>();
    return visits.flatMap((visit): Finding[] =>
      [...readsOf(visit)].flatMap(([script, all]): Finding[] => {
        const reads = isEver ? all : all.filter(({ at }) => !['accepted', 'chosen'].includes(phaseAt(visit, at)));
        const [first] = reads;
        const surfaces = [...new Set(reads.map(surfaceOf))];
        if (!first || !(isEver || isEnough(surfaces)) || told.has(`${visit.page} ${script}`)) return [];
        told.add(`${visit.page} ${script}`);
        const apis = [...new Set(reads.map(({ api }) => api))].join(', ');
        return [
          {
            promise: this.key,
            result: 'broken',
            says: `${script} read what tells one browser from another (${apis}) ${whenOf(visit, first.at)}.`,
            page: visit.page,
            state: visit.state,
            at: first.at,
            subject: apis,
            causes: [{ kind: 'script', ...(first.script && { url: first.script }) }],
            mend: `Remove ${script}${isEver ? '' : ', or load it only after a yes'}.`,
          },
        ];
      }),
    );
  },
};
