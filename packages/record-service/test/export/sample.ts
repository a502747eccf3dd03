import type { ChainLine, ExportLine } from '../../src/chain/export-line.js';

export const HASH = 'ab'.repeat(32);

type Event = ChainLine['entries'][number]['event'];

/** A chain whose events say this, in this order. */
export const chainOf = (events: readonly Event[], record: string | null = 'r1'): ChainLine => ({
  type: 'chain',
  record,
  subject: null,
  length: events.length,
  head: HASH,
  erasures: [],
  entries: events.map((event, place) => ({
    n: place + 1,
    seq: place + 1,
    receivedAt: '2026-11-28T10:00:00.000Z',
    vouched: false,
    eventHash: HASH,
    chainHash: HASH,
    event,
  })),
});

export const SITE: ExportLine = { type: 'site', format: 1, site: 'default', exportedAt: '2026-11-29T00:00:00.000Z' };
export const ROOT: ExportLine = {
  type: 'root',
  day: '2026-11-28',
  entries: 3,
  merkleRoot: HASH,
  erasures: 0,
  erasuresRoot: HASH,
  previous: null,
  publicKey: 'key',
  signature: 'signature',
};

export async function* each<Type>(things: readonly Type[]): AsyncGenerator<Type> {
  yield* things;
}

export async function textOf(chunks: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
