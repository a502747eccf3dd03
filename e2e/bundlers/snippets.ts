import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Every page with code that a reader copies into a file. */
export const PAGES = [
  'README.md',
  'packages/sdk/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** The blocks of code behind `<!-- file: name -->` in a page of the documentation, by that name. */
export function snippetsIn(page: string): Map<string, string> {
  const marked = /<!-- file: (\S+) -->\n```\w+\n(.*?)\n```/gs;
  const text = readFileSync(join(ROOT, page), 'utf8');
  return new Map([...text.matchAll(marked)].map(([, name = '', code = '']) => [name, `${code}\n`]));
}
