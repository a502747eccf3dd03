import type { Service, StoredItem } from '@askfirst/data';
import { service as ga4 } from '@askfirst/data/services/google-analytics';
import { service as gtm } from '@askfirst/data/services/google-tag-manager';
import { browserEnv } from '../env/browser.js';
import { withTagId } from '../policy/tag-id.js';
import { gtag as queueCommand } from '../signals/google/data-layer.js';

/**
 * Fields of the `config` command of Google's tag, source:
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/config
 */
export interface GoogleConfig {
  /**
   * Whether the tag sends a page view when it loads. `false` if the app sends its own page views.
   *
   * @default true
   */
  send_page_view?: boolean;
  /** Shows this visit in DebugView. `false` does not switch that off: leave the field out. */
  debug_mode?: boolean;
  user_id?: string;
  user_properties?: Readonly<Record<string, unknown>>;
  page_title?: string;
  page_location?: string;
  page_referrer?: string;
  content_group?: string;
  /** Measures a visitor across several domains of yours. */
  linker?: {
    readonly domains?: readonly (string | RegExp)[];
    readonly accept_incoming?: boolean;
    readonly decorate_forms?: boolean;
    readonly url_position?: 'fragment' | 'query';
  };
  cookie_domain?: string;
  /** In seconds; 0 for a session cookie. */
  cookie_expires?: number;
  cookie_flags?: string;
  cookie_path?: string;
  cookie_prefix?: string;
  cookie_update?: boolean;
  server_container_url?: string;
  /** Any other field of Google's. */
  [field: string]: unknown;
}

/** These fields change the names, lifetimes and paths of Google's cookies, which visitors are told. */
const storesWith = ({ cookie_prefix = '', cookie_expires: seconds, cookie_path: path }: GoogleConfig): StoredItem[] =>
  ga4.stores.map((store) => ({
    ...store,
    name: cookie_prefix + store.name,
    ...(seconds !== undefined && { lifetime: seconds > 0 ? ([seconds, 'second'] as const) : 'session' }),
    ...(path && path !== '/' && { path }),
  }));

/**
 * Google Analytics 4.
 *
 * @param id Measurement id, `G-XXXX`, or a list of them: one script then reports to each.
 * @param config Google's own fields, which go into the `config` command of each id.
 * @example createConsent({ services: [googleAnalytics('G-XXXX', { send_page_view: false })] })
 */
export function googleAnalytics(id: string | readonly string[], config?: GoogleConfig): Service<'analytics'> {
  const [first = '', ...more] = [id].flat() as string[];
  const service = withTagId<Service<'analytics'>>(ga4, first);
  return {
    ...service,
    ...(more[0] && { moreTagIds: more, optOutFlag: [first, ...more].map((each) => ga4.optOutFlag + each) }),
    ...(config && { config, stores: storesWith(config) }),
  };
}

/**
 * Google Tag Manager.
 *
 * @param id Container id, `GTM-XXXX`.
 * @param category Category that has to be granted before the container loads. Default: `analytics`.
 * @example createConsent({ services: [googleTagManager('GTM-XXXX', 'marketing')] })
 */
export const googleTagManager = <C extends string = 'analytics'>(
  id: string,
  category = gtm.category as string as C,
): Service<C> => withTagId<Service<C>>({ ...gtm, category }, id);

/**
 * A service of your own, or of a vendor that Askfirst does not know: the same object, checked as you write it. It loads `script` after
 * the yes, or nothing if your page holds the vendor's tag itself.
 *
 * @example
 * createConsent({
 *   services: [
 *     defineService({
 *       id: 'example-stats',
 *       name: 'Example Stats',
 *       provider: 'Example Ltd',
 *       category: 'analytics',
 *       script: 'https://cdn.example.com/tag.js?id=EX-1234',
 *       stores: [{ name: '_ex', kind: 'cookie', lifetime: [13, 'month'] }],
 *     }),
 *   ],
 * })
 */
export const defineService = <const C extends string>(service: Service<C>): Service<C> => service;

/**
 * Queues a command for Google's tag, like Google's own `gtag()`. It may be called at any time: an event from before the answer waits in
 * the page, and reaches Google after `config` once the visitor says yes. An event during a refusal is dropped. On a server it does
 * nothing.
 *
 * @example gtag('event', 'page_view', { page_location: location.href })
 */
export function gtag(...command: readonly unknown[]): void {
  const env = browserEnv();
  if (env) queueCommand(env, ...command);
}
