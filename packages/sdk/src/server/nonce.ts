import { misuse, show } from './misuse.js';

/** The form of a nonce in a policy: https://www.w3.org/TR/CSP3/#grammardef-nonce-source */
const NONCE = /^[\w+/-]+={0,2}$/;

/** @returns The nonce, if a policy can carry it. */
export function checkNonce(name: string, nonce: unknown): string {
  if (typeof nonce === 'string' && NONCE.test(nonce)) return nonce;
  throw misuse(
    name,
    `"${show(nonce)}" is not a valid nonce. Make a new one for each response, for example btoa(crypto.randomUUID()). It may have letters, digits, +, /, - and _, and = at the end.`,
  );
}
