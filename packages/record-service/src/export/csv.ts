import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Chain } from '../chain/chain.js';
import type { Entry } from '../chain/entry.js';

const COLUMNS = [
  'record',
  'n',
  'receivedAt',
  'account',
  'vouched',
  'seq',
  'at',
  'kind',
  'control',
  'method',
  'yes',
  'no',
  'about',
  'regime',
  'regimeReviewedOn',
  'policy',
  'locale',
  'layout',
  'gpc',
  'keepUntil',
  'texts',
  'build',
  'options',
  'eventHash',
  'chainHash',
] as const;

/**
 * Where Excel's language separates cells with semicolons, it also does so within a text of a file whose cells are separated with commas,
 * and what follows would be a cell of its own: https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA_INSIDE = /([;\t\r\n|]["\s]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const harmless = (text: string) => text.replace(FORMULA_INSIDE, "$1'$2");

const choicesOf = (event: Readonly<Record<string, unknown>>, granted: boolean) =>
  Object.entries((event.choices ?? {}) as Record<string, { granted?: unknown }>)
    .filter(([, choice]) => choice.granted === granted)
    .map(([category]) => category)
    .join(' ');

type Row = Readonly<Record<(typeof COLUMNS)[number], unknown>>;

function row({ record, subject }: Chain, { event, ...entry }: Entry): Row {
  const said = event ?? {};
  const about = Array.isArray(said.about) ? said.about.join(' ') : '';
  const answers = { yes: choicesOf(said, true), no: choicesOf(said, false), about };
  return { ...(said as Row), ...entry, record, account: subject, ...answers };
}

async function* rows(portions: AsyncIterable<readonly Chain[]>): AsyncGenerator<Row> {
  for await (const chains of portions)
    for (const chain of chains) for (const entry of chain.entries) yield row(chain, entry);
}

/**
 * One line for each entry, for a spreadsheet: to be read, not to be verified. What a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export const toCsv = (portions: AsyncIterable<readonly Chain[]>): Readable =>
  pipeline(
    Readable.from(rows(portions)),
    stringify({
      header: true,
      columns: [...COLUMNS],
      // Excel takes a file without it for one of the old Windows encodings.
      bom: true,
      escape_formulas: true,
      quoted_string: true,
      cast: { boolean: String, string: harmless, object: (value) => harmless(JSON.stringify(value)) },
    }),
    // The reader of the stream hears of what goes wrong.
    () => {},
  );
