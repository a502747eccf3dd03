import type { Verdict } from '../report/summary.js';

export const EXIT = { kept: 0, broken: 1, notLookedAt: 2, wrongUse: 3 } as const;

export const exitCodeOf = (verdict: Verdict): number =>
  ({ kept: EXIT.kept, broken: EXIT.broken, 'not-looked-at': EXIT.notLookedAt })[verdict];

/** What the person who typed it has to change; its message says what. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** Where a command prints. */
export interface Output {
  print(text: string): void;
  complain(text: string): void;
}
