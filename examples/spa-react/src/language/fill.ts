/** Puts values where a text says `{name}`. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);
