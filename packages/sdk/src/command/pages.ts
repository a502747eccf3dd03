import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Misuse, reasonOf } from './output.js';

/** A file in which tags may stand. */
export interface Page {
  /** Below the folder that was named. */
  readonly path: string;
  readonly text: string;
}

const PAGES = /\.(html?|xhtml|[cm]?[jt]sx?|vue|svelte|astro|php|twig|liquid|erb|hbs|ejs|njk|mustache|cshtml|mdx?)$/i;
const NOT_OWN = /^(node_modules|vendor|\.git|\.next|\.nuxt|\.svelte-kit|coverage)$/;
/** What is larger is a bundle or data. Bytes. */
const MOST_BYTES = 2_000_000;
const MOST_FILES = 10_000;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OWN.test(entry.name) ? [] : filesIn(path);
    return entry.isFile() && PAGES.test(entry.name) && statSync(path).size <= MOST_BYTES ? [path] : [];
  });
}

/**
 * The pages of a folder and what they are made of, or one saved page.
 *
 * @throws Misuse, if there is nothing to read.
 */
export function readPages(path: string): Page[] {
  let files: string[];
  try {
    files = statSync(path).isDirectory() ? filesIn(path) : [path];
    if (files.length > MOST_FILES) throw new Misuse(`${path} has ${files.length} files. Name the folder of the pages.`);
    if (!files[0]) throw new Misuse(`${path} has no pages: no HTML, templates, or scripts.`);
    return files.map((file) => ({ path: relative(path, file) || basename(file), text: readFileSync(file, 'utf8') }));
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}
