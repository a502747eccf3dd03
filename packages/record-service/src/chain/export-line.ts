/** What an auditor gets: one object a line (JSONL), or all of them in one object (JSON). Times are ISO 8601, UTC; hashes in hex. */
import { type Static, Type } from 'typebox';

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Count = Type.Integer({ minimum: 0 });
const orNull = <Schema extends typeof Hash | typeof Count>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Text = orNull(Type.String());

export const SiteLine = Type.Object({
  type: Type.Literal('site'),
  format: Type.Literal(1),
  site: Type.String(),
  exportedAt: Time,
  /** If it is about one account only: then the days are not complete, and proofs lead to their roots. */
  subject: Type.Optional(Type.String()),
});
export type SiteLine = Static<typeof SiteLine>;

const ROOT = {
  day: Day,
  entries: Count,
  merkleRoot: Hash,
  erasures: Count,
  erasuresRoot: Hash,
  previous: orNull(Hash),
  publicKey: Type.String(),
  signature: Type.String(),
};

export const RootLine = Type.Object({ type: Type.Literal('root'), ...ROOT });
export type RootLine = Static<typeof RootLine>;

/** The same, where no line before it names the site. */
export const PublishedRoot = Type.Object({ site: Type.String(), ...ROOT });

/** Everything that is kept about one consent record. */
export const ChainLine = Type.Object({
  type: Type.Literal('chain'),
  record: Text,
  subject: Text,
  length: Count,
  head: Hash,
  erasures: Type.Array(
    Type.Object({
      upto: Count,
      requestedAt: Time,
      dueAt: Time,
      doneAt: orNull(Time),
      removedUpto: orNull(Count),
      removed: orNull(Count),
    }),
  ),
  entries: Type.Array(
    Type.Object({
      n: Count,
      seq: Type.Integer(),
      receivedAt: Time,
      vouched: Type.Boolean(),
      eventHash: Hash,
      chainHash: Hash,
      event: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
    }),
  ),
});
export type ChainLine = Static<typeof ChainLine>;

/** How an entry or an erasure leads to the root of its day, where the others of the day are not in the file. */
export const ProofLine = Type.Object({
  type: Type.Literal('proof'),
  /** The chain hash of the entry, or the hash of what is signed of the erasure. */
  leaf: Hash,
  day: Day,
  steps: Type.Array(Type.Object({ side: Type.Union([Type.Literal('left'), Type.Literal('right')]), hash: Hash })),
});
export type ProofLine = Static<typeof ProofLine>;

export const ExportLine = Type.Union([SiteLine, RootLine, ChainLine, ProofLine]);
export type ExportLine = Static<typeof ExportLine>;
