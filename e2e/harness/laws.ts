import type { Law, RegimeRule, Service } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { laws } from '@askfirst/data/regimes/laws';

/** What a visitor meets first. */
export type Shape = 'question' | 'notice' | 'nothing';

const SHAPES: Record<RegimeRule, Shape> = {
  ask: 'question',
  inform: 'notice',
  'run-until-objection': 'nothing',
  exempt: 'nothing',
};

/** A site with one category, at a place where a law has a rule for it. */
export interface Case {
  /** The law, and what its rule is about. */
  name: string;
  law: string;
  place: string;
  config: object;
  shape: Shape;
  /** Buttons that the law wants where it asks. */
  firstLayer: Law['firstLayer'];
}

const named = (key: string) => ({ categories: { [key]: { label: key, description: 'A category of its own.' } } });
const exempted = (exemption: Service['exemption']) => ({
  services: [{ id: 'own', name: 'Own', provider: 'Shop', category: 'analytics', stores: [], exemption }],
});

/** Every rule of every law, and an unknown place. */
export const CASES: readonly Case[] = [
  {
    name: 'no place',
    law: 'strictest',
    place: '',
    config: named('any'),
    shape: 'question',
    firstLayer: ['accept', 'reject', 'settings'],
  },
  ...(
    await Promise.all(
      regimes.map(async ({ id, places: [place = ''], rules, exemptions = {} }) => {
        const { firstLayer } = (await laws[id]?.())?.law ?? { firstLayer: [] };
        const of = (about: string, rule: RegimeRule, config: object): Case => ({
          name: `${id}, ${about}`,
          law: id,
          place,
          config,
          shape: SHAPES[rule],
          firstLayer,
        });
        const { others = 'ask', ...own } = rules as Record<string, RegimeRule>;
        return [
          of('others', others, named('any')),
          ...Object.entries(own).map(([key, rule]) => of(key, rule, named(key))),
          ...Object.entries(exemptions).map(([key, rule]) => of(key, rule, exempted(key as Service['exemption']))),
        ];
      }),
    )
  ).flat(),
];
