/**
 * Something the owner has to fix: a code and what it is about. The sentences are in `help/explain.ts`, which loads only if there is
 * a problem; what the lint finds brings its own.
 */
export type Problem = readonly [code: ExplainedCode | FindingCode, ...about: unknown[]];

/** The codes whose sentences are in `help/explain.ts`. */
export type ExplainedCode =
  // In the configuration. Every affected category stays denied.
  | 'options' // the options; help/check-options.ts finds out which
  | 'json' // the parser's error
  | 'key' // unknown key, where, the known ones, the one that was probably meant
  | 'object' // where one is missing
  | 'list' // where one is missing
  | 'value' // option, value, the known ones
  | 'region' // code
  | 'category-key' // key
  | 'service' // id
  | 'store' // its name, service id, the known kinds, the known units
  | 'duplicate' // id
  | 'tag-id' // service id, tag id
  | 'not-necessary' // service id
  | 'not-exempt' // service id
  // In the page. Everything else goes on.
  | 'category' // unknown key, the consent, whether the options were checked
  | 'region-promise' // error
  | 'law' // error
  | 'listener' // error
  | 'ungated' // the element
  | 'late'
  | 'queue'
  | 'google-snippet' // its address
  | 'ungated-service' // name of the element, its address, name of the service, category
  | 'json-unread'
  | 'undeclared' // name of the element, host, category
  | 'lang' // the language asked for, the one there is
  | 'interface' // error
  | 'hidden'
  | 'no-consent'
  | 'script' // service id
  | 'withdrawal' // error
  | 'signal' // error, protocol or service id
  | 'moving' // name of the file, error
  | 'unmapped' // name, tool
  | 'no-time'; // tool

/** What the lint finds: `lint/codes.ts` has the sentences. */
export type FindingCode =
  // In the options.
  | 'necessary-tracker'
  | 'no-policy'
  | 'no-controller'
  | 'granted-early'
  | 'pings-early'
  | 'gpc-ignored'
  | 'unexplained-purpose'
  | 'no-service'
  | 'undeclared-stores'
  | 'runs-on'
  // In the texts.
  | 'loaded-answer'
  | 'loaded-words'
  | 'uneven-answers'
  | 'empty-text'
  | 'lost-placeholder'
  // In the theme, or as measured in the page.
  | 'text-contrast'
  | 'button-edge'
  | 'reject-hidden'
  | 'reject-smaller'
  | 'reject-paler'
  | 'answers-styled-apart'
  | 'unknown-colour'
  // In what else is given to the lint.
  | 'looser-than-law'
  | 'short-notice'
  // In the page alone.
  | 'no-way-back';

/** Every code of the event `askfirst:problem`: also those of forms, the log and the acceptance of policies, which bring their sentences. */
export type ProblemCode =
  | ExplainedCode
  | FindingCode
  | 'form-box'
  | 'form-label'
  | 'form-none'
  | 'form-policy'
  | 'form-purpose'
  | 'form-store'
  | 'form-ticked'
  | 'records'
  | 'policy-versions'
  | 'acceptance-store'
  | 'acceptance-subject'
  | 'account';
