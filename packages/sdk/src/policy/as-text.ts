/**
 * JSON that ignores `toJSON`: old libraries and pages add such a method to arrays and strings, and change what is written.
 *
 * @throws RangeError for a value that is nested too deep.
 */
export const asText = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
