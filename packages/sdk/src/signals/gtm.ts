import { push } from './google/data-layer.js';
import type { EarlyPrepare } from './protocol.js';

/** Google Tag Manager. Its switch is Consent Mode, which speaks for all of Google's tags in a page: `google/consent-mode.ts`. */
export const prepare: EarlyPrepare = (env) => push(env, { 'gtm.start': Date.now(), event: 'gtm.js' });
