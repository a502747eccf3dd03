/** What a function says when a server calls it in a way that cannot work. */
export const misuse = (name: string, message: string): TypeError => new TypeError(`[askfirst] ${name}: ${message}`);

/** Foreign values as text, whatever they are. */
export const show = (value: unknown): string => {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
};

/** What a function was called with, without what a polluted prototype adds. */
export function partsOf<T extends object>(name: string, parts: T): T {
  if (!parts || typeof parts !== 'object')
    throw misuse(name, `"${show(parts)}" is not an object. Pass one object with all parts.`);
  return { __proto__: null, ...parts };
}
