import type { Locale } from '../types.js';

// "Ridhaa" is the word for consent in Tanzania's law on personal data.
// In `ask` the verb agrees with the consent, so that names of companies and of people fit.
export const locale = {
  lang: 'sw',
  dir: 'ltr',
  title: 'Vidakuzi na teknolojia zinazofanana',
  ask: 'Ridhaa yako inaombwa na {controller} kwa matumizi ya vidakuzi vya hiari na teknolojia zinazofanana kwa madhumuni yafuatayo: {purposes}.',
  withdraw:
    'Hakuna data ya hiari inayohifadhiwa bila ridhaa yako. Unaweza kubadilisha machaguo yako au kuondoa ridhaa yako wakati wowote katika mipangilio ya faragha.',
  serviceCount: 'Idadi ya huduma zinazohusika: {count}',
  policyLink: 'Sera ya faragha',
  accept: 'Kubali vyote',
  reject: 'Kataa vyote',
  choose: 'Chagua',
  preferences: 'Mipangilio ya faragha',
  preferencesIntro: 'Fanya uamuzi kwa kila dhumuni. Unaweza kubadilisha machaguo yako wakati wowote.',
  save: 'Hifadhi machaguo',
  close: 'Funga',
  saved: 'Machaguo yako yamehifadhiwa.',
  announcement: 'Machaguo kuhusu vidakuzi na teknolojia zinazofanana yapo mwanzoni mwa ukurasa.',
  appliesAtOnce: 'Mabadiliko huanza kutumika mara moja.',
  alwaysOn: 'Imewashwa wakati wote',
  on: 'Imewashwa',
  off: 'Imezimwa',
  gpc: 'Ombi la kujiondoa limetekelezwa. Kivinjari chako kinatuma ishara ya Global Privacy Control, kwa hiyo dhumuni hili linabaki limezimwa.',
  gpcHonored: 'Ombi la kujiondoa limetekelezwa. Kivinjari chako kinatuma ishara ya Global Privacy Control.',
  details: 'Huduma na uhifadhi',
  columns: { name: 'Jina', kind: 'Aina', lifetime: 'Muda' },
  kinds: {
    cookie: 'Kidakuzi',
    localStorage: 'Hifadhi ya ndani',
    sessionStorage: 'Hifadhi ya kipindi',
    indexedDB: 'Hifadhidata',
    cacheStorage: 'Akiba ya muda',
  },
  session: 'hadi utakapofunga kichupo au kivinjari',
  persistent: 'hadi utakapofuta data ya tovuti',
  lifetimeNote:
    'Kivinjari chako kinaweza kufuta data hii mapema zaidi. Vivinjari vilivyo vingi huhifadhi vidakuzi kwa siku zisizozidi 400.',
  servicePolicy: 'Sera ya faragha ya {service}',
  noServices: 'Hakuna huduma iliyotajwa kwa dhumuni hili.',
  thisSite: 'Tovuti hii',
  categories: {
    necessary: { label: 'Vya lazima', description: 'Vinahitajika ili tovuti ifanye kazi.' },
    functional: {
      label: 'Vipengele vya ziada',
      description: 'Vipengele vya ziada kama vile video zilizopachikwa, ramani na gumzo.',
    },
    analytics: { label: 'Uchanganuzi', description: 'Kupima ni kurasa zipi zinazotumika, ili kuboresha tovuti.' },
    marketing: {
      label: 'Matangazo ya biashara',
      description: 'Kuonyesha matangazo kulingana na mambo yanayokuvutia na kupima matokeo yake.',
    },
  },
  acceptance: {
    title: 'Sera iliyosasishwa',
    inForce: 'Toleo {version} la sera yetu linatumika tangu tarehe {date}.',
    apart: 'Machaguo yako kuhusu vidakuzi na teknolojia zinazofanana hayabadiliki.',
    read: 'Soma sera',
    newTab: '(inafunguka katika kichupo kipya)',
    accept: 'Kubali',
    decline: 'Usikubali',
  },
  embed: {
    ask: 'Ukipakia maudhui haya, kivinjari chako kitaunganishwa na {service}.',
    once: 'Pakia mara hii tu',
    always: 'Ruhusu kila wakati: {category}',
  },
  law: {
    choices: 'Machaguo yako ya faragha',
    choicesIntro:
      'Madhumuni haya hubaki yamewashwa isipokuwa ukijiondoa. Unaweza kujiondoa katika kila dhumuni, au katika yote, wakati wowote.',
    optedOut: 'Umejiondoa.',
    honored: 'Ombi la kujiondoa limetekelezwa',
    optInAgain: 'Umejiondoa katika haya: {purposes}. Je, unataka kuyaruhusu tena?',
    optIn: 'Ruhusu tena',
    stayOptedOut: 'Baki umejiondoa',
    notice:
      'Vidakuzi na teknolojia zinazofanana vinatumiwa na {controller} kwa madhumuni yafuatayo: {purposes}. Unaweza kujiondoa wakati wowote.',
    object: 'Jiondoe',
    untilObjection: 'Dhumuni hili hubaki limewashwa isipokuwa ukijiondoa.',
    exempt: 'Sheria inaruhusu hili bila ridhaa.',
    minors: 'Ikiwa una umri wa chini ya miaka {age}, fanya uamuzi pamoja na mzazi au mlezi.',
    authority: 'Unaweza kuwasilisha malalamiko kwa mamlaka ya usimamizi: {authority}.',
    withdrawalEffect:
      'Ukiondoa ridhaa yako, yaliyofanyika awali yanabaki halali. Vipengele vinavyohitaji ridhaa yako huacha kufanya kazi.',
  },
} as const satisfies Locale;
