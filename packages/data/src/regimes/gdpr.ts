import type { Regime, Source } from '../types.js';

/**
 * ePrivacy Directive Art. 5(3) with the GDPR: the European Economic Area. What is not strictly necessary asks first,
 * local storage included.
 *
 * Both clocks are the longest six calendar months: CNIL calls six months good practice for a yes and a no alike, and
 * the Italian authority forbids asking again sooner.
 */
export const gdpr = {
  id: 'gdpr',
  places: [
    'AT',
    'BE',
    'BG',
    'HR',
    'CY',
    'CZ',
    'DE',
    'DK',
    'EE',
    'ES',
    'FI',
    'FR',
    'GR',
    'HU',
    'IE',
    'IS',
    'IT',
    'LI',
    'LT',
    'LU',
    'LV',
    'MT',
    'NL',
    'NO',
    'PL',
    'PT',
    'RO',
    'SE',
    'SI',
    'SK',
  ],
  rules: { others: 'ask' },
  grantMaxAgeDays: 184,
  refusalCooldownDays: 184,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.cnil.fr/fr/node/167364',
    'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
    'https://www.daimonart.it/gdpr-cookies-adeguamenti/',
  ],
  reviewedOn: '2026-11-21',
};
