import type { Law } from '@askfirst/data';
import { laws } from '@askfirst/data/regimes/laws';

/** What a law wants shown, by the id of its regime. */
export const lawOf = async (id: string | null): Promise<Law | undefined> => (await laws[id ?? '']?.())?.law;
