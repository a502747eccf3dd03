import type { Chain } from '../../src/chain/chain.js';
import type { Entry } from '../../src/chain/entry.js';
import type { Export } from '../../src/export/export.js';

export const HASH = 'ab'.repeat(32);

type Event = Entry['event'];

/** A chain whose events say this, in this order. */
export const chainOf = (events: readonly Event[], more: Partial<Chain> = {}): Chain => ({
  record: 'r1',
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
  ...more,
});

async function* each(chains: readonly Chain[]) {
  yield* chains;
}

export const exported = (chains: readonly Chain[], roots: Export['roots'] = []): Export => ({
  site: { format: 1, site: 'default', exportedAt: '2026-11-29T00:00:00.000Z' },
  roots,
  chains: each(chains),
});

export async function textOf(chunks: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
