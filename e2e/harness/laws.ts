import type { Law, RegimeRule, Service } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { byPlace } from '@askfirst/data/regimes/by-place';

/** What a visitor meets first. */
export type Shape = 'question' | 'notice' | 'nothing';

const SHAPES: Record<RegimeRule, Shape> = {
  ask: 'question',
  inform: 'notice',
  'run-until-objection': 'nothing',
  exempt: 'nothing',
};

/** A site with one category, which a law has a rule for. */
interface Case {
  config: object;
  shape: Shape;
  /** Buttons that the law wants where it asks. */
  firstLayer: Law['firstLayer'];
}
/** The laws that say the same of it. Only their rules decide what is shown, so one of them stands for all. */
export interface Kind extends Case {
  laws: readonly string[];
  /** Where the first of them holds. */
  place: string;
}

const named = (key: string) => ({ categories: { [key]: { label: key, description: 'A category of its own.' } } });
const exempted = (exemption: Service['exemption']) => ({
  services: [{ id: 'own', name: 'Own', provider: 'Shop', category: 'analytics', stores: [], exemption }],
});

async function kindsOfLaws(): Promise<Kind[]> {
  const kinds = new Map<string, Kind>();
  for (const { id, places, rules, exemptions = {} } of regimes) {
    const { firstLayer = [] } = (await byPlace[places[0] as string]?.())?.law ?? {};
    const { others = 'ask', ...own } = rules as Record<string, RegimeRule>;
    const cases = [
      [others, named('any')] as const,
      ...Object.entries(own).map(([key, rule]) => [rule, named(key)] as const),
      ...Object.entries(exemptions).map(([key, rule]) => [rule, exempted(key as Service['exemption'])] as const),
    ];
    for (const [rule, config] of cases) {
      const key = JSON.stringify([rule, config, firstLayer]);
      const { laws: others = [], place = places[0] ?? '' } = kinds.get(key) ?? {};
      kinds.set(key, { laws: [...others, id], place, config, shape: SHAPES[rule], firstLayer });
    }
  }
  return [...kinds.values()];
}

/** What laws can lead to, each with the laws that do, and an unknown place. */
export const KINDS: readonly Kind[] = [
  ...(await kindsOfLaws()),
  {
    laws: ['strictest'],
    place: '',
    config: named('any'),
    shape: 'question',
    firstLayer: ['accept', 'reject', 'settings'],
  },
];
