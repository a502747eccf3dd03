import { readFileSync, writeFileSync } from 'node:fs';
import { locales } from '@askfirst/data/locales';
import { explain } from '../help/explain.js';
import { languageOf } from '../policy/language.js';
import { own } from '../policy/own.js';
import { toService } from '../policy/to-service.js';
import type { Options } from '../policy/types.js';
import { areValid, isObject } from '../policy/valid.js';
import { declarationOf, type Format } from './declaration.js';
import { Misuse, type Output, reasonOf } from './output.js';

/** Some editors on Windows begin each file with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** What is no service is named by the check of the options. */
const serviceOf = (given: Record<string, string>): unknown => {
  try {
    return toService(given);
  } catch {
    return given;
  }
};

function optionsIn(path: string): Options {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Misuse(`The options cannot be read from ${path}: ${reasonOf(error)}.`);
  }
  let options: { services?: Record<string, string>[] };
  try {
    options = own(JSON.parse(text.replace(BYTE_ORDER_MARK, '')));
  } catch (error) {
    throw new Misuse(`${path} has to be JSON, as in <script data-askfirst-config>: ${(error as Error).message}`);
  }
  if (!isObject(options)) throw new Misuse(`${path} has to be one object, as in <script data-askfirst-config>.`);
  const { services } = options;
  return { ...options, ...(Array.isArray(services) && { services: services.map(serviceOf) }) } as Options;
}

const ifThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** `askfirst declaration`: prints the declaration, writes it, or compares a file with it. */
export async function declare(
  path: string,
  { format = 'md', lang, out, check }: { format?: string; lang?: string; out?: string; check?: string },
  output: Output,
): Promise<number> {
  if (format !== 'md' && format !== 'html') throw new Misuse(`There is no format "${format}". Formats: md, html.`);
  if (out && check) throw new Misuse('Either --out or --check, not both.');
  const options = optionsIn(path);
  if (!areValid(options)) {
    output.complain(`${path}: ${explain([['options', options]])}\n`);
    return 1;
  }
  const wanted = lang ?? options.ui?.lang ?? 'en';
  const found = languageOf(wanted, Object.keys(locales));
  if (lang && found === 'en' && !/^en\b/i.test(lang))
    throw new Misuse(`There are no texts in "${lang}". Languages: ${Object.keys(locales).join(', ')}.`);
  const { locale } = await (locales[found] as NonNullable<(typeof locales)[string]>)();
  const text = declarationOf(options, locale, format as Format);
  if (check) {
    // Git for Windows changes the ends of lines.
    const isSame = ifThere(check)?.replaceAll('\r\n', '\n') === text;
    if (!isSame)
      output.complain(
        `${check} is not what ${path} declares. Write it again: askfirst declaration ${path} --out ${check}\n`,
      );
    return isSame ? 0 : 1;
  }
  if (!out) output.print(text);
  else
    try {
      writeFileSync(out, text);
    } catch (error) {
      throw new Misuse(`${out} cannot be written: ${reasonOf(error)}.`);
    }
  return 0;
}
