import { expect, test } from 'vitest';
import { toJson, toJsonLines } from '../../src/export/json.js';
import { each, entryOf, textOf } from './sample.js';

const lines = [entryOf({ policy: 'a\nb\u2028"' }), entryOf(null, 2)];

test('JSON is one list', async () => {
  expect(JSON.parse(await textOf(toJson(each(lines))))).toEqual(lines);
});

test('JSON lines have one thing a line, and no value breaks one', async () => {
  const text = await textOf(toJsonLines(each(lines)));
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(lines);
});
