import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { jwtVerify } from 'jose';
import type { Context, Site } from './context.js';
import { Refusal } from './refusal.js';

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];

/** The site that an address names. */
export function siteOf({ sites }: Context, { params }: FastifyRequest): Site {
  const site = sites.get((params as { site: string }).site);
  if (!site)
    throw new Refusal(
      404,
      'unknown-site',
      'This service has no site of that name. "sites" of its configuration lists them.',
    );
  return site;
}

const isAdmin = ({ adminToken }: Context, site: Site, token: string) =>
  isSame(token, adminToken) || (site.adminToken !== null && isSame(token, site.adminToken));

/** @throws Refusal Unless the request carries the admin token of the service or of this site. */
export function requireAdmin(context: Context, request: FastifyRequest, site: Site): void {
  const token = bearerOf(request);
  if (!token || !isAdmin(context, site, token))
    throw new Refusal(401, 'admin-token', 'This needs the admin token, as "Authorization: Bearer …".');
}

/**
 * The account that a token of the site's owner names; `null` if the request carries no token.
 *
 * @throws Refusal If the token is wrong or too old.
 */
export async function subjectOf(request: FastifyRequest, { secret }: Site): Promise<string | null> {
  const token = bearerOf(request);
  if (!token) {
    if (request.headers.authorization === undefined) return null;
    throw new Refusal(401, 'subject-token', 'The authorization header has to be "Bearer" and a token.');
  }
  if (!secret)
    throw new Refusal(
      401,
      'subject-token',
      'This site has no "secret" in the configuration, so that no token of an account can be checked.',
    );
  try {
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], requiredClaims: ['sub', 'exp'] });
    return payload.sub as string;
  } catch (error) {
    throw new Refusal(
      401,
      'subject-token',
      `The token of the account is refused: ${(error as Error).message}. Send a new one.`,
    );
  }
}

/** @throws Refusal Unless the request carries an admin token, or a token of this very account. */
export async function requireSubject(
  context: Context,
  request: FastifyRequest,
  site: Site,
  subject: string,
): Promise<void> {
  const token = bearerOf(request);
  if (token && isAdmin(context, site, token)) return;
  if ((await subjectOf(request, site)) !== subject)
    throw new Refusal(
      401,
      'subject-token',
      'This needs the admin token or a token of this account, as "Authorization: Bearer …".',
    );
}
