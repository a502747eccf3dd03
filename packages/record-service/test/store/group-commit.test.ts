import { expect, test } from 'vitest';
import type { NewEvent } from '../../src/store/append.js';
import type { Database } from '../../src/store/database.js';
import { groupCommit } from '../../src/store/group-commit.js';

const event = (record: string): NewEvent => ({ site: 1, record, seq: 1, hash: '', subject: null, event: {} });

/** A database that notes which records it gets together, and refuses some. */
function fakeDatabase(refuse: (records: readonly string[]) => string | undefined) {
  const groups: string[][] = [];
  const database = {
    connections: 1,
    prepared: () => async (values: readonly (string | null)[]) => {
      const records = (JSON.parse(values[1] as string) as NewEvent[]).map(({ record }) => record);
      groups.push(records);
      const code = refuse(records);
      if (code) throw Object.assign(new Error(code), { code });
      return records.map((_, place) => [String(place), 'stored']);
    },
  } as unknown as Database;
  return { groups, ...groupCommit(database, () => null) };
}

test('what arrives together is committed together, and each caller hears of its own', async () => {
  const { groups, append } = fakeDatabase(() => undefined);
  const answers = await Promise.all([append([event('a'), event('b')]), append([event('c')]), append([event('d')])]);
  expect(groups).toEqual([['a', 'b', 'c', 'd']]);
  expect(answers.map(({ length }) => length)).toEqual([2, 1, 1]);
});

test('one whose data the database refuses fails alone', async () => {
  const { append } = fakeDatabase((records) => (records.includes('bad') ? '22P05' : undefined));
  const answers = await Promise.allSettled(['a', 'bad', 'c'].map((record) => append([event(record)])));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a full disk fails all of a group, which is not tried again', async () => {
  const { groups, append } = fakeDatabase(() => '53100');
  const answers = await Promise.allSettled(['a', 'b'].map((record) => append([event(record)])));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(groups).toHaveLength(1);
});
