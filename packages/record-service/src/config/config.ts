/** What `record-service.json` may say. `schema/config.json` is written from it. */
import { type Static, Type } from 'typebox';

const strict = { additionalProperties: false };

/** A name stands in addresses. */
export const SITE_NAME = '^[a-z0-9][a-z0-9-]{0,62}$';

export const SiteConfig = Type.Object(
  {
    origins: Type.Array(Type.String({ minLength: 1 }), {
      minItems: 1,
      description:
        'Pages of these origins may send, such as https://shop.example. "loopback" is any origin of this machine.',
    }),
    secret: Type.Optional(
      Type.String({
        minLength: 32,
        description: 'With it the owner’s server signs the tokens that say which account a visitor has (HS256).',
      }),
    ),
    adminToken: Type.Optional(
      Type.String({
        minLength: 32,
        description: 'Opens what belongs to this site alone: chains, export, erasures, statistics.',
      }),
    ),
    retentionDays: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 36_500,
        description: 'For how long the records of a deleted account are kept as proof. 30 if left out.',
      }),
    ),
  },
  strict,
);
export type SiteConfig = Static<typeof SiteConfig>;

export const Limits = Type.Object(
  {
    requestsPerMinute: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Of one network address. 120 if left out.' }),
    ),
    bytes: Type.Optional(Type.Integer({ minimum: 1024, description: 'Of one request. 131072 if left out.' })),
    events: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'In one request. 100 if left out.' })),
  },
  strict,
);

export const Config = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    host: Type.Optional(Type.String({ description: 'Where it listens; 127.0.0.1 if left out.' })),
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535, description: '4180 if left out.' })),
    data: Type.Optional(
      Type.String({ description: 'Folder of the embedded database and of the keys; askfirst-records if left out.' }),
    ),
    trustProxy: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Addresses of the proxies in front, such as 10.0.0.0/8: what they add to "x-forwarded-for" says where a request comes from. Without it the header counts for nothing, as anybody can send it.',
      }),
    ),
    limits: Type.Optional(Limits),
    sites: Type.Optional(
      Type.Record(Type.String({ pattern: SITE_NAME }), SiteConfig, {
        ...strict,
        minProperties: 1,
        description:
          'By name, as it stands in addresses. Without it there is one site, "default", for pages of this machine.',
      }),
    ),
  },
  strict,
);
export type Config = Static<typeof Config>;

/** The sites of a configuration without any. */
export const DEFAULT_SITES: Readonly<Record<string, SiteConfig>> = { default: { origins: ['loopback'] } };
export const DEFAULT_RETENTION_DAYS = 30;
export const DEFAULT_LIMITS = { requestsPerMinute: 120, bytes: 131_072, events: 100 };
