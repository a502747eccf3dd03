import type { LocalStore } from '../env/local-store.js';
import type { Choices } from '../policy/join-account.js';
import { isChoice, isSound, MAX_LENGTH } from '../policy/record.js';
import type { ConsentRecord } from '../policy/types.js';

const KEY = 'askfirst.account';

/** What this browser remembers of one site while an account is signed in. */
export interface Kept {
  /** Which of the sites on this origin it is about. */
  readonly site?: string;
  /** Short hash of the account's id. */
  readonly subject: string;
  /** The browser's own answer, from before the sign-in. */
  readonly own: ConsentRecord | null;
  /** What was refused here since. */
  readonly refused: Choices;
  /** The answers that browser and account have both had. */
  readonly known: Choices;
  /** What was done, until the visitor has closed the notice about it. */
  readonly untold?: 'applied' | 'carried' | undefined;
}

/** Reads what is exactly as described; anything else counts as missing. */
function parse(text: string | null): Kept | null {
  try {
    const { v, ...kept } = (text as string).length < 3 * MAX_LENGTH && JSON.parse(text as string);
    const { subject, own, refused, known, untold } = kept;
    const isRight = [refused, known].every((choices) => Object.entries(choices as Choices).every(isChoice));
    const isKnown = [undefined, 'applied', 'carried'].includes(untold);
    if (v === 1 && typeof subject === 'string' && (own === null || isSound(own)) && isRight && isKnown) return kept;
  } catch {}
  return null;
}

/** Kept in the browser, because the account is signed in on each page, and in each tab. */
export function keptIn(store: LocalStore, site: string) {
  /** Another site on this origin may have stored its own first. */
  const place = () => ((parse(store.get(KEY))?.site ?? site) === site ? KEY : `${KEY}.site.${site}`);
  return {
    read: (): Kept | null => parse(store.get(place())),
    write: (kept: Kept | null) => store.set(place(), kept && JSON.stringify({ v: 1, ...kept, site })),
  };
}
