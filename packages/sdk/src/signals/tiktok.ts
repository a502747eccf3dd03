import { call, provide, set } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

// The consent calls are queued only if the list of methods has them.
const METHODS =
  'page track identify instances debug on off once ready alias group enableCookie disableCookie holdConsent revokeConsent grantConsent'.split(
    ' ',
  );

/** A site's own snippet may have called `holdConsent`: what is held goes out at the next `grantConsent`. */
export const keepsRefused = 'unheard';

type Queue = unknown[] & Record<string, unknown>;

const withMethods = (queue: Queue) => {
  for (const name of METHODS) queue[name] = (...args: unknown[]) => queue.push([name, ...args]);
  return queue;
};

/**
 * Never `holdConsent`: it keeps events, and sets cookies before the answer.
 * https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3
 */
export const prepare: Prepare = (env, { tagId = '', config = {} }) => {
  set(env, 'TiktokAnalyticsObject', 'ttq');
  const ttq = withMethods(provide(env, 'ttq', [] as unknown as Queue));
  Object.assign(ttq, {
    methods: METHODS,
    instance: (id: string) => withMethods((ttq._i as Record<string, Queue>)[id] ?? ([] as unknown as Queue)),
    _i: {
      [tagId]: Object.assign([], { _u: 'https://analytics.tiktok.com/i18n/pixel/events.js' }),
    },
    _t: { [tagId]: Date.now() },
    _o: { [tagId]: config },
  });
  call(env, 'ttq.grantConsent');
  call(env, 'ttq.page');
};

export const update: Update = (env, _service, { mayRun }) =>
  call(env, mayRun ? 'ttq.grantConsent' : 'ttq.revokeConsent');
