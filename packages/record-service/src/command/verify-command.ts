import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ExportError, readLines } from '../chain/export-file.js';
import { readPublishedRoots } from '../chain/published-roots.js';
import type { SignedRoot } from '../chain/root.js';
import { verifyExport } from '../chain/verify-export.js';
import { EXIT, Misuse, type Output } from './output.js';

/** What the command line says, as the options of the program name it. */
export interface VerifyFlags {
  readonly key?: readonly string[];
  readonly roots?: string;
}

function publishedIn(file: string): SignedRoot[] {
  if (!existsSync(file)) throw new Misuse(`There is no file ${file}.`);
  try {
    return readPublishedRoots(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof ExportError) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}

const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;

/** Verifies an auditor's export, and asks nobody. @returns An exit code. */
export async function verifyCommand(
  file: string,
  { key, roots }: VerifyFlags,
  { print, complain }: Output,
): Promise<number> {
  if (!existsSync(file)) throw new Misuse(`There is no file ${file}.`);
  if (/\.csv$/i.test(file))
    throw new Misuse(`${file}: CSV is for spreadsheets, and has no chains. Export as json or jsonl, and verify that.`);
  const published = roots === undefined ? undefined : publishedIn(roots);
  const texts = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    const { site, chains, entries, signed, days, keys, findings } = await verifyExport(readLines(texts), {
      trusted: key,
      published,
    });
    for (const { code, message } of findings) complain(`${code}: ${message}\n`);
    const chained = `${count(entries, 'entry', 'entries')} in ${count(chains, 'chain', 'chains')}`;
    print(`Site ${site}: ${chained}, ${signed} of them in ${count(days, 'signed day', 'signed days')}.\n`);
    if (published) {
      const ofSite = new Set(published.filter((each) => each.site === site).map(({ day }) => day));
      print(`Compared with ${count(ofSite.size, 'published day', 'published days')}.\n`);
    }
    if (signed < entries || !days)
      print(
        'On a day that is not signed yet, as today, nobody can see whether a whole record, or its end, is missing.\n',
      );
    for (const each of keys) print(`Signed with ${each}\n`);
    if (keys.length && !key)
      print('Compare the key with the one that the site has published, or give it: --key <key>\n');
    if (!findings.length) print(`${signed < entries || !days ? 'What is here' : 'Everything'} is as it was written.\n`);
    return findings.length ? EXIT.failed : EXIT.fine;
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    complain(`${file}: ${error.message}\n`);
    return EXIT.failed;
  }
}
