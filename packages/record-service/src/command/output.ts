/** `failed`: it could not start, or what was verified is not as it was written. */
export const EXIT = { fine: 0, failed: 1, wrongUse: 3 } as const;

/** What the person who typed it has to change; its message says what. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** Where a command prints. */
export interface Output {
  print(text: string): void;
  complain(text: string): void;
}
