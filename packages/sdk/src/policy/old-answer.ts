import type { ToolStorage } from '@askfirst/data';
import { isoTime } from './iso-time.js';
import { MAX_LENGTH } from './record.js';

/** An answer that another tool has stored, by that tool's own names. */
export interface OldAnswer {
  readonly named: ReadonlyMap<string, boolean>;
  /** When it was given, if the tool stores that. Milliseconds since the epoch. */
  readonly at?: number;
  /** When it ends there, if the tool stores that. Milliseconds since the epoch. */
  readonly until?: number;
  /** BCP 47 language of the question, if the tool stores that. */
  readonly locale?: string;
}

/** Whatever is not exactly what the tool writes throws, and counts as no answer. */
const fail = (): never => {
  throw new Error();
};

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false, yes: true, no: false };

/** A map in which no key comes twice. */
function unique<V>(entries: readonly (readonly [string, V])[]): Map<string, V> {
  const map = new Map(entries);
  return map.size === entries.length && map.size > 0 ? map : fail();
}

const pairsIn = (text: string, between: RegExp | string, within: string) =>
  unique(
    text.split(between).map((pair) => {
      const at = pair.indexOf(within);
      return at > 0 ? ([pair.slice(0, at), pair.slice(at + 1)] as const) : fail();
    }),
  );

/** Those whose value is a yes or a no. */
const answersIn = (pairs: ReadonlyMap<string, string>, without: readonly string[] = []) =>
  unique(
    [...pairs]
      .filter(([key, value]) => Object.hasOwn(WORDS, value) && !without.includes(key))
      .map(([key, value]) => [key, WORDS[value] as boolean] as const),
  );

const flagsIn = (value: object): Map<string, boolean> =>
  Object.values(value).every((each) => typeof each === 'boolean') ? unique(Object.entries(value)) : fail();

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const formats: Readonly<Record<ToolStorage['format'], (text: string) => OldAnswer>> = {
  flags: (text) => ({ named: flagsIn(JSON.parse(text)) }),
  tarteaucitron: (text) => ({
    named: text[0] === '!' ? answersIn(pairsIn(text.slice(1), '!', '=')) : fail(),
  }),
  cookiebot(text) {
    const pairs = pairsIn(/^{(.*)}$/.exec(text)?.[1] ?? fail(), /,(?=\w+:)/, ':');
    if (pairs.get('method') !== "'explicit'") fail();
    return { named: answersIn(pairs), at: Number(/^\d{13}$/.exec(pairs.get('utc') ?? '') ?? fail()) };
  },
  cookieyes(text) {
    const pairs = pairsIn(text, ',', ':');
    // Before the visitor acts, CookieYes stores what it assumes.
    if (pairs.get('action') !== 'yes') fail();
    return { named: answersIn(pairs, ['consent', 'action']) };
  },
  'vanilla-cookieconsent'(text) {
    const {
      categories,
      services = {},
      consentTimestamp,
      lastConsentTimestamp,
      expirationTime,
      languageCode,
    } = JSON.parse(text);
    if (!isList(categories)) fail();
    // `services` has a list for each category that was asked about: what was accepted in it. Other services of a category that was
    // accepted in part are not named, so that only those in the list have an answer.
    const named = Object.entries(services).flatMap(([key, accepted]) => {
      if (!isList(accepted)) return fail();
      return accepted[0] ? accepted.map((id) => [id, true] as const) : [[key, categories.includes(key)] as const];
    });
    const others = categories.filter((key: string) => !Object.hasOwn(services, key));
    return {
      named: unique([...named, ...others.map((key: string) => [key, true] as const)]),
      at: isoTime(lastConsentTimestamp ?? consentTimestamp),
      ...(expirationTime !== undefined && { until: Number.isSafeInteger(expirationTime) ? expirationTime : fail() }),
      ...(/^[a-z]{2,3}(-\w{2,8}){0,3}$/i.test(languageCode) && { locale: languageCode }),
    };
  },
  c15t(text) {
    const { consents, consentInfo } = JSON.parse(text);
    if (typeof consentInfo.subjectId !== 'string') fail();
    return { named: flagsIn(consents), at: Number.isSafeInteger(consentInfo.time) ? consentInfo.time : fail() };
  },
};

/**
 * Reads what another tool has stored. Anything that the tool itself would not have written for an answer of the visitor is `undefined`.
 * Never throws.
 *
 * @example readOldAnswer('flags', '{"matomo":true}')?.named.get('matomo') // true
 */
export function readOldAnswer(format: ToolStorage['format'], text: string): OldAnswer | undefined {
  try {
    if (text.length > MAX_LENGTH) return undefined;
    // Cookies are encoded, and so is what Klaro puts into `localStorage`; other JSON there is not.
    return formats[format](text.startsWith('{"') ? text : decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
