/** What hinders a command, and what its user can do about it. */

/** Its message says what to do. */
export class Hindrance extends Error {
  override readonly name = 'Hindrance';
}

/** Where a name has several addresses, each of which refused, the message is empty. */
export const reasonOf = (error: unknown): string => {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
};

/** Does what may fail, and says it in a sentence of its own. @throws Hindrance */
export async function explained<T>(work: () => Promise<T>, sentence: (why: string) => string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Hindrance(sentence(reasonOf(error)));
  }
}

/** Host and database of an address. */
export function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'as it is';
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** Codes of the system that say that a file or folder cannot be made there. */
const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'];

/** One sentence about an error of the system; `null` for any other. https://nodejs.org/api/errors.html#common-system-errors */
export function sentenceFor(error: unknown): string | null {
  const {
    code = '',
    syscall,
    path,
    address,
    port,
  } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall === 'listen') {
    if (code === 'EADDRINUSE')
      return `Port ${port} of ${address} is in use. End what uses it, or name another with --port.`;
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return `This machine has no address ${address}. Name one of its own with --host: 127.0.0.1, or 0.0.0.0 for all.`;
    if (code === 'EACCES') return `This user may not listen on port ${port}. Name one from 1024 up with --port.`;
  }
  if (path && NOT_WRITABLE.includes(code))
    return `${path} cannot be made or written (${code}). Name a place that this user may write, with --data or --out.`;
  return null;
}
