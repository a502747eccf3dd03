import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Made at each start: tokens of an earlier run are worth nothing. */
const key = randomBytes(32);
const seal = (text) => createHmac('sha256', key).update(text).digest();

/**
 * A signed token that names who holds it.
 *
 * @param {string} subject
 * @param {number} seconds Life of the token.
 */
export function signToken(subject, seconds) {
  const text = Buffer.from(JSON.stringify({ subject, until: Date.now() + seconds * 1000 })).toString('base64url');
  return `${text}.${seal(text).toString('base64url')}`;
}

/** Who holds a token, or undefined if it is not ours or too old. */
export function readToken(token = '') {
  const [text, signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = seal(text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { subject, until } = JSON.parse(Buffer.from(text, 'base64url').toString());
  return until > Date.now() ? subject : undefined;
}
