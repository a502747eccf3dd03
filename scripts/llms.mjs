/**
 * Writes `llms.txt`, which a coding assistant reads first (https://llmstxt.org): what Askfirst is, every page with its first
 * sentence, and the snippets of the README. It is made from the pages alone; `scripts/check-docs.mjs` fails if it is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const README = 'README.md';
const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** Prose without comments and marks. */
const plain = (text) =>
  text
    .replace(/<!--.*?-->/gs, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|^> ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const headingOf = (text) => plain(text.match(/^# (.+)/)?.[1] ?? '');

/** The paragraph below the heading of a page. */
const opening = (text) => plain(text.match(/^# [^\n]+\n\n(.+?)(?:\n\n|$)/s)?.[1] ?? '');

const firstSentence = (text) => opening(text).match(/^.*?[.!?](?=\s|$)/)?.[0] ?? opening(text);

/** The pages that the README names under *Documentation*, in its order. */
export function pages() {
  const list = read(README).split('\n## Documentation\n')[1] ?? '';
  return [...new Set([...list.matchAll(/\]\(([^)#]+\.md)(?:#[^)]*)?\)/g)].map(([, file]) => posix.normalize(file)))];
}

/** The blocks of HTML and TypeScript in the README, each below the paragraph that leads to it. */
function snippets() {
  const text = read(README).replace(/<!--.*?-->\n?/g, '');
  return [...text.matchAll(/```(?:html|ts)\n.*?\n```/gs)].map(
    ({ 0: code, index }) => `${plain(text.slice(0, index).trim().split('\n\n').at(-1))}\n\n${code}`,
  );
}

/** @returns The text that `llms.txt` should have. */
export function llmsText() {
  const list = pages().map((file) => `- [${headingOf(read(file))}](${file}): ${firstSentence(read(file))}`);
  return `# ${headingOf(read(README))}

> ${opening(read(README))}

## Pages

${list.join('\n')}

## Snippets

${snippets().join('\n\n')}
`;
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../llms.txt', import.meta.url), llmsText());
