import type { Locale } from '../types.js';

// \u00A0 keeps a one-letter word from the end of a line, and a number with its unit.
export const locale = {
  lang: 'sk',
  dir: 'ltr',
  title: 'Súbory cookie a\u00A0podobné technológie',
  ask: '{controller} chce používať voliteľné súbory cookie a\u00A0podobné technológie na tieto účely: {purposes}.',
  withdraw:
    'Bez vášho súhlasu sa žiadne voliteľné informácie neukladajú. V\u00A0nastaveniach súkromia môžete kedykoľvek zmeniť svoj výber alebo odvolať svoj súhlas.',
  serviceCount: 'Počet služieb, ktorých sa to týka: {count}',
  policyLink: 'Zásady ochrany osobných údajov',
  accept: 'Prijať všetko',
  reject: 'Odmietnuť všetko',
  choose: 'Vybrať',
  preferences: 'Nastavenia súkromia',
  preferencesIntro: 'Rozhodnite o\u00A0každom účele osobitne. Svoj výber môžete kedykoľvek zmeniť.',
  save: 'Uložiť výber',
  close: 'Zavrieť',
  saved: 'Váš výber bol uložený.',
  announcement: 'Možnosti týkajúce sa súborov cookie a\u00A0podobných technológií sú na začiatku stránky.',
  appliesAtOnce: 'Zmeny sa uplatnia okamžite.',
  alwaysOn: 'Vždy zapnuté',
  on: 'Zapnuté',
  off: 'Vypnuté',
  gpc: 'Vašej námietke sa vyhovelo. Váš prehliadač odosiela signál Global Privacy Control, preto tento účel zostáva vypnutý.',
  gpcHonored: 'Vašej námietke sa vyhovelo. Váš prehliadač odosiela signál Global Privacy Control.',
  details: 'Služby a\u00A0ukladané údaje',
  columns: { name: 'Názov', kind: 'Typ', lifetime: 'Doba uchovávania' },
  kinds: {
    cookie: 'Súbor cookie',
    localStorage: 'Lokálne úložisko',
    sessionStorage: 'Úložisko relácie',
    indexedDB: 'Databáza',
    cacheStorage: 'Vyrovnávacia pamäť',
  },
  session: 'do zatvorenia karty alebo prehliadača',
  persistent: 'do vymazania údajov webového sídla',
  lifetimeNote:
    'Váš prehliadač môže tieto údaje vymazať skôr. Väčšina prehliadačov uchováva súbory cookie najviac 400\u00A0dní.',
  servicePolicy: 'Zásady ochrany osobných údajov služby {service}',
  noServices: 'Na tento účel nie je uvedená žiadna služba.',
  thisSite: 'Toto webové sídlo',
  categories: {
    necessary: { label: 'Nevyhnutné', description: 'Potrebné na fungovanie webového sídla.' },
    functional: {
      label: 'Doplnkové funkcie',
      description: 'Ďalšie funkcie, napríklad vložené videá, mapy a\u00A0chat.',
    },
    analytics: {
      label: 'Analytika',
      description: 'Meranie používania jednotlivých stránok s\u00A0cieľom zlepšovať webové sídlo.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Zobrazovanie reklamy na základe vašich záujmov a\u00A0meranie jej účinnosti.',
    },
  },
  acceptance: {
    title: 'Aktualizované zásady',
    inForce: 'Verzia {version} našich zásad je účinná od {date}.',
    apart: 'Váš výber týkajúci sa súborov cookie a\u00A0podobných technológií zostáva bez zmeny.',
    read: 'Prečítať zásady',
    newTab: '(otvorí sa na novej karte)',
    accept: 'Prijať',
    decline: 'Neprijať',
  },
  embed: {
    ask: 'Ak tento obsah načítate, váš prehliadač sa pripojí k\u00A0službe {service}.',
    once: 'Načítať raz',
    always: 'Vždy povoliť: {category}',
  },
  law: {
    choices: 'Váš výber v\u00A0oblasti súkromia',
    choicesIntro:
      'Tieto účely sú zapnuté, kým nevznesiete námietku. Námietku môžete kedykoľvek vzniesť proti každému z\u00A0nich osobitne alebo proti všetkým.',
    optedOut: 'Vaša námietka bola vznesená.',
    honored: 'Vašej námietke sa vyhovelo',
    optInAgain: 'Vaša námietka sa týka týchto účelov: {purposes}. Chcete ich znova povoliť?',
    optIn: 'Znova povoliť',
    stayOptedOut: 'Ponechať námietku',
    notice:
      '{controller} používa súbory cookie a\u00A0podobné technológie na tieto účely: {purposes}. Námietku môžete vzniesť kedykoľvek.',
    object: 'Vzniesť námietku',
    untilObjection: 'Zapnuté, kým nevznesiete námietku.',
    exempt: 'Právne predpisy to umožňujú bez súhlasu.',
    minors: 'Ak máte menej ako {age}\u00A0rokov, rozhodnite sa spoločne s\u00A0rodičom alebo iným zákonným zástupcom.',
    authority: 'Môžete podať sťažnosť dozornému orgánu: {authority}.',
    withdrawalEffect:
      'Odvolanie súhlasu nemá vplyv na zákonnosť spracúvania, ktoré sa uskutočnilo pred jeho odvolaním. Funkcie, ktoré vyžadujú váš súhlas, prestanú fungovať.',
  },
} as const satisfies Locale;
