/** Where the command speaks. */
export interface Output {
  print(text: string): void;
  complain(text: string): void;
}

/** The command was called in a way that it cannot follow. The message says how to call it. */
export class Misuse extends Error {}

/** What the system says about a file. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'it does not exist' : code === 'EISDIR' ? 'it is a folder' : message;
};
