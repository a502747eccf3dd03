/**
 * What an audit sees and says, as schemas from which the types and the published `schema/*.json` come. The witness fills visits,
 * the judge adds findings, reports only read.
 */
import Type, { type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const optional = Type.Optional;

/** A moment in milliseconds since the visit began: the navigation of its first page. */
const Since = Type.Number({ description: 'Milliseconds since the navigation to the first page of the visit' });

/**
 * What the visitor does on the page. `only:analytics` accepts that category alone, by its name or its words on the page.
 * `gpc` touches nothing, with Global Privacy Control on.
 */
export const State = Type.Union([
  Type.Literal('untouched'),
  Type.Literal('rejected'),
  Type.Literal('accepted'),
  Type.Literal('withdrawn'),
  Type.Literal('gpc'),
  Type.TemplateLiteral([Type.Literal('only:'), Type.String()]),
]);
export type State = Static<typeof State>;

/** One thing that happened in a visit, in order: what comes later lies after it. */
export const Moment = Type.Object(
  {
    at: Since,
    act: Type.Union([
      Type.Literal('opened'),
      Type.Literal('scrolled'),
      Type.Literal('rejected'),
      Type.Literal('accepted'),
      Type.Literal('chose'),
      Type.Literal('withdrew'),
      Type.Literal('second-page'),
      Type.Literal('back'),
      Type.Literal('left'),
    ]),
    url: Type.String(),
    /** File name of the picture beside the report, if one was taken. */
    screenshot: optional(Type.String()),
  },
  strict,
);
export type Moment = Static<typeof Moment>;

/** Who caused a request, the nearest first. */
export const Cause = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('script'),
      Type.Literal('markup'),
      Type.Literal('stylesheet'),
      Type.Literal('preload'),
      Type.Literal('redirect'),
      Type.Literal('frame'),
      Type.Literal('worker'),
      Type.Literal('service-worker'),
      Type.Literal('navigation'),
      Type.Literal('unknown'),
    ]),
    url: optional(Type.String()),
    /** One-based line in the document or script. */
    line: optional(Type.Integer()),
    column: optional(Type.Integer()),
    functionName: optional(Type.String()),
  },
  strict,
);
export type Cause = Static<typeof Cause>;

/** What a hit of Google's tags says about consent. Source: https://developers.google.com/tag-platform/security/concepts/consent-mode */
export const GoogleHit = Type.Object(
  {
    /** `G100`, `G111`: advertising and analytics as the tag sees them. */
    gcs: optional(Type.String()),
    gcd: optional(Type.String()),
    npa: optional(Type.String()),
    dma: optional(Type.String()),
    /** By signal name (`ad_storage`): what the tag took the visitor's answer to be. */
    signals: Type.Record(
      Type.String(),
      Type.Union([Type.Literal('granted'), Type.Literal('denied'), Type.Literal('unset')]),
    ),
  },
  strict,
);
export type GoogleHit = Static<typeof GoogleHit>;

export const Vendor = Type.Object(
  {
    /** Id in the catalogue of services, if the vendor is one of them. */
    id: optional(Type.String()),
    name: Type.String(),
    category: optional(Type.String()),
    /** What showed it: the host, a path of the site's own host, the name of what is stored. */
    by: Type.Union([Type.Literal('host'), Type.Literal('path'), Type.Literal('name'), Type.Literal('content')]),
    source: optional(Type.String()),
  },
  strict,
);
export type Vendor = Static<typeof Vendor>;

export const SeenRequest = Type.Object(
  {
    id: Type.String(),
    url: Type.String(),
    method: Type.String(),
    type: Type.String({ description: 'document, script, image, fetch, beacon, websocket, prefetch, preconnect, …' }),
    at: Since,
    /** The address of the page that was open. */
    page: Type.String(),
    /** The document or worker it came from, if that is not the page itself. */
    from: optional(
      Type.Object(
        {
          kind: Type.Union([Type.Literal('frame'), Type.Literal('worker'), Type.Literal('service-worker')]),
          url: Type.String(),
        },
        strict,
      ),
    ),
    causes: Type.Array(Cause),
    /** Answered from the browser's own cache: nothing left. */
    fromCache: optional(Type.Boolean()),
    /** Addresses it was redirected from, the first one first; each of them is a request of its own, too. */
    redirects: Type.Array(Type.String()),
    status: optional(Type.Integer()),
    failed: optional(Type.String()),
    /** Names of the cookies that travelled with it. */
    cookiesSent: Type.Array(Type.String()),
    /** Names of the cookies its answer set. */
    cookiesSet: Type.Array(Type.String()),
    body: optional(Type.String({ description: 'At most the first 4,096 characters of what was sent' })),
    isThirdParty: Type.Boolean({ description: 'Another registrable domain than that of the page' }),
    vendor: optional(Vendor),
    google: optional(GoogleHit),
  },
  strict,
);
export type SeenRequest = Static<typeof SeenRequest>;

