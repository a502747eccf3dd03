import { createHash } from 'node:crypto';
import { canonicalJson } from 'askfirst/records';

/** One line of a chain, as it is exported. */
export interface Entry {
  /** Place in its chain, from 1. */
  readonly n: number;
  /** The event's own number. */
  readonly seq: number;
  /** ISO 8601, UTC, by the clock of the database. */
  readonly receivedAt: string;
  /** Whether a token of the site's owner vouched for the event's subject. */
  readonly vouched: boolean;
  /** SHA-256 of the event's canonical JSON, in hex. */
  readonly eventHash: string;
  /** SHA-256 of the chain up to here, in hex. */
  readonly chainHash: string;
  /** `null` once it is erased. */
  readonly event: Readonly<Record<string, unknown>> | null;
}

/** What stands before the first entry. */
export const GENESIS = '00'.repeat(32);

/** @returns SHA-256 of a text, in hex. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What `hashOf` of `askfirst/records` gives, many times faster. */
export const eventHashOf = (event: object): string => textHash(canonicalJson(event) as string);

/**
 * The hash of a chain with one more entry: SHA-256 over the hash before, the event's hash, the time in milliseconds as eight bytes, the
 * highest first, and one byte that says whether its subject was vouched for. The database computes the same (`next_hash`).
 */
export function nextHash(previous: string, { eventHash, receivedAt, vouched }: Entry): string {
  const rest = Buffer.alloc(9);
  rest.writeBigInt64BE(BigInt(Date.parse(receivedAt)));
  rest.writeUInt8(vouched ? 1 : 0, 8);
  return createHash('sha256')
    .update(Buffer.from(previous + eventHash, 'hex'))
    .update(rest)
    .digest('hex');
}
