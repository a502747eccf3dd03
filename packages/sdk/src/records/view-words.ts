import type { EventKind } from './record-event.js';

/** What the list of the visitor says in words of its own. Labels of categories, *on* and *off* come from the interface's language. */
export interface RecordWords {
  /** What happened, by the kind of the event. `answered`: an event of version 0.1.0, which does not say. */
  readonly kinds: Readonly<Record<EventKind | 'answered', string>>;
  readonly empty: string;
  /** Below the list: what it is, and what it is not. */
  readonly note: string;
  /** Opens the event as it is stored. */
  readonly details: string;
  readonly copy: string;
  readonly copied: string;
  readonly download: string;
}

export const englishWords: RecordWords = {
  kinds: {
    given: 'Consent given',
    refused: 'Refused',
    withdrawn: 'Consent withdrawn',
    reaffirmed: 'Same answer again',
    imported: 'Answer taken over from another tool',
    expired: 'Consent ended, because its time was over',
    'gpc-applied': 'Switched off, because the browser sends Global Privacy Control',
    'gpc-ended': 'Counts again, because the browser no longer sends Global Privacy Control',
    linked: 'Linked to an account',
    restored: 'An earlier answer counts again',
    erased: 'Account deleted',
    answered: 'Answer',
  },
  empty: 'No choice has been noted in this browser.',
  note: 'This is the copy in your browser. It can be changed here, so it proves nothing by itself.',
  details: 'All details',
  copy: 'Copy',
  copied: 'Copied.',
  download: 'Download (JSON)',
};
