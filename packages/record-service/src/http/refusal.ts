/** An answer that says what the caller has to change. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /**
   * @param status HTTP status.
   * @param code For programs; it never changes.
   * @param message For people: what is wrong, and how to mend it.
   * @param more What else the answer says.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** What the database says when a disk is full, and when it is not there: https://www.postgresql.org/docs/15/errcodes-appendix.html */
export function databaseRefusal(error: unknown): Refusal | null {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '53100' || code === 'ENOSPC' || /No space left on device/i.test(message))
    return new Refusal(
      507,
      'disk-full',
      'The disk of the database is full. Nothing of this request was stored: send it again later.',
    );
  if (
    /^(08|53|57|58|XX)/.test(code ?? '') ||
    /^E[A-Z]+$/.test(code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  )
    return new Refusal(503, 'database-unavailable', 'The database does not answer. Send the request again later.');
  return null;
}
