import { generateKeyPairSync } from 'node:crypto';
import { hashOf } from 'askfirst/records';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chain } from '../../src/chain/chain.js';
import { type Entry, eventHashOf, GENESIS, nextHash } from '../../src/chain/entry.js';
import { merkleProofs, merkleRoot, rootOfProof } from '../../src/chain/merkle.js';
import { isSigned, rootHash, signRoot } from '../../src/chain/root.js';
import { verifyChain } from '../../src/chain/verify-chain.js';
import { verifyRoots } from '../../src/chain/verify-roots.js';

/** A chain as the database makes it. */
function chainOf(policies: readonly string[]): Chain & { entries: Entry[] } {
  const entries: Entry[] = [];
  for (const [index, policy] of policies.entries()) {
    const event = { recordId: 'r', seq: index + 1, policy };
    const entry = {
      n: index + 1,
      seq: index + 1,
      receivedAt: new Date(1e12 + index).toISOString(),
      vouched: index % 2 > 0,
      eventHash: eventHashOf(event),
      chainHash: '',
      event,
    };
    entries.push({ ...entry, chainHash: nextHash(entries.at(-1)?.chainHash ?? GENESIS, entry) });
  }
  const head = entries.at(-1)?.chainHash ?? GENESIS;
  return { record: 'r', subject: null, length: entries.length, head, erasures: [], entries };
}
const chains = fc.array(fc.string(), { minLength: 2, maxLength: 12 }).map(chainOf);
const hashes = fc.uniqueArray(
  fc.integer({ min: 0, max: 1e9 }).map((number) => eventHashOf({ number })),
  {
    minLength: 1,
    maxLength: 40,
  },
);

describe('a chain', () => {
  test('as it was written has no findings', () =>
    fc.assert(
      fc.property(chains, (chain) => {
        expect(verifyChain(chain)).toEqual([]);
      }),
    ));

  test('names what was changed, wherever and in whatever field', () =>
    fc.assert(
      fc.property(
        chains,
        fc.nat(),
        fc.constantFrom<Partial<Entry>>(
          { seq: 99 },
          { receivedAt: '2001-01-01T00:00:00.000Z' },
          { eventHash: GENESIS },
          { chainHash: GENESIS },
          { event: { recordId: 'r', seq: 1, policy: 'forged' } },
          { event: null },
        ),
        (chain, at, change) => {
          const place = at % chain.entries.length;
          const entries = chain.entries.with(place, { ...(chain.entries[place] as Entry), ...change });
          const findings = verifyChain({ ...chain, entries });
          expect(findings[0]?.message).toMatch(new RegExp(`entry ${place + 1}|The end of record r`, 'i'));
        },
      ),
    ));

  test('names a switched voucher', () =>
    fc.assert(
      fc.property(chains, fc.nat(), (chain, at) => {
        const place = at % chain.entries.length;
        const entry = chain.entries[place] as Entry;
        const entries = chain.entries.with(place, { ...entry, vouched: !entry.vouched });
        expect(verifyChain({ ...chain, entries }).map(({ code }) => code)).toContain('changed');
      }),
    ));

  test('names what was removed, with or without new numbers', () =>
    fc.assert(
      fc.property(chains, fc.nat(), fc.boolean(), (chain, at, renumber) => {
        const left = chain.entries.toSpliced(at % chain.entries.length, 1);
        const entries = renumber ? left.map((entry, index) => ({ ...entry, n: index + 1 })) : left;
        expect(verifyChain({ ...chain, entries })).not.toEqual([]);
      }),
    ));

  test('names an end that was rewritten, in whichever direction', () => {
    const chain = chainOf(['a', 'b', 'c']);
    const said = (change: Partial<Chain>) => verifyChain({ ...chain, ...change })[0]?.message;
    expect(said({ length: 4 })).toBe('The end of record r is missing: it has 3 entries of 4.');
    expect(said({ length: 2 })).toBe('What record r says of its own end was changed: it has 3 entries, and says 2.');
    expect(said({ head: GENESIS })).toMatch(/its own end was changed/);
  });

  test('names what was reordered', () =>
    fc.assert(
      fc.property(chains, fc.nat(), (chain, at) => {
        const place = at % (chain.entries.length - 1);
        const [one, two] = [chain.entries[place] as Entry, chain.entries[place + 1] as Entry];
        const entries = chain.entries.with(place, { ...two, n: one.n }).with(place + 1, { ...one, n: two.n });
        expect(verifyChain({ ...chain, entries }).map(({ code }) => code)).toContain('reordered');
      }),
    ));

  test('hashes an event as the sender does', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (event) => {
        expect(eventHashOf(event)).toBe(hashOf(event));
      }),
    ));
});

describe('a day', () => {
  test('has one root, in whatever order its entries are read', () =>
    fc.assert(
      fc.property(hashes, (day) => {
        expect(merkleRoot(day.toReversed())).toBe(merkleRoot(day));
      }),
    ));

  test('has another root if an entry is missing, more or other', () =>
    fc.assert(
      fc.property(hashes, fc.nat(), (day, at) => {
        const place = at % day.length;
        const root = merkleRoot(day);
        expect(merkleRoot(day.toSpliced(place, 1))).not.toBe(root);
        expect(merkleRoot(day.with(place, GENESIS))).not.toBe(root);
        expect(merkleRoot([...day, GENESIS])).not.toBe(root);
        // A tree of two and one of three of which the last is twice would be the same in Bitcoin's: CVE-2012-2459.
        expect(merkleRoot([...day, day.toSorted().at(-1) as string])).not.toBe(root);
      }),
    ));

  test('has the roots that RFC 6962 gives', () => {
    // Of its reference implementation: the empty tree.
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('proves each of its entries, and no other', () =>
    fc.assert(
      fc.property(hashes, (day) => {
        const root = merkleRoot(day);
        const proofs = merkleProofs(day, day);
        for (const [place, steps] of proofs.entries()) {
          expect(rootOfProof(day[place] as string, steps)).toBe(root);
          expect(rootOfProof(GENESIS, steps)).not.toBe(root);
        }
      }),
    ));

  test('is signed by one key', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const first = signRoot(
      {
        site: 'shop',
        day: '2026-11-21',
        entries: 1,
        merkleRoot: GENESIS,
        erasures: 1,
        erasuresRoot: GENESIS,
        previous: null,
      },
      privateKey,
    );
    const second = signRoot({ ...first, day: '2026-11-22', previous: rootHash(first) }, privateKey);
    expect(verifyRoots([first, second], [first.publicKey])).toEqual([]);
    for (const change of [
      { day: '2026-11-20' },
      { entries: 2 },
      { merkleRoot: first.signature },
      { erasures: 0 },
      { erasuresRoot: first.signature },
      { site: 'other' },
      { publicKey: 'x' },
      { signature: second.signature },
    ])
      expect(isSigned({ ...first, ...change })).toBe(false);
    expect(verifyRoots([second]).map(({ code }) => code)).toEqual(['missing-day']);
    expect(verifyRoots([first, second], ['another']).map(({ code }) => code)).toEqual(['signature', 'signature']);
  });
});
