import { h } from 'preact';
import { legalLink } from '../policy/legal-link.js';
import { optOutStatus } from '../policy/opt-out-status.js';
import type { View } from '../state/types.js';
import { fill } from './words.js';

/** What there is to say about an opt-out that the site honors, or empty. */
export const statusOf = ({ law, locale, state }: View): string =>
  law ? optOutStatus(state.$consent.get(), state.categories, law, locale.law, locale.lang) : '';

/** The heading of the preferences: where visitors opt out, the words of the link that leads here. */
export const headingOf = ({ law, locale }: View): string => {
  if (law?.model !== 'opt-out') return locale.preferences;
  return (locale.lang === 'en' && legalLink(law)?.text) || locale.law.choices;
};

/** What the law wants said below the purposes: for minors, about a withdrawal, about the authority. */
export const lawNotes = ({ law, locale, state }: View) => {
  if (!law) return null;
  const age = law.minors?.find(({ rule }) => rule === 'parent-consents')?.under;
  const country = String(state.options.region).slice(0, 2).toUpperCase();
  const authority = law.authorities?.[country] ?? law.authority;
  return [
    law.withdrawalEffect && <p class="small">{locale.law.withdrawalEffect}</p>,
    age && <p class="small">{fill(locale.law.minors, { age })}</p>,
    authority && (
      <p class="small">
        {/* The name is a link, wherever the sentence has it. */}
        {locale.law.authority.split('{authority}')[0]}
        <a href={authority.url} rel="noopener">
          {authority.name}
        </a>
        {locale.law.authority.split('{authority}')[1]}
      </p>
    ),
  ];
};

/** Why a purpose runs, or does not, as far as the law of the place says. */
export const lawNoteOn = ({ law, locale, state }: View, key: string): string | undefined => {
  const { reasons, granted } = state.$consent.get();
  if (!law) return undefined;
  if (law.model === 'opt-out' && reasons[key] === 'choice' && !granted[key]) return locale.law.optedOut;
  if (reasons[key] !== 'regime') return undefined;
  const { rules } = state.activeRegime;
  return (rules[key] ?? rules.others) === 'exempt' ? locale.law.exempt : locale.law.untilObjection;
};
