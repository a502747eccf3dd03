import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { GoogleSignals } from '../policy/types.js';

/** What a vendor may hear of the visitor's consent. */
export interface Told {
  /** Whether the category of the vendor's service is granted. */
  readonly mayRun: boolean;
  /** The consent by purpose, as the owner's categories map to it: vendors ask for the same purposes in words of their own. */
  readonly signals: GoogleSignals;
  /** Whether the visitor is still to be asked about something. */
  readonly ask: boolean;
}

/** Queues what the vendor's own snippet queues. Called once, right before the vendor's script is added to the page. */
export type EarlyPrepare = (env: Env, service: Service) => void;

/**
 * As {@link EarlyPrepare}, with the consent that the vendor's switch is set to before anything else is queued.
 *
 * @returns What has to run once the script has loaded. It does not run if the consent is withdrawn before.
 */
export type Prepare = (env: Env, service: Service, told: Told) => unknown;

/**
 * Sets the vendor's consent switch. Called after the first yes, and at each change from then on.
 *
 * @returns Whether the vendor's code is in the page to hear it. If not, it is called again as further scripts load: the site's own
 *   snippet or bundle may bring the vendor.
 */
export type Update = (env: Env, service: Service, told: Told) => boolean;

/** @returns The address of the vendor's script; none if it is the usual one. */
export type ScriptOf = (config: Service['config']) => string | undefined;

/** What each file of this folder exports: how a vendor's script is prepared, and how its consent switch is set. */
export interface Protocol {
  readonly prepare?: Prepare;
  readonly update?: Update;
  /** Where the vendor's script lies, if what the site says in `config` decides that. */
  readonly scriptOf?: ScriptOf;
  /**
   * The vendor keeps what happens while consent is denied, and would send it at the next yes: it hears of that on the next page.
   * `'unheard'`: it keeps only what happens before it has heard of the refusal.
   */
  readonly keepsRefused?: true | 'unheard';
}
