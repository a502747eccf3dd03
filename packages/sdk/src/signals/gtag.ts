import { gtag } from './google/data-layer.js';
import type { EarlyPrepare } from './protocol.js';

/** Google's tag. Its switch is Consent Mode, which speaks for all of Google's tags in a page: `google/consent-mode.ts`. */
export const prepare: EarlyPrepare = (env, { tagId, config }) => {
  gtag(env, 'js', new Date());
  gtag(env, ...['config', tagId, config].filter(Boolean));
};
