import type { Env } from '../env/env.js';
import { call, queueing, set } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** Pages in which the messenger was shut down. */
const shut = new WeakSet<Env>();

type Page = { intercomSettings?: { disabled?: unknown } };

/** The page may say who is signed in. https://www.intercom.com/help/en/articles/2361922 */
export const prepare: Prepare = (env, { tagId, config }) => {
  set(env, 'intercomSettings', { ...(env.win as Page).intercomSettings, app_id: tagId, ...config });
  const intercom = queueing(env, 'Intercom', 'q');
  intercom.c ??= (args: unknown) => intercom.q.push(args);
};

/** `shutdown` ends the session and removes its cookie. A site's own messenger may wait for its first `boot`. */
export const update: Update = (env, _service, { mayRun }) => {
  const { intercomSettings } = env.win as Page;
  if (!mayRun) {
    shut.add(env);
    return call(env, 'Intercom', 'shutdown');
  }
  return shut.delete(env) || intercomSettings?.disabled
    ? call(env, 'Intercom', 'boot', { ...intercomSettings, disabled: false })
    : true;
};
