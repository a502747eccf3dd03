import type { Consent } from '../policy/types.js';

/** A page that never starts to ask knows no law. Milliseconds. */
const LIMIT_MS = 5000;

/** Resolves once it is known which law applies: what a signal of the browser means for the account depends on it. */
export const lawKnown = ({
  $consent,
}: {
  readonly $consent: { get(): Consent; subscribe(listener: () => void): () => void };
}): Promise<void> =>
  new Promise((done) => {
    if ($consent.get().regime) return done();
    const limit = setTimeout(end, LIMIT_MS);
    const unsubscribe = $consent.subscribe(() => $consent.get().regime && end());
    function end() {
      clearTimeout(limit);
      unsubscribe();
      done();
    }
  });
