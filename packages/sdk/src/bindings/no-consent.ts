import type { Consent } from '../policy/types.js';

/** What holds where nobody provides consent. What it leaves out is false, or not known. */
export const denied = { granted: { necessary: true }, reasons: {}, due: [] } as unknown as Consent;

/** Tells the owner, once a component that was given no consent listens. */
export function listen(): () => void {
  import('../chunks/help.js').then(({ explain }) => explain([['no-consent']])).catch(() => {});
  return () => {};
}
