/** One thing that is not as it was written. */
export interface Finding {
  readonly code:
    | 'changed'
    | 'removed'
    | 'reordered'
    | 'erased-early'
    | 'rewritten-day'
    | 'missing-day'
    | 'signature'
    | 'proof';
  /** A whole sentence that names the row or the day. */
  readonly message: string;
}
