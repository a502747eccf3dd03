import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argumentsOf, denied, type Entry, page, start } from './page.js';

test('says so if a tag was queued before the default, and only then', () => {
  const command = fc.constantFrom('config', 'event', 'js', 'get', 'set', 'consent');
  const entry = fc.oneof(
    command.map((verb) => argumentsOf(verb, verb === 'consent' ? 'default' : 'x', { ...denied, wait_for_update: 500 })),
    fc.constantFrom<unknown>({ event: 'gtm.js' }, { page: 'home' }, null, undefined, argumentsOf(), () => {}),
  ) as fc.Arbitrary<Entry | null | undefined>;
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (left) => {
      const there = page([...left]);
      start(there);
      const isTag = (each: (typeof left)[number]) =>
        !!each?.event || (typeof each === 'object' && /^(config|event|js|get)$/.test(String(each?.[0])));
      const firstConsent = left.findIndex((each) => each?.[0] === 'consent');
      const before = firstConsent < 0 ? left : left.slice(0, firstConsent);
      expect(there.reported).toEqual(before.some(isTag) ? ['late'] : []);
    }),
    { numRuns: 300 },
  );
});
