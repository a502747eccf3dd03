import { readFileSync } from 'node:fs';
import { all } from '@askfirst/data/services/all';
import Value from 'typebox/value';
import { idOf, Promises } from './schema.js';

/** A file of promises that cannot be used. Its message says what to change. */
export class PromisesError extends Error {
  override readonly name = 'PromisesError';
}

type Problem = ReturnType<typeof Value.Errors>[number];

/** `/services/0/stores/1` as an owner writes it: `services[0].stores[1]`. */
const place = (path: string): string =>
  path
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replace(/\//g, '.')
    .replace(/^\./, '') || 'the file';

/** How many characters differ, to name the key that was probably meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

type Shape = {
  properties?: object;
  items?: Shape;
  anyOf?: readonly { const?: unknown; type?: string }[];
  type?: string;
};

/** The part of the schema that an instance path is about. */
function shapeAt(path: string): Shape {
  let shape = Promises as unknown as Shape;
  for (const part of path.split('/').slice(1)) {
    const properties = shape.properties as Record<string, Shape> | undefined;
    shape = (/^\d+$/.test(part) ? shape.items : properties?.[part]) ?? {};
  }
  return shape;
}

function mendOf(problem: Problem): string {
  const { keyword, instancePath, params } = problem;
  const at = place(instancePath);
  if (keyword === 'additionalProperties') {
    const [extra = ''] = (params as { additionalProperties: string[] }).additionalProperties;
    const known = Object.keys(shapeAt(instancePath).properties ?? {});
    const [near] = [...known].sort((a, b) => distance(extra, a) - distance(extra, b));
    const meant = near && distance(extra, near) <= 3 ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}.`;
    return `${at} has no "${extra}". ${meant}`;
  }
  if (keyword === 'required')
    return `${at} needs ${(params as { requiredProperties: string[] }).requiredProperties.map((each) => `"${each}"`).join(', ')}.`;
  const { anyOf, type } = shapeAt(instancePath);
  const choices = anyOf?.map((each) =>
    'const' in each ? JSON.stringify(each.const) : each.type === 'array' ? 'a list' : `a ${each.type}`,
  );
  return `${at} has to be ${choices?.join(' or ') ?? (type ? `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}` : `something else: it ${problem.message}`)}.`;
}

/** The error that says most: what is unknown or missing before what has another type, and the outermost first. */
const urgency = ({ keyword, instancePath }: Problem): number =>
  (['additionalProperties', 'required'].includes(keyword) ? 0 : 1000) + instancePath.split('/').length;

/**
 * Checks promises that were read from somewhere.
 *
 * @param from What to call them in a message: the name of the file.
 * @throws {PromisesError} They are no promises.
 */
export function checkPromises(value: unknown, from = 'promises'): Promises {
  // A key that is not allowed is named twice: once as a value that may not be there.
  const problems = Value.Errors(Promises, value).filter(({ keyword }) => keyword !== 'boolean');
  const [worst] = [...problems].sort((a, b) => urgency(a) - urgency(b));
  if (worst) throw new PromisesError(`${from}: ${mendOf(worst)}`);
  const promises = value as Promises;
  for (const [index, service] of (promises.services ?? []).entries()) {
    const id = idOf(service);
    if (!id) throw new PromisesError(`${from}: services[${index}] needs "id".`);
    if (!service.category && !all[id])
      throw new PromisesError(
        `${from}: the service "${id}" is not in the catalogue, so that it needs a "category": "necessary", or what the visitor has to allow.`,
      );
  }
  return promises;
}

/**
 * Reads `promises.json`.
 *
 * @throws {PromisesError} The file is not there, is no JSON, or says something that is no promise; the message says how to mend it.
 * @example readPromises('promises.json')
 */
export function readPromises(file: string): Promises {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new PromisesError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Is the path right?`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PromisesError(
      `${file} is no JSON: ${(error as Error).message}. Look for a comma too many, or a missing quote.`,
    );
  }
  return checkPromises(value, file);
}
