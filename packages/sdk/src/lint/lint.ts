import type { Locale, RegimeRules } from '@askfirst/data';
import { own } from '../policy/own.js';
import type { PolicyVersion } from '../policy/policy-versions.js';
import { readOptions } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';
import type { Finding } from './codes.js';
import { lintDeclaration } from './declaration.js';
import { lintRegime, lintVersions } from './given.js';
import { lintPage, type Seen } from './page.js';
import { lintTexts } from './texts.js';
import { lintTheme, type Theme } from './theme.js';
import { lintTrackers } from './trackers.js';

/** What a site has besides its options. */
export interface LintContext {
  /**
   * The texts that `ui.texts` replaces, in the language of the page.
   *
   * @default English, unless `ui.lang` names another language; then the own texts are compared with nothing
   */
  readonly locale?: Partial<Locale>;
  /** The CSS of the page, or its custom properties by name: `{ '--askfirst-surface': '#fff' }`. */
  readonly theme?: Theme;
  /** Rules that you use in place of ours, with the `id` of the law, for example on a server with `askfirst/policy`. */
  readonly regime?: RegimeRules;
  /** The versions of your policy and the notice it promises: the options of `policyAcceptance`. */
  readonly acceptance?: { readonly versions: readonly PolicyVersion[]; readonly noticeDays?: number };
}

/** Finds what makes a question unfair in valid options. What is invalid in them is left out. */
export function lintOptions(raw: Options, { locale, theme, regime, acceptance }: LintContext = {}): Finding[] {
  const reading = readOptions(own(raw));
  const { options } = reading;
  return [
    ...lintTrackers(options),
    ...lintDeclaration(reading),
    ...lintTexts(options, locale),
    ...(theme ? lintTheme(theme, options) : []),
    ...(regime ? lintRegime(regime) : []),
    ...(acceptance ? lintVersions(acceptance.versions, acceptance.noticeDays) : []),
  ];
}

/** The same where a page is made, with what can be seen of the question in it. */
export const lintQuestion = (raw: Options, locale: Partial<Locale>, seen: Seen): Finding[] => [
  ...lintOptions(raw, { locale }),
  ...lintPage(readOptions(own(raw)).options, seen),
];
