import { cores } from '@askfirst/data/services/cores';
import Type, { type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const optional = Type.Optional;
const yes = (description: string) => optional(Type.Boolean({ description, default: true }));

const Unit = Type.Union(
  (['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const).map((unit) => Type.Literal(unit)),
);

/** Something that a service stores. Names as in an Askfirst configuration: one that ends in `*` stands for every name with that start. */
export const PromisedItem = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    kind: Type.Union(
      (['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'] as const).map((kind) =>
        Type.Literal(kind),
      ),
    ),
    lifetime: optional(
      Type.Union(
        [
          Type.Tuple([Type.Number({ minimum: 0 }), Unit]),
          Type.Literal('session'),
          Type.Literal('persistent'),
          Type.Literal('unknown'),
        ],
        { description: 'The longest that it asks to be kept: [7, "day"], "session", "persistent"' },
      ),
    ),
    path: optional(Type.String()),
    httpOnly: optional(Type.Boolean({ description: 'Scripts cannot read it' })),
    secure: optional(Type.Boolean({ description: 'It travels over https only' })),
  },
  strict,
);
export type PromisedItem = Static<typeof PromisedItem>;

const text = optional(Type.String());
const anything = optional(Type.Unknown());

/** Some services are named by the vendor’s id of the site alone: `{ "ga4": "G-XXXX" }`. */
const byTagId: Record<string, typeof text> = Object.fromEntries(Object.keys(cores).map((id) => [id, text]));

/** A service as in `services` of an Askfirst configuration, so that the same list can stand in both. */
export const PromisedService = Type.Object(
  {
    id: optional(
      Type.String({
        minLength: 1,
        description: 'Of the catalogue, which fills in the rest, or a name of your own',
      }),
    ),
    ...byTagId,
    category: optional(
      Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], {
        description: '"necessary" runs in every state; any other waits for a yes. Of a list, one is enough',
      }),
    ),
    hosts: optional(
      Type.Array(Type.String(), { description: '"*.example.net", "example.net/path", "/path-of-the-site"' }),
    ),
    stores: optional(Type.Array(PromisedItem)),
    pages: optional(
      Type.Array(Type.String(), { description: 'Paths of the pages that may use it; a "*" at the end for any ending' }),
    ),
    name: text,
    provider: text,
    country: text,
    policyUrl: text,
    script: text,
    api: text,
    tagId: text,
    moreTagIds: anything,
    config: anything,
    optOutFlag: anything,
    exemption: anything,
    stopsLive: anything,
  },
  strict,
);
export type PromisedService = Static<typeof PromisedService>;

/** The id of a service, also of one that is named by the vendor’s id of the site. */
export const idOf = (service: PromisedService): string | undefined =>
  service.id ?? Object.keys(cores).find((id) => id in service);

/** `promises.json`. The key of a promise is the `promise` of its findings; what is left out is promised as {@link strictPromises} says. */
export const Promises = Type.Object(
  {
    $schema: text,
    services: optional(
      Type.Array(PromisedService, {
        description: 'All that may be stored and contacted. With this list, anything else breaks a promise',
      }),
    ),
    'nothing-before-choice': yes('Only what is necessary is stored and contacted before the visitor has chosen'),
    'nothing-after-reject': yes('Only what is necessary is stored and contacted after Reject'),
    'only-what-was-chosen': yes('After a yes to one category no other one runs'),
    'withdrawal-ends': yes('A withdrawal removes what the yes has stored, and nothing is sent or stored anew'),
    gpc: optional(
      Type.Union([Type.Literal(false), Type.Literal('honoured'), Type.Literal('shown')], {
        description: 'Global Privacy Control counts as a no; "shown": and the page says so',
        default: 'honoured',
      }),
    ),
    fingerprinting: optional(
      Type.Union([Type.Literal(false), Type.Literal('without-consent'), Type.Literal('ever')], {
        description: 'Never reads what tells one browser from another: without consent, or ever',
        default: 'without-consent',
      }),
    ),
    'reject-as-easy': yes('Reject takes no more presses than accept'),
    'nothing-pre-ticked': yes('No switch is on before the visitor touches it'),
    stores: yes('Only what `services` lists is stored, in its state, with its lifetime and flags'),
    hosts: yes('Only what `services` lists is contacted, on its pages, in its state'),
    declaration: yes('Where a page shows a declaration, it names all that was seen'),
    'google-signals': yes('Hits of Google’s tags say what the visitor has chosen'),
    'cookieless-pings': optional(
      Type.Boolean({
        description: 'Google’s tags may load, and send hits that deny everything, before a yes (advanced consent mode)',
        default: false,
      }),
    ),
  },
  { ...strict, title: 'Promises of a site, for @askfirst/audit' },
);
export type Promises = Static<typeof Promises>;

/** What is promised without a file: nothing but what is strictly necessary before a yes and after a no. */
export const strictPromises: Promises = {
  'nothing-before-choice': true,
  'nothing-after-reject': true,
  'only-what-was-chosen': true,
  'withdrawal-ends': true,
  gpc: 'honoured',
  fingerprinting: 'without-consent',
  'reject-as-easy': true,
  'nothing-pre-ticked': true,
  stores: true,
  hosts: true,
  declaration: true,
  'google-signals': true,
  'cookieless-pings': false,
};
