import type { CategoryText, Locale } from '@askfirst/data';
import type { Category } from '../policy/types.js';
import type { View } from '../state/types.js';

/** Puts values where a text says `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/{(\w+)}/g, (_, name) => values[name] as string);

/** Several names in a row. `Intl.ListFormat` would be nicer, and cost every first visit 10 ms of processor time. */
export const listed = ({ separator = ', ' }: Locale, names: readonly string[]): string => names.join(separator);

/** What a category is called: in the site's words, else in ours. */
export const labelOf = ({ locale }: View, { key, label }: Category): string =>
  label ?? (locale.categories as Record<string, CategoryText | undefined>)[key]?.label ?? key;
