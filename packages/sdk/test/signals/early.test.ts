import { tags } from '@askfirst/data/services/tags';
import { expect, test } from 'vitest';
import { early } from '../../src/signals/early.js';
import { protocols } from '../../src/signals/index.js';

test('the core carries just the protocols of which the facts say that they may load before a yes', () => {
  const rows = Object.values(tags).flatMap((tag) => (tag ? [tag] : []));
  expect(rows.length).toBeGreaterThan(1);
  for (const { api, early: isEarly } of rows) {
    expect([api, !!early[api]]).toEqual([api, isEarly]);
    expect([api, !!protocols[api]]).toEqual([api, !isEarly]);
  }
});
