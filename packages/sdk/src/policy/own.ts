/**
 * A copy that has only what it says itself, at every level: what a polluted `Object.prototype` adds to every object is no
 * option of the owner's (https://cwe.mitre.org/data/definitions/1321.html). What can be waited for stays as it is.
 *
 * @throws RangeError for an object that contains itself.
 */
export function own<T>(value: T): T {
  if (!value || typeof value !== 'object' || typeof (value as { then?: unknown }).then === 'function') return value;
  const copy = (Array.isArray(value) ? [] : { __proto__: null }) as T;
  // What is read anew each time, such as texts in the language of the moment, stays so.
  for (const key of Object.keys(value) as (keyof T)[])
    if (Object.getOwnPropertyDescriptor(value, key)?.get)
      Object.defineProperty(copy, key, { get: () => own(value[key]), enumerable: true });
    else copy[key] = own(value[key]);
  return copy;
}
