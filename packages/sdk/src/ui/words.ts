import type { CategoryText, Locale } from '@askfirst/data';
import type { Category } from '../policy/types.js';
import type { View } from '../state/types.js';

/** Replaces each `{name}` in a text by its value. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/{(\w+)}/g, (_, name) => values[name] as string);

/** Several names in a row. `Intl.ListFormat` would be nicer, and cost every first visit 10 ms of processor time. */
export const listed = ({ separator = ', ' }: Locale, names: readonly string[]): string => names.join(separator);

/** The name of a category: the site's, else the one in the texts, else its key. */
export const labelOf = ({ locale }: Pick<View, 'locale'>, { key, label }: Category): string =>
  label ?? (locale.categories as Record<string, CategoryText | undefined>)[key]?.label ?? key;
