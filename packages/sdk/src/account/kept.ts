import type { LocalStore } from '../env/local-store.js';
import type { Choices } from '../policy/join-account.js';
import { isChoice, isSound, MAX_LENGTH } from '../policy/record.js';
import type { ConsentRecord } from '../policy/types.js';

const KEY = 'askfirst.account';

/** What this browser remembers while an account is signed in. */
export interface Kept {
  /** Short hash of the account's id. */
  readonly subject: string;
  /** The browser's own answer, from before the sign-in. */
  readonly own: ConsentRecord | null;
  /** What was refused here since. */
  readonly refused: Choices;
  /** The answers that browser and account have both had. */
  readonly known: Choices;
}

/** Kept in the browser, because the account is signed in on each page, and in each tab. Anything but exactly this counts as missing. */
export const keptIn = (store: LocalStore) => ({
  read(): Kept | null {
    try {
      const text = store.get(KEY) as string;
      const { v, ...kept } = text.length < 3 * MAX_LENGTH && JSON.parse(text);
      const { subject, own, refused, known } = kept;
      const isRight = [refused, known].every((choices) => Object.entries(choices as Choices).every(isChoice));
      if (v === 1 && typeof subject === 'string' && (own === null || isSound(own)) && isRight) return kept;
    } catch {}
    return null;
  },
  write: (kept: Kept | null) => store.set(KEY, kept && JSON.stringify({ v: 1, ...kept })),
});
