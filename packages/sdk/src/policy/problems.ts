/**
 * Something the owner has to mend: a code and what it is about. The sentences are in `help/explain.ts`,
 * which only loads where there is a problem.
 */
export type Problem = readonly [code: ProblemCode, ...about: unknown[]];

export type ProblemCode =
  | 'key' // unknown key, where
  | 'value' // option, value
  | 'region' // code
  | 'category-key' // key
  | 'service' // id
  | 'duplicate' // id
  | 'tag-id' // service id, tag id
  | 'not-necessary' // service id
  | 'attribute' // name
  | 'json' // error
  | 'category' // unknown key, known keys
  | 'ungated' // tag ran before consent
  | 'late' // installed too late
  | 'interface' // error
  | 'sweep'; // error
