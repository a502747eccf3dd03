import type { Service } from '@askfirst/data';
import { expect, test } from 'vitest';
import { withTagId } from '../../src/policy/tag-id.js';

const service = { id: 'stats', script: 'https://tags.example/js?id=', optOutFlag: 'disable-' };

test('ends the address and the flag with the id', () => {
  expect(withTagId(service, 'G-1')).toEqual({
    id: 'stats',
    tagId: 'G-1',
    script: 'https://tags.example/js?id=G-1',
    optOutFlag: 'disable-G-1',
  });
});

test('gives no flag to a service that has none, and leaves the service as it was', () => {
  const { optOutFlag: _, ...plain } = service;
  expect((withTagId(plain, 'G-1') as Partial<Service>).optOutFlag).toBeUndefined();
  expect(plain.script).toBe('https://tags.example/js?id=');
});
