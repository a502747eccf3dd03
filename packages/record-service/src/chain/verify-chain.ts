import type { Chain, Erasure } from './chain.js';
import { type Entry, eventHashOf, GENESIS, nextHash } from './entry.js';
import type { Finding } from './finding.js';

/** Chains that are longer are not searched for the place at which an entry once stood. */
const MOST_SEARCHED = 1000;

/** How findings call it. */
export const nameOf = ({ record, head }: Pick<Chain, 'record' | 'head'>): string =>
  record === null ? `the erased record with the head ${head}` : `record ${record}`;

const hasRemoved = ({ doneAt, dueAt, removed }: Erasure) => !!removed && doneAt !== null && doneAt >= dueAt;

/** What is wrong with one entry, without its neighbours. */
function checkEvent(chain: Chain, { n, seq, event, eventHash }: Entry): Finding | null {
  if (event === null)
    return chain.erasures.some((erasure) => hasRemoved(erasure) && n <= (erasure.removedUpto ?? 0))
      ? null
      : {
          code: 'erased-early',
          message: `The event of entry ${n} of ${nameOf(chain)} is gone, and no erasure that was due says why.`,
        };
  if (eventHashOf(event) === eventHash && event.seq === seq && event.recordId === (chain.record ?? event.recordId))
    return null;
  return { code: 'changed', message: `The event of entry ${n} of ${nameOf(chain)} is not the one that was stored.` };
}

/** What is wrong between an entry and the one before it. */
function checkLink(chain: Chain, before: Entry | undefined, entry: Entry): Finding | null {
  const { n } = entry;
  const expected = (before?.n ?? 0) + 1;
  if (n === expected && nextHash(before?.chainHash ?? GENESIS, entry) === entry.chainHash) return null;
  const hashes = [GENESIS, ...chain.entries.map(({ chainHash }) => chainHash)].slice(0, MOST_SEARCHED);
  const fits = hashes.findIndex((hash) => nextHash(hash, entry) === entry.chainHash);
  const place = chain.entries.indexOf(entry);
  if (fits >= 0 && fits !== place) {
    const neighbour = chain.entries[fits - 1];
    const stood = neighbour ? `came right after what is entry ${neighbour.n} now` : 'was the first one';
    return { code: 'reordered', message: `Entry ${n} of ${nameOf(chain)} ${stood}: the order was changed.` };
  }
  if (n !== expected)
    return {
      code: 'removed',
      message: `Of ${nameOf(chain)} ${n > expected ? `entry ${expected} is missing` : `entry ${n} stands there twice`}.`,
    };
  return fits < 0
    ? {
        code: 'changed',
        message: `Entry ${n} of ${nameOf(chain)} was changed, or what stood before it was removed or changed.`,
      }
    : null;
}

/** Whether more is gone than its erasures removed. Less may be: one may have been carried out since the entries were read. */
function checkRemoved(chain: Chain): Finding[] {
  const gone = chain.entries.filter(({ event }) => event === null).length;
  const removed = chain.erasures.reduce((sum, erasure) => sum + (erasure.removed ?? 0), 0);
  if (gone <= removed) return [];
  return [
    {
      code: 'erased-early',
      message: `Of ${nameOf(chain)} ${gone} events are gone, and its erasures removed ${removed}.`,
    },
  ];
}

/** What is not as it was written in one chain; empty if all is. Pure: it asks neither the database nor the network. */
export function verifyChain(chain: Chain): Finding[] {
  const { entries, length, head } = chain;
  const findings = entries
    .flatMap((entry, index) => [checkEvent(chain, entry), checkLink(chain, entries[index - 1], entry)])
    .filter((finding) => finding !== null);
  const last = entries.at(-1);
  if (!findings.length && (last?.n !== length || last.chainHash !== head))
    findings.push(
      entries.length < length
        ? {
            code: 'removed',
            message: `The end of ${nameOf(chain)} is missing: it has ${entries.length} entries of ${length}.`,
          }
        : {
            code: 'changed',
            message: `What ${nameOf(chain)} says of its own end was changed: it has ${entries.length} entries, and says ${length}.`,
          },
    );
  return findings.length ? findings : checkRemoved(chain);
}
