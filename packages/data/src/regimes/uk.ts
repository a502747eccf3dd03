import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * PECR reg. 6 with the UK GDPR. Since 5 February 2026 statistics about a service and its appearance may run with clear
 * information and a simple, free way to object (Schedule A1). Google Analytics is not thought to qualify, so only what its
 * owner declares does.
 *
 * No term is fixed. Both clocks are the twelve months GOV.UK keeps a choice.
 */
export const regime = {
  id: 'uk',
  places: ['GB'],
  rules: { others: 'ask' },
  exemptions: { 'audience-measurement': 'inform', appearance: 'inform' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PECR reg. 6 and UK GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 13, rule: 'parent-consents' }],
  authority: { name: "Information Commissioner's Office", url: 'https://ico.org.uk/make-a-complaint/' },
  conditions: {
    'audience-measurement': [
      'The only purpose is statistics about how the site is used, in order to improve it.',
      'Nothing but statistics about many visitors comes out of it.',
      'The provider uses the data for no purpose of its own.',
      'Visitors get clear and complete information about it.',
      'Visitors have a simple and free way to object.',
    ],
    appearance: [
      'The only purpose is to adapt how the site looks or works to what the visitor prefers.',
      'Visitors get clear and complete information about it.',
      'Visitors have a simple and free way to object.',
    ],
  },
};

export const source: Source = {
  urls: [
    'https://cy.ico.org.uk/for-organisations/direct-marketing-and-privacy-and-electronic-communications/guidance-on-the-use-of-storage-and-access-technologies/what-are-the-exceptions',
    'https://www.insideprivacy.com/?p=16219',
    'https://marketinglaw.osborneclarke.com/advertising-regulation/new-exceptions-explained-in-ico-final-guidance-on-storage-and-access-technologies-could-online-advertising-be-next/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
