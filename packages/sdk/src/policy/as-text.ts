/**
 * JSON of what each key really holds: old libraries teach arrays, and pages teach texts, to write themselves as something else.
 *
 * @throws RangeError for what is nested too deep.
 */
export const asText = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
