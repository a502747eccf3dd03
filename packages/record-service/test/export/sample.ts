import type { EntryLine, Line } from '../../src/export/export.js';

export const HASH = 'ab'.repeat(32);

/** An entry of an export, with an event that says this. */
export const entryOf = (event: EntryLine['event'], n = 1): EntryLine & Record<string, unknown> => ({
  type: 'entry',
  chain: '1',
  n,
  seq: n,
  receivedAt: '2026-11-28T10:00:00.000Z',
  vouched: false,
  recordId: 'r1',
  subject: null,
  eventHash: HASH,
  chainHash: HASH,
  event,
});

export async function* each<Type extends Line>(lines: readonly Type[]): AsyncGenerator<Type> {
  yield* lines;
}

export async function textOf(chunks: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
