import type { Locale, Service, StorageKind } from '@askfirst/data';

/** Google Consent Mode v2, source: https://support.google.com/analytics/answer/13802165 */
export type GoogleSignal =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';

export type GoogleSignals = Record<GoogleSignal, 'granted' | 'denied'>;

/** A default that only holds for some places, for example `{ region: ['US-CA'], analytics_storage: 'granted' }`. */
export interface RegionalDefault extends Partial<GoogleSignals> {
  /** ISO 3166-1 or ISO 3166-2 codes. `EU` and `EEA` are none and match nobody. */
  region: string[];
}

export interface ConsentModeOptions {
  /**
   * `basic` (default): no Google tag loads before its category is granted. `advanced`: it loads at once and sends
   * cookieless pings. `off`: `dataLayer` is left alone, as with `consentMode: false`.
   */
  mode?: 'basic' | 'advanced' | 'off';
  /** Milliseconds an early tag waits for the stored choice. Default 500, Google's own example. */
  waitForUpdate?: number;
  regions?: RegionalDefault[];
  urlPassthrough?: boolean;
  adsDataRedaction?: boolean;
  /** Name of the dataLayer event after each update. Default `consent_update`. */
  event?: string;
}

export interface CategoryOptions {
  label?: string;
  description?: string;
  /** Whether Global Privacy Control keeps this category off. Default: only for `marketing`. */
  gpc?: boolean;
  /** Google signals this category grants. Default: the usual mapping for the standard categories, none for your own. */
  signals?: GoogleSignal[];
}

export interface UiOptions {
  /** `bar` (default) along the bottom, `card` in the corner, `modal` in the middle. */
  layout?: 'bar' | 'card' | 'modal';
  /** Default: the page's own `color-scheme`. */
  scheme?: 'light' | 'dark';
  /** Language of the interface. Default: the page's `lang`, then the browser's languages. */
  lang?: string;
  /** Your own words for any text of the interface. */
  texts?: Partial<Locale>;
}

/**
 * Everything a site may say. Every key is optional; unknown keys are reported by name.
 *
 * @example { controller: { name: 'FactoryOps AI' }, policy: { url: '/privacy' }, services: [googleAnalytics('G-XXXX')] }
 */
export interface Options {
  /** Who asks. Named in the banner. */
  controller?: { name: string };
  /** Where the privacy policy is, and which version of it was in force at a choice. */
  policy?: { url?: string; version?: string };
  services?: readonly Service[];
  /** Categories beyond those of the services, or other words for them. */
  categories?: Readonly<Record<string, CategoryOptions>>;
  /**
   * ISO 3166 code of the visitor's place, from your server, or a promise of one: everything is denied, and nobody asked, until
   * it settles, for 3 seconds at most. Default: unknown, so the strictest regime.
   */
  region?: string | PromiseLike<string | undefined>;
  /** Change it to ask everybody again, for example after a new purpose in an old category. */
  revision?: string;
  /** `false` leaves `dataLayer` alone. */
  consentMode?: ConsentModeOptions | false;
  ui?: UiOptions;
  /**
   * What happens if something of a service remains after a withdrawal: nothing more (`signal`, the default), one reload
   * of the page, or your own function.
   */
  withdrawal?: 'signal' | 'reload' | ((report: WithdrawalReport) => void);
  /**
   * Name of the site: where several lie on one origin, each has answers of its own. Default: `cookieDomain`, or the name of the
   * controller, or the account of the first service.
   */
  site?: string;
  /** Domain of a cookie that carries the choice to its other subdomains, for example `example.com`. Default: no cookie. */
  cookieDomain?: string;
}

/** Something a service has left in the page or in the visitor's browser. */
export interface Leftover {
  /** Name of the entry; for a script its address or its service's id. */
  readonly name: string;
  readonly kind: StorageKind | 'script';
  /** Why it remains: only the server can remove it, it lies on a path this page does not reach, and so on. */
  readonly why?: 'HttpOnly' | 'another path' | 'still there' | 'running';
}

/** What a withdrawal has removed, and what it could not: the detail of the event `askfirst:withdrawal`. */
export interface WithdrawalReport {
  readonly removed: readonly Leftover[];
  readonly remaining: readonly Required<Leftover>[];
}

/** A category with all that belongs to it, ready to be asked. */
export interface Category {
  readonly key: string;
  readonly services: readonly Service[];
  readonly label?: string;
  readonly description?: string;
  readonly gpc: boolean;
  readonly signals: readonly GoogleSignal[];
  /** What a choice about this category covers: the services, and the revision if there is one. */
  readonly covers: readonly string[];
  /** Something is wrong with what the options say about it: denied, and not asked about. */
  readonly isInvalid?: boolean;
}

/** Why a category is granted or denied; `invalid`: the options about it are wrong. */
export type Reason = 'necessary' | 'choice' | 'undecided' | 'expired' | 'changed' | 'gpc' | 'regime' | 'invalid';

/** What is granted now, and why. */
export interface Consent<K extends string = string> {
  readonly granted: Readonly<Record<K | 'necessary', boolean>>;
  readonly reasons: Readonly<Record<K | 'necessary', Reason>>;
  /** The categories to ask about: never answered, expired, or about something new since. */
  readonly due: readonly K[];
  /** Whether there is a question to put to the visitor. */
  readonly ask: boolean;
  readonly gpc: boolean;
  /** Id of the regime; `null` while it is not known yet. */
  readonly regime: string | null;
}

/** Where a choice was made. */
export type Method = 'banner' | 'preferences' | 'inline' | 'api';

export interface Choice {
  readonly granted: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** ISO 8601, UTC: a yes ends here, a no may be asked about again. */
  readonly until: string;
  /** The services (and revision) this choice was about. */
  readonly asked: readonly string[];
  /** Milliseconds since the epoch, in place of `at` where a newer choice has an earlier time: the clock went back. */
  readonly order?: number;
}

/** The proof of a choice, as it lies in the visitor's browser. */
export interface ConsentRecord {
  readonly v: 1;
  /** Random, made with the first choice. */
  readonly id: string;
  readonly policy: string | null;
  readonly locale: string | null;
  readonly method: Method;
  readonly regime: string;
  /** Fingerprint of the options that were checked when the choice was made, so that they need not be on every page. */
  readonly checked: number | null;
  /** Whose record it is, on an origin with several sites. Not in records of 0.1.0. */
  readonly site?: string;
  /** The choices that the last ones have replaced, where they may have been about other services. */
  readonly earlier?: Readonly<Record<string, Choice>> | undefined;
  /** Fingerprint of the site's name and of the rest of the record: the head stub looks at no record without it. */
  readonly seal?: number | undefined;
  readonly choices: Readonly<Record<string, Choice>>;
}
