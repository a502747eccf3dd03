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

/** What the database says when a disk is full, when it is not there, and when a value is none: https://www.postgresql.org/docs/15/errcodes-appendix.html */
export function databaseRefusal(error: unknown): Refusal | null {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '53100' || code === 'ENOSPC' || /No space left on device/i.test(message))
    return new Refusal(
      507,
      'disk-full',
      'The disk of the database is full. Nothing of this request was stored: send it again later.',
    );
  if (
    /^(08|40|53|57|58|XX)/.test(code ?? '') ||
    /^E[A-Z]+$/.test(code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  )
    return new Refusal(503, 'database-unavailable', 'The database does not answer. Send the request again later.');
  if (/^22/.test(code ?? ''))
    return new Refusal(400, 'value', 'The request has a text that no database can keep, such as the character NUL.');
  return null;
}

const NO_JSON = 'The body has to be JSON, with "content-type: application/json".';

/** What fastify refuses before a route sees it. Its own messages repeat what was sent. */
const OF_FRAMEWORK: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'The body is too large. Send fewer events at a time.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['no-json', NO_JSON],
  FST_ERR_CTP_INVALID_JSON_BODY: ['no-json', NO_JSON],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['no-json', NO_JSON],
  FST_ERR_BAD_URL: ['address', 'The address is not one: "%" and two digits have to stand for UTF-8.'],
  FST_ERR_MAX_PARAM_LENGTH: ['address', 'The address is too long.'],
};

/** What fastify and its plugins say is wrong with a request; `null` if that is not what an error is about. */
export function frameworkRefusal({ statusCode = 500, code }: { statusCode?: number; code?: string }): Refusal | null {
  if (statusCode === 429)
    return new Refusal(
      429,
      'too-often',
      'Too many requests from this address. Wait as long as the header "retry-after" says.',
    );
  if (statusCode < 400 || statusCode >= 500) return null;
  return new Refusal(statusCode, ...(OF_FRAMEWORK[code ?? ''] ?? ['wrong-request', 'The request is not one.']));
}
