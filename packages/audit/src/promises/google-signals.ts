import type { Finding, SeenRequest, Visit } from '../model.js';
import type { Kind } from './kind.js';
import { chosenCategory, phaseAt, whenOf } from './phase.js';
import type { Rules } from './rules.js';

/** The service whose category each signal stands for, and what it is without a list of the owner's. */
const SIGNALS: Readonly<Record<string, readonly [service: string, category: string]>> = {
  analytics_storage: ['ga4', 'analytics'],
  ad_storage: ['google-ads', 'marketing'],
  ad_user_data: ['google-ads', 'marketing'],
  ad_personalization: ['google-ads', 'marketing'],
};

const categoriesOf = ([service, category]: readonly [string, string], { services }: Rules): readonly string[] =>
  services?.find(({ id }) => id === service)?.categories ?? [category];

/** The signals by which a hit claims more than the visitor has allowed. */
function claimed(visit: Visit, { at, google }: SeenRequest, rules: Rules): [name: string, signal: string][] {
  const phase = phaseAt(visit, at);
  if (!google || phase === 'accepted') return [];
  return Object.entries(google.signals).filter(([name, signal]) => {
    const of = SIGNALS[name];
    if (!of || signal === 'denied') return false;
    const categories = categoriesOf(of, rules);
    return phase !== 'chosen' || !categories.includes(chosenCategory(visit, categories) ?? '');
  });
}

/** Hits of Google's tags say what the visitor has chosen. */
export const googleSignals: Kind = {
  key: 'google-signals',
  kept: 'Each hit of Google’s tags said what the visitor had chosen.',
  looksAt: ({ requests }) => requests.some(({ google }) => google),
  judge(visits, rules) {
    return visits.flatMap((visit): Finding[] => {
      const told = new Set<string>();
      return visit.requests.flatMap((request): Finding[] => {
        const wrong = claimed(visit, request, rules);
        const phase = phaseAt(visit, request.at);
        const words = wrong.map((each) => each.join(': ')).join(', ');
        const key = `${phase} ${words}`;
        if (!wrong[0] || told.has(key)) return [];
        told.add(key);
        const raw = ['gcs', 'gcd'] as const;
        const sent = raw.flatMap((name) => (request.google?.[name] ? `${name}=${request.google[name]}` : []));
        const isSilent = wrong.every(([, signal]) => signal === 'unset');
        const denied = [...new Set(wrong.map(([name]) => `'${name}': 'denied'`))].join(', ');
        return [
          {
            promise: this.key,
            result: 'broken',
            says: `A hit of ${request.vendor?.name ?? 'Google'} ${whenOf(visit, request.at)} ${
              isSilent ? 'says of no consent that it was asked' : 'says yes where the visitor has not'
            } (${words}${sent[0] ? `; ${sent.join(' ')}` : ''}).`,
            page: request.page,
            state: visit.state,
            at: request.at,
            subject: request.id,
            ...(request.causes[0] && { causes: request.causes }),
            mend:
              phase === 'before' || phase === 'gpc'
                ? `Call gtag('consent', 'default', { ${denied} }) before Google’s tag loads.`
                : `Call gtag('consent', 'update', { ${denied} }) as soon as the visitor has answered.`,
          },
        ];
      });
    });
  },
};
