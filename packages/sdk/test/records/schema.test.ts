import { expect, test } from 'vitest';
import type { RecordEvent } from '../../src/records/record-event.js';
import { faultsOf } from './schema.js';

const choice = { granted: true, at: '2026-05-03T10:00:00.000Z', until: '2027-05-03T10:00:00.000Z', asked: ['ga4'] };
const old: RecordEvent = {
  v: 1,
  recordId: '1-2-3-4',
  seq: 1_777_802_400_000,
  at: '2026-05-03T10:00:00.000Z',
  choices: { analytics: choice },
  policy: null,
  regime: 'gdpr',
  locale: 'en',
  method: 'banner',
};
const event: RecordEvent = {
  ...old,
  format: 2,
  kind: 'given',
  about: ['analytics'],
  asked: { analytics: ['ga4'], marketing: null },
  granted: { analytics: true },
  control: 'accept',
  layout: 'bar',
  texts: 'a'.repeat(64),
  build: null,
  options: null,
  regimeReviewedOn: '2026-05-01',
  previous: null,
};

test('the schema takes events of this version and of 0.1.0', () => {
  expect([faultsOf(old), faultsOf(event)]).toEqual([[], []]);
  expect(faultsOf({ ...old, gpc: true, subject: 'ann', keepUntil: old.at })).toEqual([]);
});

test('it takes nothing else: a missing field, another one, one of a later form in an old event', () => {
  const { previous, ...without } = event;
  expect(faultsOf(without)).toContain(" must have required property 'previous'");
  const { choices: _, ...silent } = old;
  for (const wrong of [
    silent,
    { ...event, ip: '192.0.2.1' },
    { ...old, kind: 'given' },
    { ...event, format: 3 },
    { ...event, previous: 'x' },
    { ...event, seq: 1.5 },
    { ...event, choices: {} },
    { ...event, choices: { ['__proto__'.slice(0)]: choice, '1x': choice } },
    { ...event, choices: { analytics: { ...choice, userAgent: 'x' } } },
  ])
    expect(faultsOf(wrong), JSON.stringify(wrong)).not.toEqual([]);
});
