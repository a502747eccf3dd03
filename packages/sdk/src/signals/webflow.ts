import { call } from './page/globals.js';
import type { Update } from './protocol.js';

/** https://developers.webflow.com/browser/reference/consent-management */
export const update: Update = (env, _service, { mayRun }) =>
  call(env, 'wf.ready', () =>
    mayRun ? call(env, 'wf.allowUserTracking', { activate: true }) : call(env, 'wf.denyUserTracking'),
  );
