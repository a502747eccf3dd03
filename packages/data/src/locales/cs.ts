import type { Locale } from '../types.js';

// \u00A0 keeps a one-letter word from the end of a line, and a number with its unit.
export const locale = {
  lang: 'cs',
  dir: 'ltr',
  title: 'Soubory cookie a\u00A0podobné technologie',
  ask: '{controller} chce používat volitelné soubory cookie a\u00A0podobné technologie k\u00A0těmto účelům: {purposes}.',
  withdraw:
    'Bez vašeho souhlasu se žádné volitelné informace neukládají. V\u00A0nastavení soukromí můžete kdykoli změnit svůj výběr nebo odvolat svůj souhlas.',
  serviceCount: 'Počet služeb, kterých se to týká: {count}',
  policyLink: 'Zásady ochrany osobních údajů',
  accept: 'Přijmout vše',
  reject: 'Odmítnout vše',
  choose: 'Vybrat',
  preferences: 'Nastavení soukromí',
  preferencesIntro: 'Rozhodněte o\u00A0každém účelu zvlášť. Svůj výběr můžete kdykoli změnit.',
  save: 'Uložit výběr',
  close: 'Zavřít',
  saved: 'Váš výběr byl uložen.',
  announcement: 'Možnosti týkající se souborů cookie a\u00A0podobných technologií jsou na začátku stránky.',
  appliesAtOnce: 'Změny se uplatní okamžitě.',
  alwaysOn: 'Vždy zapnuto',
  on: 'Zapnuto',
  off: 'Vypnuto',
  gpc: 'Vaší námitce bylo vyhověno. Váš prohlížeč odesílá signál Global Privacy Control, proto tento účel zůstává vypnutý.',
  gpcHonored: 'Vaší námitce bylo vyhověno. Váš prohlížeč odesílá signál Global Privacy Control.',
  details: 'Služby a\u00A0ukládané údaje',
  columns: { name: 'Název', kind: 'Typ', lifetime: 'Doba uložení' },
  kinds: {
    cookie: 'Soubor cookie',
    localStorage: 'Místní úložiště',
    sessionStorage: 'Úložiště relace',
    indexedDB: 'Databáze',
    cacheStorage: 'Mezipaměť',
  },
  session: 'do zavření karty nebo prohlížeče',
  persistent: 'do smazání dat webu',
  lifetimeNote:
    'Váš prohlížeč může tyto údaje smazat dříve. Většina prohlížečů uchovává soubory cookie nejvýše 400\u00A0dní.',
  servicePolicy: 'Zásady ochrany osobních údajů služby {service}',
  noServices: 'Pro tento účel není uvedena žádná služba.',
  thisSite: 'Tento web',
  categories: {
    necessary: { label: 'Nezbytné', description: 'Potřebné k\u00A0fungování webu.' },
    functional: { label: 'Doplňkové funkce', description: 'Další funkce, například vložená videa, mapy a\u00A0chat.' },
    analytics: { label: 'Analytika', description: 'Měření používání jednotlivých stránek za účelem zlepšování webu.' },
    marketing: {
      label: 'Marketing',
      description: 'Zobrazování reklamy na základě vašich zájmů a\u00A0měření její účinnosti.',
    },
  },
  acceptance: {
    title: 'Aktualizované zásady',
    inForce: 'Verze {version} našich zásad je účinná od {date}.',
    apart: 'Váš výběr týkající se souborů cookie a\u00A0podobných technologií zůstává beze změny.',
    read: 'Přečíst zásady',
    newTab: '(otevře se na nové kartě)',
    accept: 'Přijmout',
    decline: 'Nepřijmout',
  },
  embed: {
    ask: 'Pokud tento obsah načtete, váš prohlížeč se připojí ke službě {service}.',
    once: 'Načíst jednou',
    always: 'Vždy povolit: {category}',
  },
  law: {
    choices: 'Váš výběr v\u00A0oblasti soukromí',
    choicesIntro:
      'Tyto účely jsou zapnuté, dokud nevznesete námitku. Námitku můžete kdykoli vznést proti každému z\u00A0nich zvlášť nebo proti všem.',
    optedOut: 'Vaše námitka byla vznesena.',
    honored: 'Vaší námitce bylo vyhověno',
    optInAgain: 'Vaše námitka se týká těchto účelů: {purposes}. Chcete je znovu povolit?',
    optIn: 'Znovu povolit',
    stayOptedOut: 'Ponechat námitku',
    notice:
      '{controller} používá soubory cookie a\u00A0podobné technologie k\u00A0těmto účelům: {purposes}. Námitku můžete vznést kdykoli.',
    object: 'Vznést námitku',
    untilObjection: 'Zapnuto, dokud nevznesete námitku.',
    exempt: 'Právní předpisy to umožňují bez souhlasu.',
    minors:
      'Pokud je vám méně než {age}\u00A0let, rozhodněte se společně s\u00A0rodičem nebo jiným zákonným zástupcem.',
    authority: 'Můžete podat stížnost u\u00A0dozorového úřadu: {authority}.',
    withdrawalEffect:
      'Odvoláním souhlasu není dotčena zákonnost zpracování, které proběhlo před jeho odvoláním. Funkce, které vyžadují váš souhlas, přestanou fungovat.',
  },
} as const satisfies Locale;
