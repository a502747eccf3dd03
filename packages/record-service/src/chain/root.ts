/** The signed root of a day: what may be published, and shows that no day was rewritten. */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from 'askfirst/records';
import { textHash } from './entry.js';

/** What is signed. */
export interface RootContent {
  /** Name of the site. */
  readonly site: string;
  /** ISO date, UTC. */
  readonly day: string;
  /** How many entries the day has, over all chains. */
  readonly entries: number;
  /** Of the chain hashes of the day's entries, in hex. */
  readonly merkleRoot: string;
  /** How many erasures were asked for on the day, plus how many were carried out. */
  readonly erasures: number;
  /** Of these requests and removals, in hex. */
  readonly erasuresRoot: string;
  /** SHA-256 of the canonical JSON of what was signed before it, in hex; `null` for the first. */
  readonly previous: string | null;
}

export interface SignedRoot extends RootContent {
  /** Ed25519, the 32 bytes in base64url. */
  readonly publicKey: string;
  /** Over the canonical JSON of what is signed, in base64url. */
  readonly signature: string;
}

const textOf = ({ site, day, entries, merkleRoot, erasures, erasuresRoot, previous }: RootContent) =>
  canonicalJson({ site, day, entries, merkleRoot, erasures, erasuresRoot, previous }) as string;

/** What the next root has as `previous`. */
export const rootHash = (content: RootContent): string => textHash(textOf(content));

/** The public half of a key, as roots name it. */
export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x as string;

export const signRoot = (content: RootContent, key: KeyObject): SignedRoot => ({
  ...content,
  publicKey: publicKeyOf(key),
  signature: sign(null, Buffer.from(textOf(content)), key).toString('base64url'),
});

/** Whether the key that a root names has signed it. */
export function isSigned({ publicKey, signature, ...content }: SignedRoot): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(textOf(content)), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
