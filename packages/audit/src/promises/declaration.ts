import type { Finding, Visit } from '../model.js';
import { isName } from '../recognise/match.js';
import { broken, firsts, sameness } from './broken.js';
import type { Kind } from './kind.js';
import { type Trace, tracesOf } from './traces.js';

/** Whether a vendor stands in the declaration, by the product's name or a part of it: `Google Analytics 4`. */
const isListed = (names: readonly string[], vendor: string): boolean =>
  names.some((name) => {
    const [a, b] = [name.toLowerCase(), vendor.toLowerCase()];
    return a.includes(b) || b.includes(a);
  });

/** The declaration on the page names all that was seen. */
export const declaration: Kind = {
  key: 'declaration',
  kept: 'The declaration on the page names all that was seen.',
  looksAt: (_, { declared }) => !!declared,
  judge(visits, rules) {
    const { declared } = rules;
    if (!declared) return [];
    // The record of the answer is no service.
    const isMissing = ({ kind, name, vendor, isAnswer }: Trace) =>
      kind === 'request'
        ? vendor && !isListed(declared.services, vendor.name)
        : !isAnswer && !declared.stores.some((each) => isName(each, name));
    const told = new Set<string>();
    return visits.flatMap((visit: Visit): Finding[] =>
      firsts(tracesOf(visit, rules).filter(isMissing))
        .filter(({ trace }) => {
          const key = trace.kind === 'request' ? (trace.vendor?.name ?? '') : sameness(trace);
          return !told.has(key) && told.add(key);
        })
        .map(({ trace }) =>
          broken(this.key, visit, trace, rules, {
            why: 'the declaration of the site does not name it',
            mend: `Remove it, or declare ${trace.kind === 'request' ? trace.vendor?.name : trace.name} (a service with its "stores" and "hosts").`,
          }),
        ),
    );
  },
};
