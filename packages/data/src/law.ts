/** The shapes of facts about laws: what decides, and what people read and a page shows. */

/**
 * What a law wants before the services of a category may run: `ask`: a yes; `inform`: notice and an easy way to object;
 * `exempt`: nothing; `run-until-objection`: they run until the visitor objects.
 */
export type RegimeRule = 'ask' | 'inform' | 'exempt' | 'run-until-objection';

/**
 * What a service may be for, so that some laws let it run without a yes: statistics about the use of the site itself, or how the site
 * looks and works for this visitor.
 */
export type Exemption = 'audience-measurement' | 'appearance';

/** What a law asks of a site. */
export interface RegimeRules {
  readonly id: string;
  /**
   * By category key; `others` is for each category that is not named, and `necessary` is always exempt.
   *
   * @default 'ask' for every category
   */
  readonly rules: { readonly others?: RegimeRule; readonly [category: string]: RegimeRule | undefined };
  /**
   * What holds instead for a category all of whose services declare an exemption.
   *
   * @default {} // the law knows none
   */
  readonly exemptions?: Readonly<Partial<Record<Exemption, RegimeRule>>>;
  /** Days after which a site has to ask for a yes again. */
  readonly grantMaxAgeDays: number;
  /** Days during which a site must not ask again after a no. */
  readonly refusalCooldownDays: number;
}

/** A law, and where it applies: what is needed to decide. What people read and what the page shows is its {@link Law}. */
export interface Regime extends RegimeRules {
  /** ISO 3166-1 countries (`DE`) and ISO 3166-2 subdivisions (`US-CA`). */
  readonly places: readonly string[];
}

/** What a law lets a visitor do on a page of its own: object to sale and sharing, or limit the use of sensitive data. */
export type LegalPanel = 'opt-out' | 'limit';

/** A link that a law wants on each page. */
export interface LegalLink {
  /**
   * Its words, exactly.
   *
   * @default any words that say what it does
   */
  readonly text?: string;
  /** The icon that has to stand beside it, of about the size of the text. */
  readonly icon?: 'opt-out';
  /** What the link leads to. */
  readonly panels: readonly LegalPanel[];
}

/** Words that a site has to show beside its privacy policy, if it sells such data. */
export interface LegalNotice {
  readonly text: string;
  readonly sells: 'sensitive' | 'biometric';
}

/**
 * What a law wants for minors, from a site that knows a visitor's age or is made for minors. For a category, the first rule that
 * covers the age and the category holds.
 *
 * @example { under: 16, rule: 'own-consent', categories: ['marketing'] }
 */
export interface MinorsRule {
  /** Years of age at which the rule ends. */
  readonly under: number;
  /** `parent-consents`: a parent or guardian has to say yes; `own-consent`: the minor has to; `no-targeting`: it stays off. */
  readonly rule: 'parent-consents' | 'own-consent' | 'no-targeting';
  /**
   * Keys of the categories it is about.
   *
   * @default all that are not necessary
   */
  readonly categories?: readonly string[];
}

/** Whom a visitor can complain to. */
export interface Authority {
  readonly name: string;
  readonly url: string;
}

/**
 * What people read about a law, and what it wants on the page. What is off before a choice follows from {@link RegimeRules.rules}.
 *
 * @example { name: 'PDPA', model: 'opt-in', firstLayer: ['accept', 'reject', 'settings'], gpc: 'honour', withdrawalEffect: true }
 */
export interface Law {
  /** As lawyers cite it, in English. */
  readonly name: string;
  /**
   * `opt-in`: asks first; `opt-out`: lets things run until an objection; `notice`: lets them run with notice and an easy way to
   * object; `none`: asks for nothing. As in the rule for `others`.
   */
  readonly model: 'opt-in' | 'opt-out' | 'notice' | 'none';
  /** ISO date or month from which it is in force, if that was read. A later one is treated as in force already. */
  readonly inForce?: string;
  /** Buttons that the first layer of a question needs. Empty if the law wants none. */
  readonly firstLayer: readonly ('accept' | 'reject' | 'settings')[];
  /** Whether the law demands that Global Privacy Control counts as an objection. Where it is silent, Askfirst honours it all the same. */
  readonly gpc: 'required' | 'honour';
  /** Words a page has to show once it honoured the signal, exactly. */
  readonly gpcStatus?: string;
  /** Sets of links, of which a page needs one, whole. */
  readonly links?: readonly (readonly LegalLink[])[];
  readonly notices?: readonly LegalNotice[];
  readonly minors?: readonly MinorsRule[];
  readonly authority?: Authority;
  /** Where each place has its own: by the place's code. */
  readonly authorities?: Readonly<Record<string, Authority>>;
  /** BCP 47 languages in which the law or its authority wants the texts. */
  readonly languages?: readonly string[];
  /** What a service has to meet for an exemption, in short sentences. */
  readonly conditions?: Readonly<Partial<Record<Exemption, readonly string[]>>>;
  /** The law wants the visitor told what a withdrawal leads to. */
  readonly withdrawalEffect?: true;
}
