/** The events that are accepted: of format 2, and those that 0.1.0 queued in browsers, which have no format. Strict, so that nothing else is kept. */
import { type Static, Type } from 'typebox';

const strict = { additionalProperties: false };

/** Databases cannot keep NUL and halves of characters; other control characters have no place in a name. */
const text = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\p{Cc}\\p{Cs}]*$' });
const time = Type.String({ maxLength: 24, pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const hash = Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$' });
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const key = '^[^\\p{Cc}\\p{Cs}]{1,200}$';
const names = Type.Array(text(200), { maxItems: 500 });

const answer = {
  granted: Type.Boolean(),
  at: time,
  until: time,
  asked: names,
  order: Type.Optional(Type.Number()),
};
const Choice = Type.Object(
  {
    ...answer,
    services: Type.Optional(
      Type.Record(Type.String({ pattern: key }), Type.Object(answer, strict), { maxProperties: 500 }),
    ),
  },
  strict,
);

/** What every event says. */
const common = {
  v: Type.Literal(1),
  recordId: Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' }),
  seq: Type.Integer({ minimum: 0, maximum: 8.64e15 }),
  at: time,
  subject: Type.Optional(text(255)),
  keepUntil: Type.Optional(time),
  choices: Type.Record(Type.String({ pattern: key }), Choice, { minProperties: 1, maxProperties: 50 }),
  policy: orNull(text(200)),
  regime: text(64),
  locale: orNull(text(64)),
  method: text(32),
  gpc: Type.Optional(Type.Boolean()),
};

/** An event of 0.1.0. */
export const FirstEvent = Type.Object(common, strict);

export const KINDS = [
  'given',
  'refused',
  'withdrawn',
  'expired',
  'gpc-applied',
  'reaffirmed',
  'imported',
  'linked',
  'erased',
] as const;

export const SecondEvent = Type.Object(
  {
    ...common,
    format: Type.Literal(2),
    kind: Type.Union(KINDS.map((kind) => Type.Literal(kind))),
    answered: Type.Array(text(200), { maxItems: 50 }),
    asked: Type.Record(Type.String({ pattern: key }), names, { maxProperties: 50 }),
    control: orNull(text(32)),
    layout: orNull(text(32)),
    texts: orNull(hash),
    build: orNull(hash),
    options: orNull(hash),
    regimeReviewedOn: orNull(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    previous: orNull(hash),
  },
  strict,
);

export type RecordEvent = Static<typeof FirstEvent> | Static<typeof SecondEvent>;
