import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../src/policy/types.js';
import { consentRecordJsonLd, type RecordFacts } from '../../src/records/json-ld.js';
import type { RecordEvent } from '../../src/records/record-event.js';

/** What the mapping at https://w3id.org/dpv/guides/consent-27560 makes mandatory, by the names it gives. */
const time = {
  type: 'object',
  required: ['@type', '@value'],
  properties: { '@type': { const: 'xsd:dateTime' }, '@value': { type: 'string', format: 'date-time' } },
};
const identified = { type: 'object', required: ['@type', 'dct:identifier'] };
const some = (items: object) => ({ type: 'array', minItems: 1, items });
const SCHEMA = {
  type: 'object',
  required: ['@context', '@graph'],
  properties: {
    '@graph': some({
      type: 'object',
      required:
        'dct:conformsTo dct:identifier dpv:hasDataSubject dpv:hasDataController dpv:hasJurisdiction dpv:hasNotice dpv:hasConsentControl dpv:hasProcess'.split(
          ' ',
        ),
      properties: {
        '@type': { const: 'dpv:ConsentRecord' },
        'dct:conformsTo': { const: { '@id': 'https://w3id.org/dpv/schema/dpv-27560#record' } },
        'dpv:hasDataSubject': identified,
        'dpv:hasDataController': {
          required: ['dct:identifier', 'dpv:hasName', 'dpv:hasAddress', 'dpv:hasContact'],
        },
        'dpv:hasNotice': { required: ['@type', 'dct:language', 'schema:url'] },
        'dpv:hasProcess': some({
          type: 'object',
          required:
            'dpv:hasPurpose dpv:hasPersonalData dpv:hasStorageCondition dpv:hasRecipient dpv:hasLegalBasis dpv:hasConsentStatus'.split(
              ' ',
            ),
          properties: {
            'dpv:hasPurpose': identified,
            'dpv:hasPersonalData': some(identified),
            'dpv:hasStorageCondition': { type: 'array', minItems: 2 },
            'dpv:hasConsentStatus': {
              type: 'array',
              items: {
                required: ['@type', 'dct:date', 'dct:valid', 'dpv:isIndicatedBy'],
                properties: {
                  '@type': { pattern: '^dpv:(RenewedConsent|Consent)[A-Z][A-Za-z]+$' },
                  'dct:date': time,
                  'dct:valid': time,
                },
              },
            },
          },
        }),
      },
    }),
  },
};
const ajv = new Ajv({ strict: false, formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) } });
const validate = ajv.compile(SCHEMA);
const faults = (document: unknown) => (validate(document) ? [] : (validate.errors ?? []));

const FACTS: RecordFacts = {
  controller: { name: 'Shop Ltd', address: '1 Street', contact: 'privacy@shop.example' },
  notice: 'https://shop.example/privacy',
  withdrawal: 'https://shop.example/privacy#settings',
  personalData: ['online identifiers'],
  storageLocations: ['IE'],
  retention: 'P13M',
  recipients: ['Google Ireland Limited'],
};
const choice = (granted: boolean, day: number, asked = ['ga4']): Choice => ({
  granted,
  at: `2026-05-0${day}T10:00:00.000Z`,
  until: `2027-05-0${day}T10:00:00.000Z`,
  asked,
});
const event = (seq: number, more: Partial<RecordEvent>): RecordEvent => ({
  v: 1,
  recordId: '1-2-3-4',
  seq,
  at: `2026-05-0${seq}T10:00:00.000Z`,
  choices: { analytics: choice(true, seq) },
  policy: '2.1',
  regime: 'gdpr',
  locale: 'de',
  method: 'banner',
  ...more,
});
type Process = { 'dpv:hasPurpose': { 'dct:identifier': string }; 'dpv:hasConsentStatus': { '@type': string }[] };
const statuses = (events: RecordEvent[]) =>
  Object.fromEntries(
    (consentRecordJsonLd(events)['@graph'] as { 'dpv:hasProcess': Process[] }[]).flatMap((record) =>
      record['dpv:hasProcess'].map((each) => [
        each['dpv:hasPurpose']['dct:identifier'],
        each['dpv:hasConsentStatus'].map((status) => status['@type'].replace('dpv:', '')),
      ]),
    ),
  );

describe('consentRecordJsonLd', () => {
  test('each change is a status of its category, in the words of the vocabulary', () => {
    const [analytics, marketing] = [choice(true, 1), choice(false, 1, [])];
    expect(
      statuses([
        event(4, { kind: 'expired', about: ['analytics'], choices: { analytics: choice(true, 3), marketing } }),
        event(1, { kind: 'given', about: ['analytics', 'marketing'], choices: { analytics, marketing } }),
        event(2, {
          kind: 'withdrawn',
          about: ['analytics', 'marketing'],
          choices: { analytics: choice(false, 2), marketing: choice(false, 2, []) },
        }),
        event(3, { kind: 'given', about: ['analytics'], choices: { analytics: choice(true, 3), marketing } }),
        event(5, { kind: 'linked', about: [], subject: 'ann' }),
      ]),
    ).toEqual({
      analytics: ['ConsentGiven', 'ConsentWithdrawn', 'ConsentGiven', 'ConsentExpired'],
      marketing: ['ConsentRefused', 'ConsentRefused'],
    });
    expect(statuses([event(1, {}), event(2, { kind: 'reaffirmed', about: ['analytics'] })])).toEqual({
      analytics: ['ConsentGiven', 'RenewedConsentGiven'],
    });
  });

  test('it says that it conforms only with every fact that the specification makes mandatory', () => {
    const events = [event(1, {}), event(2, { recordId: 'other' })];
    expect(faults(consentRecordJsonLd(events, FACTS))).toEqual([]);
    for (const name of Object.keys(FACTS)) {
      const document = JSON.stringify(consentRecordJsonLd(events, { ...FACTS, [name]: undefined }));
      expect(document, name).not.toContain('conformsTo');
      expect(faults(JSON.parse(document)), name).not.toEqual([]);
    }
  });

  test('whatever the events, it is one record for each id, of terms that the context knows', () => {
    const kinds = fc.constantFrom(
      'given',
      'refused',
      'withdrawn',
      'expired',
      'gpc-applied',
      'gpc-ended',
      'erased',
      undefined,
    );
    const any = fc.record({
      seq: fc.integer({ min: 1, max: 9 }),
      kind: kinds,
      recordId: fc.constantFrom('a', 'b'),
      granted: fc.boolean(),
      key: fc.constantFrom('analytics', 'marketing', 'toString'),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (rows) => {
        const events = rows.map(({ seq, kind, recordId, granted, key }) =>
          event(seq, {
            recordId,
            about: [key],
            choices: { [key]: choice(granted, seq) },
            ...(kind && { kind: kind as 'given' }),
          }),
        );
        const document = JSON.parse(JSON.stringify(consentRecordJsonLd(events, FACTS)));
        expect(faults(document)).toEqual([]);
        expect(document['@graph']).toHaveLength(new Set(rows.map(({ recordId }) => recordId)).size);
        const text = JSON.stringify(document['@graph']);
        const prefixes = [...text.matchAll(/"(\w+):\w+"(?=:)/g)].map(([, prefix]) => prefix as string);
        expect(prefixes.filter((prefix) => !(prefix in document['@context']))).toEqual([]);
      }),
    );
  });
});
