import type { Locale } from '../types.js';

// No verb agrees with {controller}, whose gender is unknown, and no article precedes a name or a date. {controller} comes first,
// because `thisSite` starts with a capital.
export const locale = {
  lang: 'mt',
  dir: 'ltr',
  title: 'Cookies u teknoloġiji simili',
  ask: '{controller}: nixtiequ nużaw cookies fakultattivi u teknoloġiji simili għall-iskopijiet li ġejjin: {purposes}.',
  withdraw:
    'Mingħajr il-kunsens tiegħek ma jinħażen xejn fakultattiv. Tista’ tbiddel l-għażliet tiegħek jew tirtira l-kunsens tiegħek fi kwalunkwe ħin fil-preferenzi tal-privatezza.',
  serviceCount: 'Servizzi involuti: {count}',
  policyLink: 'Politika dwar il-privatezza',
  accept: 'Aċċetta kollox',
  reject: 'Irrifjuta kollox',
  choose: 'Agħżel',
  preferences: 'Preferenzi tal-privatezza',
  preferencesIntro: 'Iddeċiedi għal kull skop. Tista’ tbiddel l-għażliet tiegħek fi kwalunkwe ħin.',
  save: 'Aħżen l-għażliet',
  close: 'Agħlaq',
  saved: 'L-għażliet tiegħek inħażnu.',
  announcement: 'L-għażliet dwar il-cookies u t-teknoloġiji simili jinsabu fil-bidu tal-paġna.',
  appliesAtOnce: 'Il-bidliet japplikaw immedjatament.',
  alwaysOn: 'Dejjem attiv',
  on: 'Attiv',
  off: 'Mhux attiv',
  gpc: 'L-oġġezzjoni tiegħek ġiet rispettata. Il-brawżer tiegħek jibgħat is-sinjal “Global Privacy Control”, u għalhekk dan l-iskop jibqa’ mhux attiv.',
  gpcHonored: 'L-oġġezzjoni tiegħek ġiet rispettata. Il-brawżer tiegħek jibgħat is-sinjal “Global Privacy Control”.',
  details: 'Servizzi u ħżin',
  columns: { name: 'Isem', kind: 'Tip', lifetime: 'Tul taż-żmien' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Ħżin lokali',
    sessionStorage: 'Ħżin tas-sessjoni',
    indexedDB: 'Bażi tad-data',
    cacheStorage: 'Memorja cache',
  },
  session: 'sakemm tagħlaq it-tab jew il-brawżer',
  persistent: 'sakemm tħassar id-data tas-sit web',
  lifetimeNote:
    'Il-brawżer tiegħek jista’ jħassar din id-data aktar kmieni. Il-biċċa l-kbira tal-brawżers iżommu l-cookies għal mhux aktar minn 400 jum.',
  servicePolicy: 'Politika dwar il-privatezza: {service}',
  noServices: 'Għal dan l-iskop ma huwa ddikjarat l-ebda servizz.',
  thisSite: 'Dan is-sit web',
  categories: {
    necessary: { label: 'Neċessarji', description: 'Meħtieġa biex is-sit web jaħdem.' },
    functional: {
      label: 'Funzjonijiet addizzjonali',
      description: 'Karatteristiċi addizzjonali, bħal filmati inkorporati, mapep u chat.',
    },
    analytics: {
      label: 'Analitika',
      description: 'Kejl ta’ liema paġni jintużaw, bil-għan li jittejjeb is-sit web.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Wiri ta’ reklami bbażati fuq l-interessi tiegħek u kejl tal-effett tagħhom.',
    },
  },
  acceptance: {
    title: 'Politika aġġornata',
    inForce: 'Il-verżjoni {version} tal-politika tagħna hija fis-seħħ. Data tad-dħul fis-seħħ: {date}.',
    apart: 'L-għażliet tiegħek dwar il-cookies u t-teknoloġiji simili jibqgħu kif inhuma.',
    read: 'Aqra l-politika',
    newTab: '(tinfetaħ f’tab ġdida)',
    accept: 'Naċċetta',
    decline: 'Ma naċċettax',
  },
  embed: {
    ask: 'Jekk tgħabbi dan il-kontenut, il-brawżer tiegħek jikkonnettja ma’ dan is-servizz: {service}.',
    once: 'Għabbi darba',
    always: 'Ippermetti dejjem: {category}',
  },
  law: {
    choices: 'L-għażliet tiegħek dwar il-privatezza',
    choicesIntro:
      'Dawn l-iskopijiet ikunu attivi sakemm ma toġġezzjonax. Tista’ toġġezzjona għal kull wieħed minnhom, jew għalihom kollha, fi kwalunkwe ħin.',
    optedOut: 'L-oġġezzjoni tiegħek ġiet irreġistrata.',
    honored: 'L-oġġezzjoni tiegħek ġiet rispettata',
    optInAgain: 'Oġġezzjonajt għal dan: {purposes}. Trid terġa’ tippermetti dan?',
    optIn: 'Erġa’ ppermetti',
    stayOptedOut: 'Żomm l-oġġezzjoni',
    notice:
      '{controller}: nużaw cookies u teknoloġiji simili għall-iskopijiet li ġejjin: {purposes}. Tista’ toġġezzjona fi kwalunkwe ħin.',
    object: 'Oġġezzjona',
    untilObjection: 'Dan l-iskop ikun attiv sakemm ma toġġezzjonax.',
    exempt: 'Il-liġi tippermetti dan mingħajr kunsens.',
    minors: 'Jekk l-età tiegħek, fi snin, hija inqas minn {age}, iddeċiedi flimkien ma’ ġenitur jew tutur.',
    authority: 'Tista’ tressaq ilment quddiem l-awtorità superviżorja: {authority}.',
    withdrawalEffect:
      'Jekk tirtira l-kunsens tiegħek, dak li sar qabel jibqa’ legali. Il-karatteristiċi li jeħtieġu l-kunsens tiegħek ma jibqgħux jaħdmu.',
  },
} as const satisfies Locale;
