import type { EmbedTexts, LawTexts, Locale, Service, StorageKind } from '@askfirst/data';
import type { toolIds } from '@askfirst/data/tools/ids';

/** A signal of Google Consent Mode v2, source: https://support.google.com/analytics/answer/13802165 */
export type GoogleSignal =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';

export type GoogleSignals = Record<GoogleSignal, 'granted' | 'denied'>;

/** A default for some places only, for example `{ region: ['US-CA'], analytics_storage: 'granted' }`. */
export interface RegionalDefault extends Partial<GoogleSignals> {
  /** ISO 3166-1 or ISO 3166-2 codes. `EU` and `EEA` are not codes, so Google would match no visitor. */
  region: string[];
}

/** How Askfirst speaks Google Consent Mode, https://developers.google.com/tag-platform/security/guides/consent */
export interface ConsentModeOptions {
  /**
   * `basic`: no Google tag loads before its category is granted. `advanced`: it loads at once and sends cookieless pings.
   * `off`: Askfirst does not touch `dataLayer`, as with `consentMode: false`.
   *
   * @default 'basic'
   */
  mode?: 'basic' | 'advanced' | 'off';
  /**
   * Milliseconds for which an early tag waits for the stored choice: Google's `wait_for_update`. The default is the value of
   * Google's own example.
   *
   * @default 500
   */
  waitForUpdate?: number;
  /**
   * Other defaults for some places, queued after the denied default. Google applies the most specific place.
   *
   * @default [] // everything is denied everywhere
   * @see https://developers.google.com/tag-platform/security/guides/consent#region-specific_behavior
   */
  regions?: RegionalDefault[];
  /**
   * Google passes ad clicks and sessions on in the links of your pages while storage is denied: `url_passthrough`.
   *
   * @default false
   * @see https://developers.google.com/tag-platform/security/guides/consent
   */
  urlPassthrough?: boolean;
  /**
   * Google removes ad click identifiers from its requests while `ad_storage` is denied: `ads_data_redaction`.
   *
   * @default false
   * @see https://developers.google.com/tag-platform/security/guides/consent#redact_ads_data
   */
  adsDataRedaction?: boolean;
  /**
   * Name of the `dataLayer` event after each update, for triggers in Tag Manager.
   *
   * @default 'consent_update'
   */
  event?: string;
}

/** What a site says about one category. */
export interface CategoryOptions {
  /**
   * Name of the category in the interface.
   *
   * @default the text for a standard category in the visitor's language, else the key of the category
   */
  label?: string;
  /**
   * What the category is for, below its name in the preferences.
   *
   * @default the text for a standard category in the visitor's language, else none
   */
  description?: string;
  /**
   * Whether Global Privacy Control keeps this category off, https://w3c.github.io/gpc/
   *
   * @default true for `marketing`, false for any other
   */
  gpc?: boolean;
  /**
   * The Google signals that are granted with this category. Tag Manager also checks names of your own.
   *
   * @default the usual ones for a standard category, none for your own
   */
  signals?: (GoogleSignal | (string & {}))[];
}

/** Looks and words of the interface. */
export interface UiOptions {
  /**
   * `bar` along the bottom, `card` in the corner, `modal` in the middle. `none`: you ask yourself, see `askfirst/headless`; the
   * preferences remain.
   *
   * @default 'bar'
   */
  layout?: 'bar' | 'card' | 'modal' | 'none';
  /**
   * Where the layout stands. A bar knows `top` and `bottom`, and takes any other as `bottom`.
   *
   * @default 'bottom' for a bar, 'bottom-end' for a card, 'center' for a modal
   */
  position?: 'top' | 'bottom' | 'bottom-start' | 'bottom-end' | 'center';
  /**
   * Address of an image above the question. It says nothing that the question does not say.
   *
   * @default none
   */
  logo?: string;
  /**
   * Colours of the interface.
   *
   * @default the page's own `color-scheme`
   */
  scheme?: 'light' | 'dark';
  /**
   * BCP 47 language of the interface.
   *
   * @default the page's `lang`, then the browser's languages, then English
   */
  lang?: string;
  /**
   * What stands in a frame that waits for a yes: a `card` that says what would be contacted and lets the visitor load it, or `none`.
   *
   * @default 'card'
   */
  placeholder?: 'card' | 'none';
  /** Your own words for any text of the interface, by their names in a locale. */
  texts?: Partial<Omit<Locale, 'law' | 'embed'>> & { law?: Partial<LawTexts>; embed?: Partial<EmbedTexts> };
}

