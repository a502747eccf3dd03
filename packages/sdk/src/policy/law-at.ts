import type { LawFile } from '@askfirst/data';
import { byPlace } from '@askfirst/data/regimes/by-place';
import { codesOf } from './regime-under.js';

/** Loads the law of a place. `undefined` if the place is unknown or in no list. */
export async function lawAt(region: string | undefined): Promise<Pick<LawFile, 'regime' | 'law'> | undefined> {
  const [place, country] = codesOf(region);
  return (byPlace[place] ?? byPlace[country])?.();
}
