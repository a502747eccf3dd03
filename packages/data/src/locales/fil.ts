import type { Locale } from '../types.js';

export const locale = {
  lang: 'fil',
  dir: 'ltr',
  title: 'Mga cookie at katulad na teknolohiya',
  ask: 'Ang {controller} ay humihingi ng inyong pahintulot sa paggamit ng mga opsiyonal na cookie at katulad na teknolohiya para sa mga sumusunod na layunin: {purposes}.',
  withdraw:
    'Walang iniimbak na opsiyonal na data nang wala ang inyong pahintulot. Maaari ninyong baguhin ang inyong pinili o bawiin ang inyong pahintulot anumang oras sa mga setting ng privacy.',
  serviceCount: 'Bilang ng mga kasangkot na serbisyo: {count}',
  policyLink: 'Patakaran sa privacy',
  accept: 'Tanggapin ang lahat',
  reject: 'Tanggihan ang lahat',
  choose: 'Pumili',
  preferences: 'Mga setting ng privacy',
  preferencesIntro: 'Pumili para sa bawat layunin. Maaari ninyong baguhin ang inyong pinili anumang oras.',
  save: 'I-save ang mga pinili',
  close: 'Isara',
  saved: 'Na-save na ang inyong mga pinili.',
  announcement: 'Nasa simula ng pahina ang mga pagpipilian tungkol sa mga cookie at katulad na teknolohiya.',
  appliesAtOnce: 'Nagkakabisa agad ang mga pagbabago.',
  alwaysOn: 'Palaging naka-on',
  on: 'Naka-on',
  off: 'Naka-off',
  gpc: 'Sinunod ang inyong kahilingang tumanggi. Nagpapadala ang inyong browser ng signal na Global Privacy Control, kaya nananatiling naka-off ang layuning ito.',
  gpcHonored:
    'Sinunod ang inyong kahilingang tumanggi. Nagpapadala ang inyong browser ng signal na Global Privacy Control.',
  details: 'Mga serbisyo at imbakan',
  columns: { name: 'Pangalan', kind: 'Uri', lifetime: 'Tagal ng pag-iimbak' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Lokal na imbakan',
    sessionStorage: 'Imbakan ng sesyon',
    indexedDB: 'Database',
    cacheStorage: 'Cache',
  },
  session: 'hanggang sa isara ninyo ang tab o browser',
  persistent: 'hanggang sa burahin ninyo ang data ng website',
  lifetimeNote:
    'Maaaring burahin ng inyong browser ang mga ito nang mas maaga. Pinananatili ng karamihan sa mga browser ang mga cookie nang hindi hihigit sa 400 araw.',
  servicePolicy: 'Patakaran sa privacy ng {service}',
  noServices: 'Walang nakatalang serbisyo para sa layuning ito.',
  thisSite: 'Website na ito',
  categories: {
    necessary: { label: 'Kinakailangan', description: 'Kailangan upang gumana ang website.' },
    functional: {
      label: 'Mga karagdagang tampok',
      description: 'Mga karagdagang tampok gaya ng mga naka-embed na video, mapa, at chat.',
    },
    analytics: {
      label: 'Pagsusuri ng paggamit',
      description: 'Sinusukat kung aling mga pahina ang binibisita, upang mapahusay ang website.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Nagpapakita ng mga patalastas batay sa inyong mga interes at sinusukat ang bisa ng mga ito.',
    },
  },
  acceptance: {
    title: 'Binagong patakaran',
    inForce: 'Ang bersiyon {version} ng aming patakaran ay may bisa mula noong {date}.',
    apart: 'Hindi nagbabago ang inyong mga pinili tungkol sa mga cookie at katulad na teknolohiya.',
    read: 'Basahin ang patakaran',
    newTab: '(bubukas sa bagong tab)',
    accept: 'Tanggapin',
    decline: 'Huwag tanggapin',
  },
  embed: {
    ask: 'Kung ilo-load ninyo ang content na ito, kokonekta ang inyong browser sa {service}.',
    once: 'I-load nang isang beses',
    always: 'Palaging payagan: {category}',
  },
  law: {
    choices: 'Ang inyong mga pagpipilian sa privacy',
    choicesIntro:
      'Naka-on ang mga layuning ito maliban kung tumanggi kayo. Maaari kayong tumanggi sa bawat layunin, o sa lahat, anumang oras.',
    optedOut: 'Naitala na ang inyong pagtanggi.',
    honored: 'Sinunod ang inyong kahilingang tumanggi',
    optInAgain: 'Tinanggihan na ninyo ang sumusunod: {purposes}. Nais ba ninyo itong tanggapin muli?',
    optIn: 'Tanggapin muli',
    stayOptedOut: 'Tumanggi pa rin',
    notice:
      'Ang {controller} ay gumagamit ng mga cookie at katulad na teknolohiya para sa mga sumusunod na layunin: {purposes}. Maaari kayong tumanggi anumang oras.',
    object: 'Tumanggi',
    untilObjection: 'Naka-on maliban kung tumanggi kayo.',
    exempt: 'Pinapayagan ito ng batas nang hindi kailangan ang inyong pahintulot.',
    minors: 'Kung wala pa kayong {age} taong gulang, magpasya kayo kasama ang magulang o tagapangalaga.',
    authority: 'Maaari kayong maghain ng reklamo sa awtoridad na nangangasiwa: {authority}.',
    withdrawalEffect:
      'Kung babawiin ninyo ang inyong pahintulot, nananatiling naaayon sa batas ang mga ginawa bago nito. Hihinto sa paggana ang mga tampok na nangangailangan ng inyong pahintulot.',
  },
} as const satisfies Locale;
