import type { Consent } from '../policy/types.js';

/** The consent of a component without a provider: only `necessary` is granted. */
export const denied = { granted: { necessary: true }, reasons: {}, due: [] } as unknown as Consent;

/** Reports a component without consent, once it listens. */
export function listen(): () => void {
  import('../chunks/help.js').then(({ explain }) => explain([['no-consent']])).catch(() => {});
  return () => {};
}