/** Id of a consent tool that the site used before. */
export type ToolId = (typeof toolIds)[number];

/** A consent tool that the site used before, where its id alone does not say enough. */
export interface OldTool {
  readonly tool: ToolId;
  /**
   * What the site itself has named there: services, purposes, categories. Each is a category key or the id of a service here.
   *
   * @default {} // the tool's own names, and names that are the same here
   * @example { 'google-analytics': 'ga4', social: 'marketing' }
   */
  readonly names?: Readonly<Record<string, string>>;
  /**
   * For `importFrom`, and tools that store no time: ISO date since which their question has been what it was last. An answer counts as
   * if given on this day, so that it never counts for longer than it should.
   *
   * @default unknown, so that nothing is taken over from such a tool
   */
  readonly since?: string;
  /**
   * For `importFrom`: how many days an answer counted there.
   *
   * @default the tool's own
   */
  readonly days?: number;
}

type OldTools = ToolId | OldTool | readonly (ToolId | OldTool)[];

/**
 * The options of a site. Every key is optional; unknown keys are reported by name.
 *
 * @example { controller: { name: 'FactoryOps AI' }, policy: { url: '/privacy' }, services: [googleAnalytics('G-XXXX')] }
 */
export interface Options {
  /** Who is responsible for the data (GDPR Art. 4(7)). The banner names the controller. */
  controller?: { name: string };
  /** Address of the privacy policy, which the banner links to, and the version in force, which is stored with each choice. */
  policy?: { url?: string; version?: string };
  /**
   * What the site uses. Visitors see these services, and their categories are asked about. A service with a `script` loads once
   * its category is granted.
   *
   * @default [] // nothing is asked
   */
  services?: readonly Service[];
  /**
   * Categories without a service, and other words, signals or rules for any category, by category key.
   *
   * @default {} // the categories of the services
   */
  categories?: Readonly<Record<string, CategoryOptions>>;
  /**
   * ISO 3166 code of the visitor's place, from your server, or a promise of one: everything is denied, and nobody asked, until
   * it settles, for 3 seconds at most.
   *
   * @default unknown, so the strictest regime
   */
  region?: string | PromiseLike<string | undefined>;
  /**
   * Where you ask first although the law of the place lets things run: ISO 3166 codes, a country with all its subdivisions, or `*` for
   * every place. There is no value that asks for less than the law does.
   *
   * @default {} // the law of each place
   * @example { 'US-CA': 'opt-in' }
   */
  regimes?: Readonly<Record<string, 'opt-in'>>;
  /**
   * Any text. Change it to ask all visitors again, for example after a new purpose in an old category.
   *
   * @default no revision
   */
  revision?: string;
  /**
   * Google Consent Mode. `false`: Askfirst does not touch `dataLayer`.
   *
   * @default { mode: 'basic' }
   */
  consentMode?: ConsentModeOptions | false;
  /** Looks and words of the interface. */
  ui?: UiOptions;
  /**
   * What happens if something of a service remains after a withdrawal: nothing beyond the event (`signal`), one reload of the
   * page, or your own function.
   *
   * @default 'signal'
   */
  withdrawal?: 'signal' | 'reload' | ((report: WithdrawalReport) => void);
  /**
   * Name of the site. Several sites on one origin keep their answers apart by it.
   *
   * @default `cookieDomain`, or the name of the controller, or the account or provider of the first service
   */
  site?: string;
  /**
   * Keys of categories within which visitors may allow or refuse single services. A service that is new since the answer stays off until
   * the visitor is asked. The answer about one service stands under `<category>__<id>`, for example `analytics__hotjar`.
   *
   * @default none: one switch for a category
   */
  perService?: string[];
  /**
   * Domain of a cookie that carries the choice to its other subdomains, for example `example.com`.
   *
   * @default no cookie
   */
  cookieDomain?: string;
  /**
   * Consent tools whose markup stays in the pages: what they hold is held by Askfirst, until the category is granted. What has no
   * category here stays held for good.
   *
   * @default none
   * @example 'cookiebot'
   */
  markup?: OldTools;
  /**
   * Consent tools whose stored answer is taken over, once, if it was about no less than this site asks, with its own time and end.
   *
   * @default none
   * @example { tool: 'klaro', since: '2026-05-01', names: { 'google-analytics': 'ga4' } }
   */
  importFrom?: OldTools;
}

