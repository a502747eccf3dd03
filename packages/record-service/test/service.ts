/** A service in memory, and what tests send to it. */
import { generateKeyPairSync } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createService, openEmbedded, type Service, type ServiceOptions } from '../src/index.js';
import type { Database } from '../src/store/database.js';

export const ADMIN = 'admin-token-of-the-tests-with-32-characters';
export const SECRET = 'secret-of-the-tests-with-at-least-32-characters';
export const ORIGIN = 'https://shop.example';
export const SITES = { shop: { origins: [ORIGIN], secret: SECRET }, other: { origins: ['https://other.example'] } };

export async function startService(options: Partial<ServiceOptions> = {}): Promise<Service & { database: Database }> {
  const database = options.database ?? (await openEmbedded());
  const { privateKey } = generateKeyPairSync('ed25519');
  const service = await createService({
    database,
    adminToken: ADMIN,
    signingKey: privateKey,
    sites: SITES,
    limits: { requestsPerMinute: 1_000_000 },
    ...options,
  });
  return { ...service, database };
}

/** An event as 0.1.0 sends it. */
export const firstEvent = (more: object = {}) => ({
  v: 1,
  recordId: '2881497631-1038215374-390182763-2261870195',
  seq: 1_795_253_400_000,
  at: '2026-11-21T09:30:00.000Z',
  choices: {
    analytics: {
      granted: true,
      at: '2026-11-21T09:30:00.000Z',
      until: '2027-05-21T09:30:00.000Z',
      asked: ['ga4'],
    },
  },
  policy: '2026-06-22',
  regime: 'strictest',
  locale: 'en',
  method: 'banner',
  ...more,
});

/** An event of format 2. */
export const secondEvent = (more: object = {}) => ({
  ...firstEvent(),
  format: 2,
  gpc: false,
  kind: 'given',
  about: ['analytics'],
  granted: { analytics: true },
  asked: { analytics: ['ga4'] },
  control: 'accept',
  layout: 'bar',
  texts: 'a'.repeat(64),
  build: 'b'.repeat(64),
  options: 'c'.repeat(64),
  regimeReviewedOn: '2026-11-01',
  previous: null,
  ...more,
});

/** Sends events as a page does. */
export const send = (app: FastifyInstance, body: unknown, headers: Record<string, string> = {}, site = 'shop') =>
  app.inject({
    method: 'POST',
    url: `/v1/${site}/events`,
    headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
