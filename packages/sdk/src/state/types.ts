import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Locale } from '@askfirst/data';
import type { Consent, ConsentRecord, Method, Policy } from '../policy/types.js';

/** The stores and the only functions that write them. */
export interface State {
  readonly policy: Policy;
  readonly $consent: ReadableAtom<Consent>;
  readonly $record: WritableAtom<ConsentRecord | null>;
  /** Whether the preferences dialog is open. */
  readonly $open: WritableAtom<boolean>;
  /** BCP 47 language the visitor reads, known once the interface has loaded. */
  readonly $locale: WritableAtom<string | null>;
  decide(choice: Readonly<Record<string, boolean>>, method: Method): void;
  acceptAll(method: Method): void;
  rejectAll(method: Method): void;
  /** Derives consent anew, for example after the clock went on. */
  refresh(): void;
}

/** All the interface gets to know. */
export interface View {
  readonly state: State;
  /** Already merged with the owner's texts. */
  readonly locale: Locale;
}
