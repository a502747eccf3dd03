import type { CategoryText, Locale } from '@askfirst/data';
import { cappedBy } from '@askfirst/data/cookie-cap';
import { all } from '@askfirst/data/services/all';
import { resolveCategories } from '../policy/categories.js';
import { linkTo } from '../policy/link.js';
import type { Options } from '../policy/types.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import { lifetimeText } from '../ui/lifetime.js';
import { countryName, type Shown, shownServices } from '../ui/shown-services.js';
import { fill, labelOf, listed } from '../ui/words.js';

export type Format = 'md' | 'html';

/** How each part is written. Every text is escaped by then. */
interface Writer {
  literal(text: string): string;
  heading(level: number, text: string): string;
  paragraph(text: string): string;
  link(text: string, address: string): string;
  table(heads: readonly string[], rows: readonly (readonly string[])[]): string;
  whole(locale: Locale, parts: readonly string[]): string;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const writers: Readonly<Record<Format, Writer>> = {
  md: {
    literal: (text) => text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replace(/\s+/g, ' '),
    heading: (level, text) => `${'#'.repeat(level)} ${text}`,
    paragraph: (text) => text,
    link: (text, address) => `[${text}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`,
    table: (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n'),
    whole: (_, parts) => `${parts.join('\n\n')}\n`,
  },
  html: {
    literal: escaped,
    heading: (level, text) => `<h${level}>${text}</h${level}>`,
    paragraph: (text) => `<p>${text}</p>`,
    link: (text, address) => `<a href="${escaped(address)}" rel="noopener">${text}</a>`,
    table: (heads, rows) =>
      [
        '<table>',
        `<thead><tr>${heads.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        // A name such as _ga keeps its order in a line that runs from right to left.
        ...rows.map(
          ([name, ...more]) => `<tr><td><bdi>${name}</bdi></td>${more.map((text) => `<td>${text}</td>`).join('')}</tr>`,
        ),
        '</tbody>',
        '</table>',
      ].join('\n'),
    whole: ({ lang, dir }, parts) => `<section lang="${lang}" dir="${dir}">\n${parts.join('\n')}\n</section>\n`,
  },
};

/**
 * What `<consent-declaration>` shows to somebody who has not answered: every category, its services, their providers, what they store,
 * and for how long. Without what depends on the visitor's place.
 *
 * @param options Valid options.
 * @example declarationOf({ services: [{ id: 'hotjar', category: 'analytics' }] }, english, 'md')
 */
export function declarationOf(options: Options, texts: Locale, format: Format): string {
  const { literal, heading, paragraph, link, table, whole } = writers[format];
  const locale = withOwnTexts(texts, options);
  const categories = resolveCategories(options);
  const view = { locale, facts: all, state: { categories } };
  const browsers = listed(locale, cappedBy);
  // Names in Latin letters keep their order in a line that runs from right to left: https://www.unicode.org/reports/tr9/
  const whose = `${locale.dir === 'rtl' ? `\u2068${browsers}\u2069` : browsers}: `;

  const partsOf = ({ name, provider, country, policyUrl, stores = [] }: Shown): string[] => {
    const by = provider && (country ? listed(locale, [provider, countryName(locale.lang, country)]) : provider);
    const address = linkTo(policyUrl);
    const policy = address && link(literal(fill(locale.servicePolicy, { service: name })), address);
    const rows = stores.map((store) =>
      [store.name, locale.kinds[store.kind], lifetimeText(locale, store, whose)].map(literal),
    );
    const { columns } = locale;
    return [
      heading(3, literal(name)),
      ...(by ? [paragraph([literal(by), policy].filter(Boolean).join(' · '))] : []),
      ...(rows[0] ? [table([columns.name, columns.kind, columns.lifetime].map(literal), rows)] : []),
    ];
  };
  const parts = categories.flatMap((category) => {
    const usual = (locale.categories as Record<string, CategoryText | undefined>)[category.key];
    const description = category.description ?? usual?.description;
    const services = shownServices(view, category);
    return [
      heading(2, literal(labelOf(view, category))),
      ...(description ? [paragraph(literal(description))] : []),
      ...(services[0] ? services.flatMap(partsOf) : [paragraph(literal(locale.noServices))]),
    ];
  });
  return whole(locale, [...parts, paragraph(literal(locale.lifetimeNote))]);
}
