import type { ChainLine, EntryLine, ErasureLine, ExportLine, FileLine } from './export-line.js';

/** The chain that entries make; its end is the last of them. */
function chainOf(entries: readonly EntryLine[], erasures: readonly ErasureLine[]): ChainLine {
  // By place, as somebody may have changed the order of the lines.
  const inOrder = entries.toSorted((one, other) => one.n - other.n);
  const { recordId = null, subject = null, chainHash: head = '' } = inOrder.at(-1) ?? {};
  return {
    type: 'chain',
    record: recordId,
    subject,
    length: inOrder.at(-1)?.n ?? 0,
    head,
    erasures: erasures.map(({ type: _, chain: __, ...erasure }) => erasure),
    entries: inOrder.map(({ type: _, chain: __, recordId: ___, subject: ____, ...entry }) => entry),
  };
}

/** Puts the entries of an export together to chains. They stand by chain, so that one chain is in memory at a time. */
export async function* gatherChains(lines: AsyncIterable<FileLine>): AsyncGenerator<ExportLine> {
  const erasures = new Map<string, ErasureLine[]>();
  let entries: EntryLine[] = [];
  const gathered = () => {
    const [first] = entries;
    return first ? [chainOf(entries, erasures.get(first.chain) ?? [])] : [];
  };
  for await (const line of lines) {
    if (line.type === 'erasure') erasures.set(line.chain, [...(erasures.get(line.chain) ?? []), line]);
    else if (line.type !== 'entry') yield line;
    else if (line.chain === entries[0]?.chain) entries.push(line);
    else {
      yield* gathered();
      entries = [line];
    }
  }
  yield* gathered();
}
