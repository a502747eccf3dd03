import type { Law, LegalLink, MinorsRule, RegimeRules } from '../types.js';

/** The clocks that several laws have in common. Days are those of the longest calendar months. */
type Clocks = Pick<RegimeRules, 'grantMaxAgeDays' | 'refusalCooldownDays'>;

/** What CNIL and the Italian authority want for a yes and a no. */
export const sixMonths = { grantMaxAgeDays: 184, refusalCooldownDays: 184 } as const satisfies Clocks;

/** California's term, and the one taken where a law fixes none. */
export const twelveMonths = { grantMaxAgeDays: 366, refusalCooldownDays: 366 } as const satisfies Clocks;

/** Three buttons: a no is as easy as a yes, and each purpose can be chosen. */
export const EQUAL_CHOICE: Law['firstLayer'] = ['accept', 'reject', 'settings'];

/** A clear way to object, in words of the site's own. */
export const OBJECTION_LINK: readonly (readonly LegalLink[])[] = [[{ panels: ['opt-out'] }]];

/** Children's Online Privacy Protection Act, 15 U.S.C. 6501: in all of the United States. */
export const COPPA: MinorsRule = { under: 13, rule: 'parent-consents' };
