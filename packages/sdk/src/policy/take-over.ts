import type { RegimeRules, Tool } from '@askfirst/data';
import { makeChoice } from './choice.js';
import { isoTime } from './iso-time.js';
import type { OldAnswer } from './old-answer.js';
import { isService, nameHere } from './old-tools.js';
import type { Category, Choice, OldTool } from './types.js';

const DAY_MS = 86_400_000;

/** The answer about one category, or `undefined` if the tool did not name all of it, or gave two answers. */
function answerAbout({ key, services }: Category, named: readonly (readonly [string, boolean])[]): boolean | undefined {
  const about = (is: (name: string) => boolean) => named.filter(([name]) => is(name)).map(([, granted]) => granted);
  const whole = about((name) => name === key);
  const each = services.map((service) => about((name) => name !== key && isService(service, name)));
  // A category without a service is covered by its name alone.
  const isNamed = whole[0] !== undefined || (services[0] && each.every((found) => found[0] !== undefined));
  const all = [...whole, ...each.flat()];
  return isNamed && all.every((granted) => granted === all[0]) ? all[0] : undefined;
}

/**
 * The choices that an answer given to another tool comes to here: about every category that is asked about, or none at all.
 *
 * @param now Milliseconds since the epoch.
 * @returns `undefined` if the answer was about less than this site asks, has run out, or has no time that lies in the past.
 */
export function takeOver(
  tool: Tool,
  old: OldTool,
  answer: OldAnswer,
  categories: readonly Category[],
  regime: RegimeRules,
  now: number,
): Record<string, Choice> | undefined {
  const at = answer.at ?? isoTime(old.since);
  const ends = Math.min(answer.until ?? Infinity, at + (old.days ?? tool.stored?.days ?? 0) * DAY_MS);
  // Also if there is no time: no comparison with `NaN` is true.
  if (!(at > 0 && at <= now && ends > now)) return undefined;
  const named = [...answer.named].map(([name, granted]) => [nameHere(tool, old, name), granted] as const);
  const choices: Record<string, Choice> = {};
  for (const category of categories) {
    const { key, covers, services, within } = category;
    // A choice about a category is one about each of its services.
    if (key === 'necessary' || within) continue;
    const granted = answerAbout(category, named);
    // With a revision everybody is to be asked again.
    if (granted === undefined || category.isInvalid || covers.length > services.length) return undefined;
    const choice = makeChoice(category, granted, at, regime);
    const until = Math.min(Date.parse(choice.until), ends);
    if (until <= now) return undefined;
    choices[key] = { ...choice, until: new Date(until).toISOString() };
  }
  return choices;
}
