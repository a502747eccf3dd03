import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.js';

/**
 * SHA-256 of the canonical JSON of a value, as 64 hexadecimal digits. The hash of an event is that of the event as it was sent.
 * Synchronous, because a visitor may leave with the choice, and `crypto.subtle` is missing on pages without HTTPS:
 * https://w3c.github.io/webcrypto/#Crypto-attribute-subtle
 *
 * @throws RangeError for a value that is nested too deep, or in itself.
 * @example hashOf(event) === next.previous
 */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value) ?? 'null')));
