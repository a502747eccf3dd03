import type { Choice } from '../policy/types.js';
import { answerTo } from './kind-of.js';
import { type EventKind, ownOf, type RecordEvent } from './record-event.js';

/** What ISO/IEC TS 27560 asks for and no browser knows. Without all of it the records do not say that they conform. */
export interface RecordFacts {
  /** Who is responsible. `address` and `contact` as the privacy policy has them. */
  controller?: { name: string; address: string; contact: string };
  /** Address of the privacy policy. */
  notice?: string;
  /** Where and how consent is withdrawn: an address, or a sentence. */
  withdrawal?: string;
  /** Kinds of personal data, for example `['online identifiers', 'pages visited']`. */
  personalData?: readonly string[];
  /** ISO 3166 codes of the places where they are stored. */
  storageLocations?: readonly string[];
  /** How long they are kept: ISO 8601 duration. */
  retention?: string;
  /** Who gets them, besides the controller. */
  recipients?: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

const CONTEXT = {
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#record';

/** DPV's purposes for the usual categories. Any other category stands under its own key alone. */
const PURPOSES: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  functional: 'dpv:ServicePersonalisation',
  analytics: 'dpv:ServiceUsageAnalytics',
  marketing: 'dpv:Marketing',
};

const answered = (choice: Choice | undefined) => (choice?.granted ? 'dpv:ConsentGiven' : 'dpv:ConsentRefused');
/** By https://w3id.org/dpv#ConsentStatus; what is no new answer of the visitor says what it is now. */
const STATUS: Readonly<Partial<Record<EventKind, string>>> = {
  given: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  expired: 'dpv:ConsentExpired',
  'gpc-applied': 'dpv:ConsentStatusInvalidForProcessing',
  'gpc-ended': 'dpv:ConsentStatusValidForProcessing',
};
const ANSWERS: readonly (EventKind | undefined)[] = ['given', 'refused', 'withdrawn', 'reaffirmed', undefined];

const time = (at: string) => ({ '@type': 'xsd:dateTime', '@value': at });
const named = (type: string, identifier: string): Node => ({ '@type': type, 'dct:identifier': identifier });

/** What an event is for one of its categories: the event itself is named after the strongest. */
function statusOf({ kind, choices }: RecordEvent, key: string, before: RecordEvent | undefined): string {
  const choice = ownOf(choices, key);
  const own = choice && ANSWERS.includes(kind) ? answerTo(key, choice, ownOf(before?.choices, key)) : kind;
  if (own === 'reaffirmed' && choice?.granted) return 'dpv:RenewedConsentGiven';
  return (own && STATUS[own]) ?? answered(choice);
}

function statusNode(event: RecordEvent, key: string, before: RecordEvent | undefined): Node {
  const { recordId, seq, at, method, control } = event;
  const choice = ownOf(event.choices, key);
  return {
    '@type': statusOf(event, key, before),
    'dct:identifier': `${recordId}.${seq}`,
    'dct:date': time(at),
    ...(choice && { 'dct:valid': time(choice.until) }),
    'dpv:isIndicatedBy': { '@id': 'dpv:DataSubject' },
    'dpv:hasIndicationMethod': control ?? method,
  };
}

function processNode(key: string, events: readonly RecordEvent[], facts: RecordFacts): Node {
  const { personalData, recipients, storageLocations, retention } = facts;
  const asked = events.flatMap(({ choices, asked: all }) => ownOf(all, key) ?? ownOf(choices, key)?.asked ?? []);
  const services = [...new Set(asked)].filter((id) => !id.startsWith('@'));
  const statuses = events.flatMap((event, place) =>
    (event.about ?? Object.keys(event.choices)).includes(key) ? statusNode(event, key, events[place - 1]) : [],
  );
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': {
      ...named('dpv:Purpose', key),
      ...(PURPOSES[key] && { '@type': ['dpv:Purpose', PURPOSES[key]] }),
    },
    'dpv:hasLegalBasis': { '@id': 'dpv:Consent' },
    'dpv:hasService': services.map((id) => named('dpv:Service', id)),
    'dpv:hasConsentStatus': statuses,
    ...(personalData && { 'dpv:hasPersonalData': personalData.map((each) => named('dpv:PersonalData', each)) }),
    ...(recipients && { 'dpv:hasRecipient': recipients.map((each) => named('dpv:Recipient', each)) }),
    ...(storageLocations && {
      'dpv:hasStorageCondition': [
        ...storageLocations.map((place) => ({ '@type': 'dpv:StorageLocation', 'dpv:hasLocation': place })),
        ...(retention ? [{ '@type': 'dpv:StorageDuration', 'dpv:hasDuration': retention }] : []),
      ],
    }),
  };
}

function recordNode(events: readonly RecordEvent[], facts: RecordFacts): Node {
  const first = events[0] as RecordEvent;
  const last = events.at(-1) as RecordEvent;
  const { controller, notice, withdrawal } = facts;
  const { personalData, storageLocations, retention, recipients } = facts;
  const isComplete = [controller, notice, withdrawal, personalData, storageLocations, retention, recipients].every(
    Boolean,
  );
  const subject = events.find((event) => event.subject)?.subject;
  const categories = [...new Set(events.flatMap(({ choices }) => Object.keys(choices)))];
  return {
    '@id': `urn:askfirst:record:${first.recordId}`,
    '@type': 'dpv:ConsentRecord',
    ...(isComplete && { 'dct:conformsTo': { '@id': PROFILE } }),
    'dct:identifier': first.recordId,
    'dct:created': time(first.at),
    'dct:modified': time(last.at),
    'dpv:hasDataSubject': named('dpv:DataSubject', subject ?? first.recordId),
    ...(controller && {
      'dpv:hasDataController': {
        ...named('dpv:DataController', controller.name),
        'dpv:hasName': controller.name,
        'dpv:hasAddress': controller.address,
        'dpv:hasContact': controller.contact,
      },
    }),
    'dpv:hasJurisdiction': last.regime,
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      'dct:language': last.locale,
      'dct:hasVersion': last.policy,
      'dct:identifier': last.texts ?? null,
      ...(notice && { 'schema:url': notice }),
    },
    ...(withdrawal && { 'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dct:description': withdrawal } }),
    'dpv:hasProcess': categories.map((key) => processNode(key, events, facts)),
  };
}

/**
 * Events as JSON-LD in the terms of the W3C Data Privacy Vocabulary, as its guide for ISO/IEC TS 27560 maps them: one
 * `dpv:ConsentRecord` for each `recordId`, with each change as a consent status of its category. It says that a record conforms
 * (`dct:conformsTo`) only if all facts are given that the specification makes mandatory.
 *
 * @param events In any order, of one or more records.
 * @see https://w3id.org/dpv/guides/consent-27560
 * @example consentRecordJsonLd(recordHistory().map(({ event }) => event))
 */
export function consentRecordJsonLd(events: readonly RecordEvent[], facts: RecordFacts = {}): Node {
  const ids = [...new Set(events.map(({ recordId }) => recordId))];
  const of = (id: string) => events.filter(({ recordId }) => recordId === id).sort((one, other) => one.seq - other.seq);
  return { '@context': CONTEXT, '@graph': ids.map((id) => recordNode(of(id), facts)) };
}
