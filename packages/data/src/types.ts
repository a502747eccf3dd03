/** The shapes of facts; those of laws are in `law.ts`. Nothing in this package decides anything. */

import type { Exemption, Law, Regime } from './law.js';

export type * from './law.js';

/**
 * How a fact was read: `primary`: in the law or on a regulator's page; `secondary`: in what a law firm, a newspaper or a vendor says
 * about it; `unverified`: from memory, or only in part, so that the row takes the stricter reading.
 */
export type Confidence = 'primary' | 'secondary' | 'unverified';

/** Where a fact was read, and when it was last compared with its source. */
export interface Source {
  readonly urls: readonly string[];
  /** ISO date, for example `2026-11-21`. */
  readonly reviewedOn: string;
  /** Every law has one. Where single words of a row are less sure than the rest, its docstring says so. */
  readonly confidence?: Confidence;
}

/** What the file of a law exports. Visitors do not download its source. */
export interface LawFile {
  readonly regime: Regime;
  readonly law: Law;
  readonly source: Source;
}

/** A number and a calendar unit that `Intl.NumberFormat` knows, for example `[24, 'month']`. */
export type Duration = readonly [number, 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'];

/**
 * How long an entry stays: a duration, the browser session, or until the visitor or a script deletes it; `unknown` means: no source
 * was found.
 */
export type Lifetime = Duration | 'session' | 'persistent' | 'unknown';

export type StorageKind = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';

/** One entry in the visitor's browser. A name that ends in `*` stands for every name with that start. */
export interface StoredItem {
  /** Name of the cookie, key, database or cache. */
  readonly name: string;
  readonly kind: StorageKind;
  readonly lifetime: Lifetime;
  /** Path the cookie is set on, if it is neither `/` nor a prefix of the page where visitors withdraw. */
  readonly path?: string;
}

export type StandardCategory = 'necessary' | 'functional' | 'analytics' | 'marketing';

/**
 * A vendor's service, as a site declares it and as the visitor is told about it.
 *
 * @example { id: 'player', name: 'Video player', provider: 'Example Ltd', category: 'functional' }
 */
export interface Service<C extends string = string> {
  /** Unique within one site. Lower-case letters, digits and hyphens. */
  readonly id: string;
  /** What the visitor knows the service as. */
  readonly name: string;
  /** The company behind it, as the visitor reads it. */
  readonly provider: string;
  /** ISO 3166-1 code of the country the provider is in. */
  readonly country?: string;
  /** Key of the category that has to be granted before the service runs. Of a list, one is enough: a container serves several. */
  readonly category: C | readonly C[];
  /** The vendor's own privacy policy. */
  readonly policyUrl?: string;
  /**
   * Where the service sends requests: hosts, where a leading `*.` stands for any subdomain, each with or without a port and a path. With
   * a path, those requests alone are the service's whose path is that one or goes on behind it: `www.example.com/metrics/`. A path
   * alone is on the page's own host. No scheme, no query.
   *
   * @example ['*.example.net', '/metrics/']
   */
  readonly hosts?: readonly string[];
  /** What the service stores in the visitor's browser. Visitors see the list, and a withdrawal removes these entries. */
  readonly stores?: readonly StoredItem[];
  /** Address of a script that Askfirst loads once the category is granted. `{id}` in it stands for {@link Service.tagId}. */
  readonly script?: string;
  /**
   * The vendor's protocol: what is queued before `script` loads, and how its consent switch is set. Each is a file in
   * `packages/sdk/src/signals`.
   */
  readonly api?: string;
  /** The vendor's id of this site, for example `G-XXXX`. */
  readonly tagId?: string;
  /** Further ids of the vendor to which the same script reports. */
  readonly moreTagIds?: readonly string[];
  /**
   * The vendor's own fields for its start: those of the `config` command of Google's tag, `{ send_page_view: false }`, or of `init` of
   * PostHog, `{ api_host: 'https://eu.i.posthog.com' }`.
   */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Names of `window` flags that switch the vendor's script off while they are `true`. */
  readonly optOutFlag?: string | readonly string[];
  /**
   * The owner declares that this service, as it is set up, meets every condition that a law sets for running it without a yes:
   * `conditions` of a {@link Law}. Google's services do not. Where the law of the visitor's place knows no such exemption, nothing changes.
   *
   * @default none, so the service waits as its category does
   */
  readonly exemption?: Exemption;
  /**
   * Whether its script, once it runs, stops at a withdrawal without a reload.
   *
   * @default false
   */
  readonly stopsLive?: boolean;
}

/** What the catalogue knows of a service. */
export interface KnownService extends Service {
  /** Where its script sends to, relative to `script`: for software that a site has on a host of its own, which `hosts` cannot name. */
  readonly endpoint?: string;
}

/**
 * The fields the core needs to load a service that an attribute of the script tag names; names and links come later, with the
 * interface. Every visitor downloads it, so only few services have one.
 */
export interface ServiceCore extends Partial<Omit<Service, 'stores'>> {
  /** How the names of its cookies start. */
  readonly stores?: readonly Pick<StoredItem, 'name'>[];
}

/** What has to be known about a vendor's script before it loads. */
export interface TagFacts {
  /** The vendor's protocol, see {@link Service.api}. A service that is named by its id needs no other word for it. */
  readonly api: string;
  /** Whether the vendor defines how the script behaves before a yes, so that advanced mode may load it then. */
  readonly early: boolean;
  /** What the vendor's id of a site looks like. None if no script is loaded by such an id. */
  readonly id?: {
    readonly pattern: RegExp;
    /** For messages, for example `G-XXXX`. */
    readonly example: string;
    /** Ids that the same script takes, but that belong to another service. */
    readonly others?: RegExp;
  };
  /** The vendor uses the data for purposes of its own, so that no {@link Exemption} covers its services. */
  readonly neverExempt?: true;
}

/** How a consent tool marks what it holds. */
export interface ToolMarkup {
  /** The elements that it holds. One that the browser runs or loads all the same is not held. */
  readonly selector: string;
  /** The attribute with the names of what an element waits for; the first of several that is there. */
  readonly names: string;
  /** The attribute has one name, which may have blanks in it. Otherwise all of its names count. */
  readonly isOne?: true;
  /** How each name begins, which is no part of it; where it is used, other words of the attribute are no names. */
  readonly prefix?: string;
  /** Stands between several names behind one prefix. */
  readonly separator?: string;
  /** Attributes that hold an address, and the attribute that it belongs into. `data-src` and the like need no entry. */
  readonly addresses?: Readonly<Record<string, 'src'>>;
  /** Parts of addresses that stand in a held element and load nothing of a vendor's. */
  readonly placeholders?: readonly string[];
}

/** How a consent tool stores an answer. */
export interface ToolStorage {
  /** The usual names of the cookie or key, the newest first. */
  readonly key: readonly string[];
  readonly kinds: readonly ('cookie' | 'localStorage')[];
  readonly format: 'cookiebot' | 'cookieyes' | 'vanilla-cookieconsent' | 'flags' | 'tarteaucitron' | 'c15t';
  /** How many days an answer counts there, unless the site has set something else. */
  readonly days: number;
  /** Whether the time of the answer is stored. */
  readonly hasTime: boolean;
}

/** A consent tool that a site may have used before. */
export interface Tool {
  /** The name of the file. */
  readonly id: string;
  readonly name: string;
  /** Texts in a site's pages that show that it is used. */
  readonly recognise: readonly string[];
  /** Its own names for what it asks about, as categories of Askfirst. */
  readonly categories: Readonly<Record<string, StandardCategory>>;
  /** Its own names for services, as ids of the catalogue. */
  readonly services?: Readonly<Record<string, string>>;
  readonly markup?: ToolMarkup;
  readonly stored?: ToolStorage;
}

/** A vendor that measures visitors or advertises, and by what it is recognised. None of it is strictly necessary. */
export interface Tracker {
  readonly name: string;
  /** As in {@link Service.hosts}, each with a host. */
  readonly hosts: readonly string[];
  /** Names of cookies and keys; one that ends in `*` stands for every name with that start. */
  readonly stores: readonly string[];
}

/** A vendor that is no service of the catalogue, so that an audit can name it. */
export interface FurtherVendor {
  readonly name: string;
  /** As in {@link Service.hosts}, each with a host. */
  readonly hosts: readonly string[];
  /** None where the source names a kind of vendor that belongs to no category: a network that delivers files for anybody. */
  readonly category?: StandardCategory;
}

/** Something that many sites store because they would not work without it, by its usual name. */
export interface NecessaryItem {
  readonly name: string;
  /** Names of cookies and keys; one that ends in `*` stands for every name with that start. */
  readonly stores: readonly string[];
}

/**
 * What a request of a vendor looks like, whatever host it goes to: a site can pass it on under a path of its own. All that is named has
 * to match.
 */
export interface RequestShape {
  /** Id of a service of the catalogue. */
  readonly service: string;
  readonly path?: RegExp;
  /** By name of a parameter of the address. */
  readonly query?: Readonly<Record<string, RegExp>>;
  /** What is sent. */
  readonly body?: RegExp;
}

/**
 * The headers in which a host tells a site's server where a visitor is. Names in lower case.
 *
 * @example { country: 'x-geo-country', subdivision: 'x-geo-region' }
 */
export interface GeoHeaders {
  /** Holds the ISO 3166-1 code of the country. */
  readonly country: string;
  /** Holds the ISO 3166-2 code of the subdivision, without its country: `CA` for California. */
  readonly subdivision?: string;
  /** Holds both as JSON in base64, `{ country: { code }, subdivision: { code } }`. If a request has it, the other headers are not read. */
  readonly json?: string;
  /** Values that the host sends for an unknown place. */
  readonly nowhere?: readonly string[];
}

export interface CategoryText {
  readonly label: string;
  readonly description: string;
}

/** Every word the visitor reads, in one language. `{controller}` and the like are filled in. */
export interface Locale {
  /** BCP 47 language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Heading of the banner. */
  readonly title: string;
  /** Who asks, and for what. Contains `{controller}` and `{purposes}`. */
  readonly ask: string;
  /**
   * Stands between the names of a list.
   *
   * @default ', '
   */
  readonly separator?: string;
  /** The right to withdraw, and how. */
  readonly withdraw: string;
  /** Contains `{count}`; worded so that it needs no plural. */
  readonly serviceCount: string;
  readonly policyLink: string;
  readonly accept: string;
  readonly reject: string;
  readonly choose: string;
  /** Heading of the preferences dialog and of the inline control. */
  readonly preferences: string;
  readonly preferencesIntro: string;
  readonly save: string;
  readonly close: string;
  /** Announced after a choice. */
  readonly saved: string;
  /** Announced once when the banner appears. */
  readonly announcement: string;
  /** Beside the inline control, whose switches act at once. */
  readonly appliesAtOnce: string;
  readonly alwaysOn: string;
  readonly on: string;
  readonly off: string;
  /** Why a switch is locked while Global Privacy Control is on. */
  readonly gpc: string;
  /** In the declaration of a site with nothing optional, while Global Privacy Control is on. */
  readonly gpcHonored: string;
  /** Summary of the details of a category. */
  readonly details: string;
  readonly columns: { readonly name: string; readonly kind: string; readonly lifetime: string };
  readonly kinds: Readonly<Record<StorageKind, string>>;
  readonly session: string;
  readonly persistent: string;
  /** Under a table of lifetimes: browsers may cap or clear entries sooner. */
  readonly lifetimeNote: string;
  /** Link to a vendor's policy. Contains `{service}`. */
  readonly servicePolicy: string;
  /** A category without a declared service. */
  readonly noServices: string;
  /** The service that stands for the site itself in the declaration. */
  readonly thisSite: string;
  readonly categories: Readonly<Record<StandardCategory, CategoryText>>;
  /** Every word of the dialog that asks to accept a new version of a policy. */
  readonly acceptance: AcceptanceTexts;
  /** What stands in a frame that waits for a yes. */
  readonly embed: EmbedTexts;
  /** What some laws want said besides. */
  readonly law: LawTexts;
}

/** What stands in a frame that waits for a yes, and the buttons below it. */
export interface EmbedTexts {
  /** Who would be contacted. Contains `{service}`: a name with its provider in brackets, or a host. */
  readonly ask: string;
  /** Loads this one frame, and stores nothing. */
  readonly once: string;
  /** Allows the categories from now on. Contains `{category}`, after a colon, since it may be any word. */
  readonly always: string;
}

/** What is said where a law lets purposes run until an objection, or wants more to be told. */
export interface LawTexts {
  /** Heading of the panel in which visitors opt out, and the way to it where the law fixes no words. */
  readonly choices: string;
  /** Below that heading. */
  readonly choicesIntro: string;
  /** Shown, and announced once, after the visitor has opted out. */
  readonly optedOut: string;
  /** Shown, and announced once, while Global Privacy Control is honored. A law can fix the words in its own language. */
  readonly honored: string;
  /** Asks whether the visitor means it. Contains `{purposes}`. */
  readonly optInAgain: string;
  readonly optIn: string;
  readonly stayOptedOut: string;
  /** The first layer where a law wants a notice. Contains `{controller}` and `{purposes}`. */
  readonly notice: string;
  /** The button beside it. */
  readonly object: string;
  /** Beside a purpose that runs until the visitor objects. */
  readonly untilObjection: string;
  /** Beside a purpose that a law exempts from consent. */
  readonly exempt: string;
  /** Contains `{age}`, in years. */
  readonly minors: string;
  /** Contains `{authority}`. */
  readonly authority: string;
  /** The consequences of a withdrawal. */
  readonly withdrawalEffect: string;
}

/** The dialog that asks to accept a new version of a policy. */
export interface AcceptanceTexts {
  readonly title: string;
  /** Contains `{version}` and `{date}`. */
  readonly inForce: string;
  /** That consent is another matter. */
  readonly apart: string;
  /** The link to the policy, and what follows it. */
  readonly read: string;
  readonly newTab: string;
  readonly accept: string;
  readonly decline: string;
}