/** Something a service has left in the page or in the visitor's browser. */
export interface Leftover {
  /** Name of the entry; for a script its address or its service's id. */
  readonly name: string;
  readonly kind: StorageKind | 'script';
  /**
   * Why it remains. `HttpOnly`: only the server can remove the cookie. `another path`: the cookie may lie on a path that this page
   * does not reach. `still there`: the browser did not remove the entry, or a script wrote it again. `running`: a script that ran cannot be stopped.
   */
  readonly why?: 'HttpOnly' | 'another path' | 'still there' | 'running';
}

/** What a withdrawal has removed, and what it could not: the detail of the event `askfirst:withdrawal`. */
export interface WithdrawalReport {
  readonly removed: readonly Leftover[];
  readonly remaining: readonly Required<Leftover>[];
}

/** A category with everything that belongs to it. */
export interface Category {
  readonly key: string;
  readonly services: readonly Service[];
  readonly label?: string;
  readonly description?: string;
  readonly gpc: boolean;
  readonly signals: readonly string[];
  /** What a choice about this category covers: the services, and the revision if there is one. */
  readonly covers: readonly string[];
  /** For the choice about a single service: the key of the category that the service belongs to. */
  readonly within?: string;
  /** The options about it are invalid: it is denied, and not asked about. */
  readonly isInvalid?: boolean;
}

/**
 * Why a category is granted or denied. `choice`: the visitor's answer. `undecided`: not answered yet. `expired`: the answer is too old.
 * `changed`: a service or the revision is new since the answer. `gpc`: Global Privacy Control. `regime`: the law lets it run until
 * an objection. `invalid`: the options about it are wrong.
 */
export type Reason = 'necessary' | 'choice' | 'undecided' | 'expired' | 'changed' | 'gpc' | 'regime' | 'invalid';

/** What is granted now, and why. */
export interface Consent<K extends string = string> {
  readonly granted: Readonly<Record<K | 'necessary', boolean>>;
  readonly reasons: Readonly<Record<K | 'necessary', Reason>>;
  /** The categories to ask about: not answered yet, expired, or changed. */
  readonly due: readonly K[];
  /** Whether the visitor is to be asked. */
  readonly ask: boolean;
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: boolean;
  /** Id of the regime; `null` while it is not known yet. */
  readonly regime: string | null;
}

/**
 * Where a choice was made: in the banner, in the preferences dialog, in `<consent-preferences>`, in a frame that waits, by code, in
 * another tool before, or on another device of the same account.
 */
export type Method = 'banner' | 'preferences' | 'inline' | 'embed' | 'api' | 'imported' | 'account';

/** A visitor's answer about one category. */
export interface Choice {
  readonly granted: boolean;
  /** When it was made. ISO 8601, UTC. */
  readonly at: string;
  /** When a yes ends, or a no may be asked about again. ISO 8601, UTC. */
  readonly until: string;
  /** The services (and revision) this choice was about. */
  readonly asked: readonly string[];
  /** By key: the choices about single services that are others than this one. A later choice about the category has none of them. */
  readonly services?: Readonly<Record<string, Choice>> | undefined;
  /** Milliseconds since the epoch, in place of `at` where a newer choice has an earlier time: the clock went back. */
  readonly order?: number;
}

/** A choice as it is stored in the visitor's browser, who can change it. docs/contracts.md describes each field. */
export interface ConsentRecord {
  readonly v: 1;
  /** Random, made with the first choice. */
  readonly id: string;
  /** `policy.version` of the options when the choice was made. */
  readonly policy: string | null;
  /** BCP 47 language of the question. */
  readonly locale: string | null;
  readonly method: Method;
  /** Id of the regime under which the choice was made. */
  readonly regime: string;
  /** Fingerprint of the options that were checked when the choice was made, so that they need not be on every page. */
  readonly checked: number | null;
  /** Whose record it is, on an origin with several sites. Not in records of 0.1.0. */
  readonly site?: string;
  /** Whether the browser sent Global Privacy Control when the choice was made. Not in records of 0.1.0. */
  readonly gpc?: boolean | undefined;
  /** The choices before the last ones, which may have been about other services. */
  readonly earlier?: Readonly<Record<string, Choice>> | undefined;
  /** Fingerprint of the site's name and of the rest of the record. The head stub uses a record only if it matches. */
  readonly seal?: number | undefined;
  readonly choices: Readonly<Record<string, Choice>>;
}
