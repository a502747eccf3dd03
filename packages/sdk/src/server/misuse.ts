/** The error for a call with invalid arguments. */
export const misuse = (name: string, message: string): TypeError => new TypeError(`[askfirst] ${name}: ${message}`);

/** A value of any type as text. Some objects throw when they become text. */
export const show = (value: unknown): string => {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
};

/** A copy of the arguments without what a polluted prototype adds. */
export function partsOf<T extends object>(name: string, parts: T): T {
  if (!parts || typeof parts !== 'object')
    throw misuse(name, `"${show(parts)}" is not an object. Pass one object with all parts.`);
  return { __proto__: null, ...parts };
}
