import type { RegimeRules, ToolStorage } from '@askfirst/data';
import type { Env } from '../env/env.js';
import { readOldAnswer } from '../policy/old-answer.js';
import { loadTools } from '../policy/old-tools.js';
import { STORAGE_KEY, unpack } from '../policy/record.js';
import { takeOver } from '../policy/take-over.js';
import { newId } from '../state/new-id.js';
import type { State } from '../state/types.js';
import { removeCookie } from './withdrawal/cookies.js';

/** Whether something lies where this site's record belongs, sound or not. Where storage is forbidden, nothing could be kept. */
function hasRecord({ site }: State, { win }: Env): boolean {
  try {
    const text = win.localStorage.getItem(STORAGE_KEY);
    const isOthers = text !== null && (unpack(text)?.site ?? site) !== site;
    return isOthers ? win.localStorage.getItem(`${STORAGE_KEY}.site.${site}`) !== null : text !== null;
  } catch {
    return true;
  }
}

/** The first of a tool's names under which something is stored, and what: each text once. */
function foundOf({ doc, win }: Env, { key, kinds }: ToolStorage): string[] {
  for (const name of key) {
    const cookies = doc.cookie.split('; ').filter((pair) => pair.startsWith(`${name}=`));
    const texts = [
      ...(kinds.includes('cookie') ? cookies.map((pair) => pair.slice(name.length + 1)) : []),
      ...(kinds.includes('localStorage') ? [win.localStorage.getItem(name)] : []),
    ].filter((text) => text !== null);
    if (texts[0] !== undefined) return [name, ...new Set(texts)];
  }
  return [];
}

/**
 * Takes over what the visitor has answered to the tool that the site used before. Only if nothing of ours is stored, and only an answer
 * about no less than this site asks. What the tool stored is removed then: an old yes must not come back after a new no.
 *
 * @param regime The regime of the visitor's place, whose clock counts if it is shorter.
 */
export async function importChoices(state: State, env: Env, regime: RegimeRules): Promise<void> {
  for (const [old, tool] of await loadTools(state.options.importFrom)) {
    const stored = tool?.stored;
    // Answered, or stopped, while the files loaded.
    if (!stored || !env.stops[0] || state.record() || hasRecord(state, env)) continue;
    const [name = '', text, another] = foundOf(env, stored);
    if (text === undefined) continue;
    if (!stored.hasTime && !old.since) state.inputs.report(['no-time', tool.name]);
    // Two cookies of one name that say different things.
    const answer = another === undefined ? readOldAnswer(stored.format, text) : undefined;
    const choices = answer && takeOver(tool, old, answer, state.categories, regime, state.inputs.now());
    if (!choices) continue;
    state.adopt({
      v: 1,
      id: newId(),
      policy: null,
      locale: answer.locale ?? null,
      method: 'imported',
      regime: regime.id,
      checked: null,
      site: state.site,
      choices,
    });
    if (!hasRecord(state, env)) return;
    // c15t keeps a copy of its own in the other place.
    removeCookie(env, name);
    env.win.localStorage.removeItem(name);
  }
}
