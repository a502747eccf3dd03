import { inHead, instead } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What may be wrong with Global Privacy Control. */

export const lockedAnalytics: Lie = {
  name: 'a signal that is taken for more than it says',
  edit: instead('"services": [', '"categories": { "analytics": { "gpc": true } }, "services": ['),
  shows: /whether analytics is locked/,
};

export const silent: Lie = {
  name: 'a page that says nothing of it',
  edit: inHead('<style>#gpc, consent-declaration { display: none }</style>'),
  shows: /Opt-Out Request Honored/,
};