export const SeenCookie = Type.Object(
  {
    name: Type.String(),
    domain: Type.String(),
    path: Type.String(),
    at: Since,
    by: Type.Union([Type.Literal('script'), Type.Literal('http'), Type.Literal('unknown')]),
    /** The response or script that set it. */
    setBy: optional(Type.String()),
    isPrepared: optional(
      Type.Boolean({ description: 'It was there before the visit, by --prepare or --storage-state' }),
    ),
    httpOnly: Type.Boolean(),
    secure: Type.Boolean(),
    sameSite: optional(Type.String()),
    partitioned: Type.Boolean(),
    isThirdParty: Type.Boolean(),
    /** Seconds that were asked for, and that the browser keeps it; absent until the browser is closed. */
    lifetimeAsked: optional(Type.Number()),
    lifetimeKept: optional(Type.Number()),
    /** Whether it was still there at the end of the visit. */
    remains: Type.Boolean(),
    /** When it was removed. If it is made anew after that, it has one more entry. */
    removedAt: optional(Since),
    vendor: optional(Vendor),
  },
  strict,
);
export type SeenCookie = Static<typeof SeenCookie>;

export const SeenStorage = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('localStorage'),
      Type.Literal('sessionStorage'),
      Type.Literal('indexedDB'),
      Type.Literal('cacheStorage'),
    ]),
    origin: Type.String(),
    /** The key, or the name of the database or cache. */
    key: Type.String(),
    /** Characters of the value, or entries of the cache. */
    size: optional(Type.Number()),
    at: Since,
    setBy: optional(Type.String()),
    remains: Type.Boolean(),
    /** When it was removed. If it is stored anew after that, it has one more entry. */
    removedAt: optional(Since),
    vendor: optional(Vendor),
  },
  strict,
);
export type SeenStorage = Static<typeof SeenStorage>;

/** How the page asked. */
export const Banner = Type.Object(
  {
    found: Type.Boolean(),
    /** The tool's name, or `words` where it was found by what its buttons say. */
    tool: optional(Type.String()),
    /** Presses that each answer took; absent where the way was not found. */
    pressesToAccept: optional(Type.Integer()),
    pressesToReject: optional(Type.Integer()),
    pressesToWithdraw: optional(Type.Integer()),
    /** Switches that were on before the visitor touched them, except locked ones. */
    preTicked: Type.Array(Type.String()),
    /** Why the visitor's act could not be done, in one sentence. */
    problem: optional(Type.String()),
  },
  strict,
);
export type Banner = Static<typeof Banner>;

/** A read of what tells one browser from another. */
export const Fingerprint = Type.Object({ api: Type.String(), at: Since, script: optional(Type.String()) }, strict);
export type Fingerprint = Static<typeof Fingerprint>;

/** What `<consent-declaration>` of the page says, to compare it with what was seen. */
export const Declared = Type.Object(
  {
    services: Type.Array(Type.String()),
    stores: Type.Array(Type.String()),
    /** Those of both that it shows under what is always on. */
    necessary: optional(Type.Array(Type.String())),
  },
  strict,
);
export type Declared = Static<typeof Declared>;

/** One page in one state, in a browser that remembered nothing. */
export const Visit = Type.Object(
  {
    page: Type.String(),
    state: State,
    startedAt: Type.String({ description: 'ISO 8601' }),
    /** Milliseconds from the navigation to the end. */
    duration: Type.Number(),
    moments: Type.Array(Moment),
    requests: Type.Array(SeenRequest),
    cookies: Type.Array(SeenCookie),
    storage: Type.Array(SeenStorage),
    fingerprints: Type.Array(Fingerprint),
    banner: optional(Banner),
    declared: optional(Declared),
    /** Whether the page shows that it honours Global Privacy Control. */
    showsGpc: optional(Type.Boolean()),
    /** `false` where the page was not there to be looked at: another host, or a fault of the server, answered. */
    isOpen: optional(Type.Literal(false)),
    /** What stood in the way, one sentence each: it never loaded, it is a download, it asks for a password. */
    problems: Type.Array(Type.String()),
  },
  strict,
);
export type Visit = Static<typeof Visit>;

/** What became of one promise. */
export const Finding = Type.Object(
  {
    /** Key of the promise: `nothing-before-choice`, `cookies`, `hosts`. */
    promise: Type.String(),
    result: Type.Union([Type.Literal('kept'), Type.Literal('broken'), Type.Literal('not-seen')]),
    /** One whole sentence that names what was seen. */
    says: Type.String(),
    page: optional(Type.String()),
    state: optional(State),
    at: optional(Since),
    /** `id` of the request, or name of what is stored. */
    subject: optional(Type.String()),
    causes: optional(Type.Array(Cause)),
    /** The smallest thing that would mend it, in one sentence. */
    mend: optional(Type.String()),
  },
  strict,
);
export type Finding = Static<typeof Finding>;

export const Report = Type.Object(
  {
    format: Type.Literal(1),
    tool: Type.Object({ name: Type.String(), version: Type.String() }, strict),
    browser: Type.Object({ name: Type.String(), version: Type.String() }, strict),
    site: Type.String(),
    startedAt: Type.String(),
    endedAt: Type.String(),
    /** Whether it was stopped before its plan was done. */
    isPartial: Type.Boolean(),
    plan: Type.Object(
      {
        pages: Type.Array(Type.String()),
        states: Type.Array(State),
        /** Pages that were found and not visited, with the reason. */
        left: Type.Array(Type.Object({ page: Type.String(), why: Type.String() }, strict)),
      },
      strict,
    ),
    /** What this method cannot see. */
    limits: Type.Array(Type.String()),
    visits: Type.Array(Visit),
    findings: Type.Array(Finding),
  },
  strict,
);
export type Report = Static<typeof Report>;

/** All that a report needs of its visits. An array of them will do. */
export interface Visits extends Iterable<Visit> {
  readonly length: number;
}

/** A report of many visits, which are read one after the other. */
export type LongReport = Omit<Report, 'visits'> & { readonly visits: Visits };
