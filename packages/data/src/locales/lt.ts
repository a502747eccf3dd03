import type { Locale } from '../types.js';

// Dates end with a full stop ("2026 m. gegužės 12 d."), so none stands at the end of a sentence.
export const locale = {
  lang: 'lt',
  dir: 'ltr',
  title: 'Slapukai ir panašios technologijos',
  ask: '{controller} pageidauja naudoti neprivalomus slapukus ir panašias technologijas šiais tikslais: {purposes}.',
  withdraw:
    'Neprivalomi duomenys įrašomi tik gavus jūsų sutikimą. Privatumo nustatymuose galite bet kuriuo metu pakeisti savo pasirinkimą arba atšaukti sutikimą.',
  serviceCount: 'Susijusių paslaugų skaičius: {count}',
  policyLink: 'Privatumo politika',
  accept: 'Priimti visus',
  reject: 'Atmesti visus',
  choose: 'Pasirinkti',
  preferences: 'Privatumo nustatymai',
  preferencesIntro: 'Spręskite dėl kiekvieno tikslo atskirai. Savo pasirinkimą galite pakeisti bet kuriuo metu.',
  save: 'Išsaugoti pasirinkimą',
  close: 'Uždaryti',
  saved: 'Jūsų pasirinkimas išsaugotas.',
  announcement: 'Slapukų ir panašių technologijų parinktys pateikiamos puslapio pradžioje.',
  appliesAtOnce: 'Pakeitimai taikomi iš karto.',
  alwaysOn: 'Visada įjungta',
  on: 'Įjungta',
  off: 'Išjungta',
  gpc: 'Į jūsų nesutikimą atsižvelgta. Jūsų naršyklė siunčia signalą „Global Privacy Control“, todėl ši parinktis lieka išjungta.',
  gpcHonored: 'Į jūsų nesutikimą atsižvelgta. Jūsų naršyklė siunčia signalą „Global Privacy Control“.',
  details: 'Paslaugos ir saugomi duomenys',
  columns: { name: 'Pavadinimas', kind: 'Tipas', lifetime: 'Saugojimo trukmė' },
  kinds: {
    cookie: 'Slapukas',
    localStorage: 'Vietinė saugykla',
    sessionStorage: 'Seanso saugykla',
    indexedDB: 'Duomenų bazė',
    cacheStorage: 'Podėlis',
  },
  session: 'kol uždarysite kortelę arba naršyklę',
  persistent: 'kol ištrinsite svetainės duomenis',
  lifetimeNote:
    'Naršyklė gali ištrinti šiuos duomenis anksčiau. Dauguma naršyklių slapukus saugo ne ilgiau kaip 400 dienų.',
  servicePolicy: 'Privatumo politika: {service}',
  noServices: 'Šiam tikslui nenurodyta nė viena paslauga.',
  thisSite: 'Ši svetainė',
  categories: {
    necessary: { label: 'Būtinieji', description: 'Reikalingi, kad svetainė veiktų.' },
    functional: {
      label: 'Papildomos funkcijos',
      description: 'Pavyzdžiui, įterptieji vaizdo įrašai, žemėlapiai ir pokalbiai internetu.',
    },
    analytics: {
      label: 'Analizė',
      description: 'Siekiant tobulinti svetainę, matuojama, kuriuose puslapiuose lankomasi.',
    },
    marketing: {
      label: 'Rinkodara',
      description: 'Rodoma jūsų interesais pagrįsta reklama ir matuojamas jos poveikis.',
    },
  },
  acceptance: {
    title: 'Atnaujinta politika',
    inForce: 'Nuo {date} galioja mūsų politikos versija {version}.',
    apart: 'Jūsų pasirinkimas dėl slapukų ir panašių technologijų nesikeičia.',
    read: 'Skaityti politiką',
    newTab: '(atidaroma naujoje kortelėje)',
    accept: 'Priimti',
    decline: 'Nepriimti',
  },
  embed: {
    ask: 'Jei įkelsite šį turinį, jūsų naršyklė prisijungs prie šios paslaugos: {service}.',
    once: 'Įkelti vieną kartą',
    always: 'Visada leisti: {category}',
  },
  law: {
    choices: 'Jūsų privatumo pasirinkimai',
    choicesIntro:
      'Šie tikslai yra įjungti, nebent pareikšite nesutikimą. Bet kuriuo metu galite pareikšti nesutikimą dėl kiekvieno tikslo atskirai arba dėl visų.',
    optedOut: 'Jūs pareiškėte nesutikimą.',
    honored: 'Į jūsų nesutikimą atsižvelgta',
    optInAgain: 'Pareiškėte nesutikimą dėl šių tikslų: {purposes}. Ar norite vėl juos leisti?',
    optIn: 'Vėl leisti',
    stayOptedOut: 'Toliau nesutikti',
    notice:
      '{controller} naudoja slapukus ir panašias technologijas šiais tikslais: {purposes}. Galite bet kuriuo metu pareikšti nesutikimą.',
    object: 'Pareikšti nesutikimą',
    untilObjection: 'Įjungta, nebent pareikšite nesutikimą.',
    exempt: 'Įstatymas leidžia tai daryti be sutikimo.',
    minors: 'Jei jums dar nėra {age} metų, spręskite kartu su vienu iš tėvų arba globėju.',
    authority: 'Galite pateikti skundą priežiūros institucijai: {authority}.',
    withdrawalEffect:
      'Jei atšauksite sutikimą, iki tol atliktas duomenų tvarkymas liks teisėtas. Funkcijos, kurioms reikia jūsų sutikimo, nustos veikti.',
  },
} as const satisfies Locale;
