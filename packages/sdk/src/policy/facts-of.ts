import type { Service } from '@askfirst/data';
import { catalogue } from '@askfirst/data/services/catalogue';

/**
 * What the catalogue knows of services, by id. Each is a file of its own, and only those that a site names are loaded. One that does not
 * load is missing in the answer: a content blocker may hold it back for its name, and visitors are asked all the same.
 *
 * @example await factsOf(['hotjar', 'own-player']) // { hotjar: { name: 'Hotjar', … } }
 */
export async function factsOf(ids: readonly string[]): Promise<Record<string, Service>> {
  const found = await Promise.all(
    ids.map(async (id) => [id, (await catalogue[id]?.().catch(() => undefined))?.service] as const),
  );
  return Object.fromEntries(found.filter(([, service]) => service)) as Record<string, Service>;
}
