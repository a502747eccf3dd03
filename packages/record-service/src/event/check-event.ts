import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { RecordEvent } from 'askfirst/records';

/** Of format 2, and of 0.1.0, whose events have no format. */
const schema = createRequire(import.meta.url)('askfirst/record-event.schema.json');
const isEvent = new Ajv({ allowUnionTypes: true }).compile<RecordEvent>(schema);

/** A visitor's clock may be set to another time zone, or to the wrong day. In milliseconds. */
const MAX_AHEAD = 2 * 86_400_000;
/** A choice, and in it those about single services, are all that the SDK nests. */
const MAX_DEPTH = 8;

const formatOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;

/** How deep lists and objects are nested, as far as the limit. */
function isTooDeep(value: unknown, left = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}

/** What is wrong with an event, without a full stop; `null` if nothing. */
export function mistakeOf(value: unknown): string | null {
  const format = formatOf(value);
  if (format !== undefined && format !== 2)
    return 'this version of the service reads format 2 and events without a format: update it';
  if (isTooDeep(value)) return 'it is nested too deep';
  if (isEvent(value)) return null;
  const [error] = isEvent.errors ?? [];
  return `${error?.instancePath.slice(0, 200) || 'it'} ${error?.message}`;
}

/** Whether the database can keep a text. It has no place for NUL and for halves of characters: https://www.postgresql.org/docs/15/datatype-json.html */
export const isStorable = (canonical: string): boolean => !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(canonical);

/** Whether an event says that it is from a time to come. */
export const isAhead = ({ at }: RecordEvent, now: number): boolean => !(Date.parse(at) <= now + MAX_AHEAD);
