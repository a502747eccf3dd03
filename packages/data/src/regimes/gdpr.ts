import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * ePrivacy Directive Art. 5(3) with the GDPR: the members of the European Economic Area that have no file of their own. What
 * is not strictly necessary asks first, local storage included. The vast majority of the authorities want a reject button on
 * every layer that has an accept button; that report does not bind.
 *
 * No term is fixed. CNIL calls six months good practice for a yes and a no alike, and the Italian authority forbids asking
 * again sooner. Member states set the age of GDPR Art. 8 between 13 and 16; where it was not read, 16 holds.
 */
export const regime = {
  id: 'gdpr',
  places: [
    'AT',
    'BG',
    'HR',
    'CY',
    'EE',
    'FI',
    'HU',
    'IS',
    'LI',
    'LT',
    'LV',
    'MT',
    'NO',
    'PL',
    'PT',
    'RO',
    'SE',
    'SI',
    'SK',
  ],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'ePrivacy Directive Art. 5(3) and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 16, rule: 'parent-consents' }],
  authorities: {
    AT: { name: 'Österreichische Datenschutzbehörde', url: 'https://www.dsb.gv.at/' },
    BG: { name: 'Commission for Personal Data Protection', url: 'https://www.cpdp.bg/' },
    HR: { name: 'Agencija za zaštitu osobnih podataka', url: 'https://azop.hr/' },
    CY: { name: 'Office of the Commissioner for Personal Data Protection', url: 'https://www.gov.cy/dataprotection/' },
    EE: { name: 'Andmekaitse Inspektsioon', url: 'https://www.aki.ee/' },
    FI: { name: 'Office of the Data Protection Ombudsman', url: 'https://tietosuoja.fi/en/home' },
    HU: { name: 'National Authority for Data Protection and Freedom of Information', url: 'https://www.naih.hu/' },
    IS: { name: 'Persónuvernd', url: 'https://www.personuvernd.is/' },
    LI: { name: 'Datenschutzstelle', url: 'https://www.datenschutzstelle.li/' },
    LT: { name: 'State Data Protection Inspectorate', url: 'https://vdai.lrv.lt/' },
    LV: { name: 'Data State Inspectorate', url: 'https://www.dvi.gov.lv/' },
    MT: { name: 'Information and Data Protection Commissioner', url: 'https://idpc.org.mt/' },
    NO: { name: 'Datatilsynet', url: 'https://www.datatilsynet.no/' },
    PL: { name: 'Urząd Ochrony Danych Osobowych', url: 'https://uodo.gov.pl/' },
    PT: { name: 'Comissão Nacional de Proteção de Dados', url: 'https://www.cnpd.pt/' },
    RO: { name: 'National Supervisory Authority for Personal Data Processing', url: 'https://www.dataprotection.ro/' },
    SE: { name: 'Integritetsskyddsmyndigheten', url: 'https://www.imy.se/' },
    SI: { name: 'Information Commissioner', url: 'https://www.ip-rs.si/' },
    SK: { name: 'Úrad na ochranu osobných údajov', url: 'https://dataprotection.gov.sk/' },
  },
};

export const source: Source = {
  urls: [
    'https://www.technologylawdispatch.com/?p=7483',
    'https://www.clearycyberwatch.com/2023/02/key-takeaways-from-the-edpbs-cookie-banner-taskforce-report/',
    'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
    'https://www.daimonart.it/gdpr-cookies-adeguamenti/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
