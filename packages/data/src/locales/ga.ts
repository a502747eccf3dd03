import type { Locale } from '../types.js';

// No word before a name changes its first letter. {controller} comes first, because `thisSite` starts with a capital.
export const locale = {
  lang: 'ga',
  dir: 'ltr',
  title: 'Fianáin agus teicneolaíochtaí comhchosúla',
  ask: '{controller}: ba mhaith linn fianáin roghnacha agus teicneolaíochtaí comhchosúla a úsáid chun na gcríoch seo a leanas: {purposes}.',
  withdraw:
    'Ní stóráiltear aon rud roghnach gan do thoiliú. Is féidir leat do roghanna a athrú nó do thoiliú a tharraingt siar am ar bith sna socruithe príobháideachais.',
  serviceCount: 'Seirbhísí i gceist: {count}',
  policyLink: 'Beartas príobháideachais',
  accept: 'Glac le gach ceann',
  reject: 'Diúltaigh do gach ceann',
  choose: 'Roghnaigh',
  preferences: 'Socruithe príobháideachais',
  preferencesIntro: 'Déan cinneadh i gcás gach críche. Is féidir leat do roghanna a athrú am ar bith.',
  save: 'Sábháil na roghanna',
  close: 'Dún',
  saved: 'Sábháladh do roghanna.',
  announcement: 'Tá na roghanna maidir le fianáin agus teicneolaíochtaí comhchosúla ag tús an leathanaigh.',
  appliesAtOnce: 'Cuirtear athruithe i bhfeidhm láithreach.',
  alwaysOn: 'Cumasaithe i gcónaí',
  on: 'Cumasaithe',
  off: 'Díchumasaithe',
  gpc: 'Tugadh éifeacht do d’agóid. Seolann do bhrabhsálaí an comhartha “Global Privacy Control”, agus dá bhrí sin fanann an chríoch seo díchumasaithe.',
  gpcHonored: 'Tugadh éifeacht do d’agóid. Seolann do bhrabhsálaí an comhartha “Global Privacy Control”.',
  details: 'Seirbhísí agus stóráil',
  columns: { name: 'Ainm', kind: 'Cineál', lifetime: 'Tréimhse stórála' },
  kinds: {
    cookie: 'Fianán',
    localStorage: 'Stóras áitiúil',
    sessionStorage: 'Stóras seisiúin',
    indexedDB: 'Bunachar sonraí',
    cacheStorage: 'Taisce',
  },
  session: 'go dtí go ndúnann tú an cluaisín nó an brabhsálaí',
  persistent: 'go dtí go scriosann tú sonraí an tsuímh',
  lifetimeNote:
    'Féadfaidh do bhrabhsálaí na sonraí seo a scriosadh níos luaithe. Coinníonn formhór na mbrabhsálaithe fianáin ar feadh 400 lá ar a mhéad.',
  servicePolicy: 'Beartas príobháideachais: {service}',
  noServices: 'Níl aon seirbhís dearbhaithe don chríoch seo.',
  thisSite: 'An suíomh gréasáin seo',
  categories: {
    necessary: { label: 'Riachtanach', description: 'Ag teastáil chun go bhfeidhmeoidh an suíomh gréasáin.' },
    functional: {
      label: 'Feidhmeanna breise',
      description: 'Gnéithe breise amhail físeáin leabaithe, léarscáileanna agus comhrá ar líne.',
    },
    analytics: {
      label: 'Anailísíocht',
      description: 'Tomhaistear cé na leathanaigh a úsáidtear, chun an suíomh gréasáin a fheabhsú.',
    },
    marketing: {
      label: 'Margaíocht',
      description: 'Taispeántar fógraíocht atá bunaithe ar do chuid spéiseanna agus tomhaistear a héifeacht.',
    },
  },
  acceptance: {
    title: 'Beartas nuashonraithe',
    inForce: 'Tá leagan {version} dár mbeartas i bhfeidhm ón {date}.',
    apart: 'Ní athraítear do roghanna maidir le fianáin agus teicneolaíochtaí comhchosúla.',
    read: 'Léigh an beartas',
    newTab: '(osclaítear i gcluaisín nua)',
    accept: 'Glac leis',
    decline: 'Ná glac leis',
  },
  embed: {
    ask: 'Má lódálann tú an t-ábhar seo, nascann do bhrabhsálaí leis an tseirbhís seo a leanas: {service}.',
    once: 'Lódáil uair amháin',
    always: 'Ceadaigh i gcónaí: {category}',
  },
  law: {
    choices: 'Do roghanna príobháideachais',
    choicesIntro:
      'Bíonn na críocha seo cumasaithe mura ndéanann tú agóid. Is féidir leat agóid a dhéanamh i gcoinne gach críche ar leith, nó ina gcoinne go léir, am ar bith.',
    optedOut: 'Cláraíodh d’agóid.',
    honored: 'Tugadh éifeacht do d’agóid',
    optInAgain: 'Rinne tú agóid i gcoinne an mhéid seo a leanas: {purposes}. Ar mhaith leat é a cheadú arís?',
    optIn: 'Ceadaigh arís',
    stayOptedOut: 'Coinnigh an agóid',
    notice:
      '{controller}: úsáidimid fianáin agus teicneolaíochtaí comhchosúla chun na gcríoch seo a leanas: {purposes}. Is féidir leat agóid a dhéanamh am ar bith.',
    object: 'Déan agóid',
    untilObjection: 'Bíonn an chríoch seo cumasaithe mura ndéanann tú agóid.',
    exempt: 'Ceadaíonn an dlí é seo gan toiliú.',
    minors: 'Má tá d’aois, i mblianta, faoi bhun {age}, déan an cinneadh in éineacht le tuismitheoir nó le caomhnóir.',
    authority: 'Is féidir leat gearán a thaisceadh leis an údarás maoirseachta: {authority}.',
    withdrawalEffect:
      'Má tharraingíonn tú siar do thoiliú, fanann an méid a rinneadh roimhe sin dleathach. Ní oibríonn gnéithe a dteastaíonn do thoiliú uathu a thuilleadh.',
  },
} as const satisfies Locale;
