import { locales } from '@askfirst/data/locales';
import type { Layer, Thing } from './layer.js';

/** What other tools call the usual categories, besides the names in `@askfirst/data`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  functional:
    'functional|functionality|preferences|personali[sz]ation|experience|funktional|komfort|fonctionnel|funcional|functioneel',
  analytics:
    'analytic|statisti|measurement|performance|audience|analyse|analytique|leistung|matomo|mesure|medición|rendimiento|prestazioni',
  marketing: 'marketing|advertis|\\bads?\\b|targeting|social|werbung|publicit|publicidad|pubblicit|reclame|reklam',
};

const namesOf = new Map<string, Promise<RegExp>>();

/** What a category may be called on a page. */
export function patternOf(category: string): Promise<RegExp> {
  const made =
    namesOf.get(category) ??
    Promise.all(Object.values(locales).map((read) => read())).then((all) => {
      const labels = all.map(({ locale }) => (locale.categories as Record<string, { label: string }>)[category]?.label);
      const texts = [category, ...labels].filter((label) => label !== undefined);
      const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp([...escaped, ...(OTHER_NAMES[category] ? [OTHER_NAMES[category]] : [])].join('|'), 'iu');
    });
  namesOf.set(category, made);
  return made;
}

/** Whether a switch is that of a category: by its own name, or else by what stands around it. */
async function isOf(category: string, { name, about }: Thing, all: readonly Thing[]): Promise<boolean> {
  const pattern = await patternOf(category);
  return all.some((each) => pattern.test(each.name)) ? pattern.test(name) : pattern.test(about);
}

/**
 * Sets every switch that is not locked.
 *
 * @param wanted Name of the category that alone is to be on, or a function that says so for each.
 * @returns Presses it took, and whether a switch was to be on.
 */
export async function setSwitches(
  { switches }: Layer,
  wanted: string | ((each: Thing) => boolean),
): Promise<{ presses: number; matched: boolean }> {
  const free = switches.filter(({ isLocked }) => !isLocked);
  const on: Thing[] = [];
  for (const each of free)
    if (typeof wanted === 'string' ? await isOf(wanted, each, switches) : wanted(each)) on.push(each);
  let presses = 0;
  const set = async (each: Thing, isWanted: boolean) => {
    if ((await each.isOnNow().catch(() => isWanted)) === isWanted) return;
    await each.press();
    presses++;
  };
  // A switch for all moves the others: what is to be on comes last.
  for (const each of free) if (!on.includes(each)) await set(each, false);
  for (const each of on) await set(each, true);
  return { presses, matched: on.length > 0 };
}
