import { isLive } from '../policy/choice.js';
import type { Choice, Consent, ConsentRecord } from '../policy/types.js';
import { canonicalJson } from './canonical-json.js';
import { type EventKind, ownOf, type RecordEvent } from './record-event.js';

/** What an event says has happened, and to which categories. */
export type Happened = Pick<Required<RecordEvent>, 'kind' | 'about'>;

type Choices = ConsentRecord['choices'];

/** Each single answer: about a service or a revision, or about a category that has neither. */
function answersIn(key: string, choice: Choice | undefined): Map<string, Choice> {
  if (!choice) return new Map();
  const own = (id: string) =>
    choice.services?.[`${key}__${id}`] ?? choice.services?.[`${key}__${id.replace(/\./g, '_')}`];
  return new Map((choice.asked[0] ? choice.asked : ['']).map((id) => [id, own(id) ?? choice]));
}

/** What a new answer about one category is, in the order in which one outranks another. */
export function answerTo(
  key: string,
  choice: Choice,
  before: Choice | undefined,
): 'withdrawn' | 'given' | 'refused' | 'reaffirmed' {
  const at = Date.parse(choice.at);
  const earlier = answersIn(key, before);
  const found = new Set<string>();
  for (const [id, { granted }] of answersIn(key, choice)) {
    const last = earlier.get(id);
    const was = last && isLive(last, at) ? last.granted : undefined;
    if (was === granted) continue;
    if (granted) found.add('given');
    else found.add(was ? 'withdrawn' : 'refused');
  }
  return (['withdrawn', 'given', 'refused'] as const).find((each) => found.has(each)) ?? 'reaffirmed';
}

/** The categories whose choice is another than before. */
export const answeredIn = (choices: Choices, before: Choices): string[] =>
  Object.keys(choices).filter((key) => canonicalJson(choices[key]) !== canonicalJson(ownOf(before, key)));

/**
 * What new answers are: the strongest of what they are for each category. A withdrawal outranks all, so that no yes beside it hides it.
 *
 * @param before The choices of the event before.
 */
export function kindOfAnswer(
  { choices, method }: Pick<ConsentRecord, 'choices' | 'method'>,
  before: Choices,
): Happened {
  const about = answeredIn(choices, before);
  const found = about.map((key) => answerTo(key, choices[key] as Choice, ownOf(before, key)));
  const strongest = (['withdrawn', 'given', 'refused'] as const).find((each) => found.includes(each)) ?? 'reaffirmed';
  return { kind: method === 'imported' ? 'imported' : strongest, about };
}

/** What is in effect by the choices alone, for an event that does not say it. */
export const grantedBy = (choices: Choices): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(choices).flatMap(
      ([key, choice]) =>
        [[key, choice.granted], ...Object.entries(choice.services ?? {}).map(([id, own]) => [id, own.granted])] as [
          string,
          boolean,
        ][],
    ),
  );

/**
 * What has changed without an answer since an event; `null` if nothing has.
 *
 * @param now What is granted now, and why, once the place is known.
 */
export function changeOf(
  last: Pick<RecordEvent, 'choices' | 'granted' | 'gpc'>,
  { granted, reasons, gpc }: Consent,
): Happened | null {
  const before = last.granted ?? grantedBy(last.choices);
  const about = (isSo: (key: string) => boolean) => [
    ...new Set(
      Object.keys(granted)
        .filter(isSo)
        .map((key) => key.split('__')[0] as string),
    ),
  ];
  const ended = (why: string) => about((key) => before[key] === true && !granted[key] && reasons[key] === why);
  const back = about(
    (key) => last.gpc === true && !gpc && before[key] === false && !!granted[key] && reasons[key] === 'choice',
  );
  const found: [EventKind, string[]][] = [
    ['expired', ended('expired')],
    ['gpc-applied', ended('gpc')],
    ['gpc-ended', back],
  ];
  const [kind, keys] = found.find(([, [first]]) => first) ?? [];
  return kind && keys ? { kind, about: keys } : null;
}
