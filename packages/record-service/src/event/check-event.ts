import { Compile } from 'typebox/compile';
import { FirstEvent, type RecordEvent, SecondEvent } from './event.js';

const first = Compile(FirstEvent);
const second = Compile(SecondEvent);

/** A visitor's clock may be set to another time zone, or to the wrong day. In milliseconds. */
export const MAX_AHEAD = 2 * 86_400_000;

const formatOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;

/** What is wrong with an event, in one sentence; `null` if nothing. */
export function mistakeOf(value: unknown): string | null {
  const format = formatOf(value);
  if (format !== undefined && format !== 2)
    return `its format is ${JSON.stringify(format)?.slice(0, 20)}, and this version reads 2 and events without a format: update the service`;
  const schema = format === 2 ? second : first;
  if (schema.Check(value)) return null;
  const [error] = schema.Errors(value);
  return `${error?.instancePath.slice(0, 200) || 'it'} ${error?.message}`;
}

/** Whether an event says that it is from a time to come. */
export const isAhead = ({ at }: RecordEvent, now: number): boolean => !(Date.parse(at) <= now + MAX_AHEAD);
