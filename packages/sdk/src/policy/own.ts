/**
 * A copy with own properties only, at every level, so that nothing that a polluted `Object.prototype` adds becomes an option
 * (https://cwe.mitre.org/data/definitions/1321.html). Promises are not copied.
 *
 * @throws RangeError for an object that contains itself.
 */
export function own<T>(value: T): T {
  if (!value || typeof value !== 'object' || typeof (value as { then?: unknown }).then === 'function') return value;
  const copy = (Array.isArray(value) ? [] : { __proto__: null }) as T;
  // Getters stay getters: they may return texts in the current language.
  for (const key of Object.keys(value) as (keyof T)[])
    if (Object.getOwnPropertyDescriptor(value, key)?.get)
      Object.defineProperty(copy, key, { get: () => own(value[key]), enumerable: true });
    else copy[key] = own(value[key]);
  return copy;
}
