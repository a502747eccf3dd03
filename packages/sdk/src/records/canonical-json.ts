/**
 * The one text of a JSON value, by RFC 8785: no spaces, keys in the order of their UTF-16 units. Like `JSON.stringify` it leaves out what
 * JSON cannot say, such as functions, and gives `undefined` for such a value itself. It ignores `toJSON`, which old libraries and pages
 * add to arrays and strings.
 *
 * @throws RangeError for a value that is nested too deep, or in itself.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 * @example canonicalJson({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each) ?? 'null').join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [JSON.stringify(key), canonicalJson(each)])
    .filter(([, text]) => text !== undefined);
  return `{${members.map((member) => member.join(':')).join()}}`;
}
