import type { ConsentManager } from '../entries/index.js';
import type { Consent } from '../policy/types.js';

const denied: Consent = {
  granted: { necessary: true },
  reasons: { necessary: 'necessary' },
  due: [],
  ask: false,
  gpc: false,
  regime: null,
};

const listen = () => {
  import('../entries/tell.js').then(({ tell }) => tell([['no-consent']])).catch(() => {});
  return () => {};
};

/** Stands in where nobody provides consent: everything is denied, and the owner is told once a component listens. */
export const noConsent = {
  $consent: { init: denied, get: () => denied, listen, subscribe: listen },
  on: listen,
} as unknown as ConsentManager;
