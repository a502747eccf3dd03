import { locales } from '@askfirst/data/locales';
import { checkOptions } from '../help/check-options.js';
import { explain } from '../help/explain.js';
import { type Finding, finding } from '../lint/codes.js';
import { type LintContext, lintOptions } from '../lint/lint.js';
import type { Theme } from '../lint/theme.js';
import { languageOf } from '../policy/language.js';
import { own } from '../policy/own.js';
import { readOptions } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';
import { reviewOptions, textNames } from '../review/review-options.js';

export type { Finding, LintContext, Options, Theme };

/**
 * Finds what makes the question of a site unfair, or its answer worthless: in the options, the texts and the theme. For tests and
 * editors; it needs no browser, and reads and writes nothing. In development the page itself is reviewed as well.
 *
 * @param options The same as for `createConsent`.
 * @param context What the site has besides: texts, CSS, rules, versions of the policy.
 * @returns One finding for each mistake, with how to fix it. Empty if nothing was found, which is no legal advice.
 * @throws RangeError for options that contain themselves.
 * @example expect(lint(options, { theme: readFileSync('site.css', 'utf8') })).toEqual([])
 */
export function lint(options: Options, context: LintContext = {}): Finding[] {
  const problems = [
    ...checkOptions(options),
    ...reviewOptions({
      options: readOptions(own(options)).options,
      texts: textNames,
      languageOf: (wanted) => languageOf(wanted, Object.keys(locales)),
    }),
  ];
  return [
    ...problems.map((problem) => ({ ...finding('options'), message: explain([problem]) })),
    ...lintOptions(options, context),
  ];
}
