import { count } from '../report/words.js';
import type { Comparison, Moved, Thing } from './compare.js';

const line = ({ kind, name, when, pages }: Thing) => `  ${kind} ${name}, ${when} (${count(pages.length, 'page')})`;
const movedLine = (moved: Moved) => `${line(moved)}; before: ${moved.was}`;

/** What the command prints. @returns Lines that end with a line break. */
export function comparisonText(comparison: Comparison): string {
  const parts: [string, readonly string[]][] = [
    ['Newly broken', comparison.broken.map((says) => `  ${says}`)],
    ['No longer broken', comparison.mended.map((says) => `  ${says}`)],
    ['New', comparison.new.map(line)],
    ['Earlier', comparison.earlier.map(movedLine)],
    ['Later', comparison.later.map(movedLine)],
    ['Gone', comparison.gone.map(line)],
    ['Not in both', comparison.notes.map((note) => `  ${note}`)],
  ];
  const lines = parts.flatMap(([title, own]) => (own.length ? [title, ...own, ''] : []));
  return lines.length ? lines.join('\n') : 'Nothing has changed.\n';
}
