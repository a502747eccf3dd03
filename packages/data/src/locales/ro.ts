import type { Locale } from '../types.js';

export const locale = {
  lang: 'ro',
  dir: 'ltr',
  title: 'Module cookie și tehnologii similare',
  ask: '{controller} dorește să utilizeze module cookie opționale și tehnologii similare în următoarele scopuri: {purposes}.',
  withdraw:
    'Fără consimțământul dumneavoastră nu se stochează nicio informație opțională. Vă puteți modifica alegerea sau vă puteți retrage consimțământul în orice moment din setările de confidențialitate.',
  serviceCount: 'Numărul serviciilor implicate: {count}',
  policyLink: 'Politica de confidențialitate',
  accept: 'Accept toate',
  reject: 'Refuz toate',
  choose: 'Aleg scopurile',
  preferences: 'Setări de confidențialitate',
  preferencesIntro: 'Decideți separat pentru fiecare scop. Vă puteți modifica alegerea în orice moment.',
  save: 'Salvez alegerea',
  close: 'Închidere',
  saved: 'Alegerea dumneavoastră a fost salvată.',
  announcement: 'Opțiunile privind modulele cookie și tehnologiile similare se află la începutul paginii.',
  appliesAtOnce: 'Modificările se aplică imediat.',
  alwaysOn: 'Întotdeauna active',
  on: 'Activat',
  off: 'Dezactivat',
  gpc: 'S-a dat curs cererii dumneavoastră de opoziție. Browserul dumneavoastră transmite semnalul Global Privacy Control, prin urmare acest scop rămâne dezactivat.',
  gpcHonored:
    'S-a dat curs cererii dumneavoastră de opoziție. Browserul dumneavoastră transmite semnalul Global Privacy Control.',
  details: 'Servicii și date stocate',
  columns: { name: 'Denumire', kind: 'Tip', lifetime: 'Durată de stocare' },
  kinds: {
    cookie: 'Modul cookie',
    localStorage: 'Stocare locală',
    sessionStorage: 'Stocare de sesiune',
    indexedDB: 'Bază de date',
    cacheStorage: 'Memorie cache',
  },
  session: 'până la închiderea filei sau a browserului',
  persistent: 'până la ștergerea datelor site-ului',
  lifetimeNote:
    'Browserul dumneavoastră poate șterge aceste date mai devreme. Majoritatea browserelor păstrează modulele cookie cel mult 400 de zile.',
  servicePolicy: 'Politica de confidențialitate a serviciului {service}',
  noServices: 'Pentru acest scop nu este indicat niciun serviciu.',
  thisSite: 'Acest site',
  categories: {
    necessary: { label: 'Necesare', description: 'Indispensabile pentru funcționarea site-ului.' },
    functional: {
      label: 'Funcții suplimentare',
      description: 'Funcționalități suplimentare, precum videoclipuri încorporate, hărți și chat.',
    },
    analytics: {
      label: 'Analiză',
      description: 'Măsurarea utilizării fiecărei pagini, în scopul îmbunătățirii site-ului.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Afișarea de publicitate pe baza intereselor dumneavoastră și măsurarea efectului acesteia.',
    },
  },
  acceptance: {
    title: 'Politică actualizată',
    inForce: 'Versiunea {version} a politicii noastre este în vigoare din data de {date}.',
    apart: 'Alegerea dumneavoastră privind modulele cookie și tehnologiile similare rămâne neschimbată.',
    read: 'Citiți politica',
    newTab: '(se deschide într-o filă nouă)',
    accept: 'Accept politica',
    decline: 'Nu accept politica',
  },
  embed: {
    ask: 'Dacă încărcați acest conținut, browserul dumneavoastră se conectează la {service}.',
    once: 'Încarc o dată',
    always: 'Permit întotdeauna: {category}',
  },
  law: {
    choices: 'Opțiunile dumneavoastră de confidențialitate',
    choicesIntro:
      'Aceste scopuri sunt active cât timp nu vă opuneți. Vă puteți opune fiecăruia dintre ele sau tuturor, în orice moment.',
    optedOut: 'Opoziția dumneavoastră a fost înregistrată.',
    honored: 'S-a dat curs cererii dumneavoastră de opoziție',
    optInAgain: 'V-ați opus următoarelor scopuri: {purposes}. Doriți să le permiteți din nou?',
    optIn: 'Permit din nou',
    stayOptedOut: 'Mențin opoziția',
    notice:
      '{controller} utilizează module cookie și tehnologii similare în următoarele scopuri: {purposes}. Vă puteți opune în orice moment.',
    object: 'Mă opun',
    untilObjection: 'Acest scop este activ cât timp nu vă opuneți.',
    exempt: 'Legea permite acest lucru fără consimțământ.',
    minors:
      'Dacă vârsta dumneavoastră, în ani, este mai mică de {age}, decideți împreună cu un părinte sau cu un tutore.',
    authority: 'Puteți depune o plângere la autoritatea de supraveghere: {authority}.',
    withdrawalEffect:
      'Dacă vă retrageți consimțământul, ceea ce s-a efectuat anterior rămâne legal. Funcționalitățile care necesită consimțământul dumneavoastră nu mai sunt disponibile.',
  },
} as const satisfies Locale;
