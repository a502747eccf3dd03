import { resolveCategories } from '../policy/categories.js';
import type { Options } from '../policy/types.js';
import { type Look, lintAnswers, lintWords, type Words } from './answers.js';
import { type Finding, finding } from './codes.js';

/** What can be seen of the question in a page. */
export interface Seen {
  /** The text and the answers of the banner, if it is there. */
  readonly banner?: { readonly words: Words; readonly accept: Look; readonly reject: Look } | undefined;
  /** Whether something in the page opens the preferences. */
  readonly hasWayBack: boolean;
}

/** The question as it is in a page. */
export function lintPage(options: Options, { banner, hasWayBack }: Seen): Finding[] {
  const asks = resolveCategories(options).length > 1;
  return [
    ...(banner ? [...lintWords(banner.words), ...lintAnswers(banner.accept, banner.reject)] : []),
    ...(asks && !hasWayBack ? [finding('no-way-back')] : []),
  ];
}
