import type { Locale } from '../types.js';

export const locale = {
  lang: 'de',
  dir: 'ltr',
  title: 'Cookies und ähnliche Technologien',
  ask: '{controller} möchte optionale Cookies und ähnliche Technologien für folgende Zwecke einsetzen: {purposes}.',
  withdraw:
    'Ohne Ihre Einwilligung wird nichts Optionales gespeichert. Sie können jederzeit in den Datenschutzeinstellungen Ihre Auswahl ändern oder Ihre Einwilligung widerrufen.',
  serviceCount: 'Beteiligte Dienste: {count}',
  policyLink: 'Datenschutzerklärung',
  accept: 'Alle akzeptieren',
  reject: 'Alle ablehnen',
  choose: 'Auswählen',
  preferences: 'Datenschutzeinstellungen',
  preferencesIntro: 'Entscheiden Sie für jeden Zweck einzeln. Sie können Ihre Auswahl jederzeit ändern.',
  save: 'Auswahl speichern',
  close: 'Schließen',
  saved: 'Ihre Auswahl wurde gespeichert.',
  announcement: 'Die Auswahl zu Cookies und ähnlichen Technologien steht am Anfang der Seite.',
  appliesAtOnce: 'Änderungen gelten sofort.',
  alwaysOn: 'Immer aktiv',
  on: 'Ein',
  off: 'Aus',
  gpc: 'Widerspruch berücksichtigt. Ihr Browser sendet das Signal „Global Privacy Control“, daher bleibt dieser Zweck ausgeschaltet.',
  gpcHonored: 'Widerspruch berücksichtigt. Ihr Browser sendet das Signal „Global Privacy Control“.',
  details: 'Dienste und Speicherung',
  columns: { name: 'Name', kind: 'Art', lifetime: 'Speicherdauer' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Lokaler Speicher',
    sessionStorage: 'Sitzungsspeicher',
    indexedDB: 'Datenbank',
    cacheStorage: 'Zwischenspeicher',
  },
  session: 'bis Sie den Tab oder Browser schließen',
  persistent: 'bis Sie die Websitedaten löschen',
  lifetimeNote:
    'Ihr Browser kann diese Einträge früher löschen. Die meisten Browser behalten Cookies höchstens 400 Tage.',
  servicePolicy: 'Datenschutzerklärung von {service}',
  noServices: 'Für diesen Zweck ist kein Dienst angegeben.',
  thisSite: 'Diese Website',
  categories: {
    necessary: {
      label: 'Notwendig',
      description: 'Für den Betrieb der Website erforderlich.',
    },
    functional: {
      label: 'Zusatzfunktionen',
      description: 'Zusätzliche Funktionen wie eingebettete Videos, Karten und Chat.',
    },
    analytics: { label: 'Analyse', description: 'Misst zur Verbesserung der Website, welche Seiten genutzt werden.' },
    marketing: { label: 'Marketing', description: 'Zeigt Werbung nach Ihren Interessen und misst ihre Wirkung.' },
  },
  acceptance: {
    title: 'Aktualisierte Richtlinie',
    inForce: 'Version {version} unserer Richtlinie gilt seit dem {date}.',
    apart: 'Ihre Auswahl zu Cookies und ähnlichen Technologien bleibt unverändert.',
    read: 'Richtlinie lesen',
    newTab: '(öffnet einen neuen Tab)',
    accept: 'Akzeptieren',
    decline: 'Nicht akzeptieren',
  },
  embed: {
    ask: 'Wenn Sie diesen Inhalt laden, verbindet sich Ihr Browser mit {service}.',
    once: 'Einmal laden',
    always: 'Immer zulassen: {category}',
  },
  law: {
    choices: 'Ihre Auswahl zum Datenschutz',
    choicesIntro:
      'Diese Zwecke sind aktiv, solange Sie nicht widersprechen. Sie können jederzeit jedem einzelnen oder allen widersprechen.',
    optedOut: 'Sie haben widersprochen.',
    honored: 'Widerspruch berücksichtigt',
    optInAgain: 'Sie haben Folgendem widersprochen: {purposes}. Möchten Sie dies wieder zulassen?',
    optIn: 'Wieder zulassen',
    stayOptedOut: 'Widerspruch beibehalten',
    notice:
      '{controller} setzt Cookies und ähnliche Technologien für folgende Zwecke ein: {purposes}. Sie können jederzeit widersprechen.',
    object: 'Widersprechen',
    untilObjection: 'Aktiv, solange Sie nicht widersprechen.',
    exempt: 'Das Gesetz erlaubt dies ohne Einwilligung.',
    minors:
      'Wenn Sie jünger als {age} Jahre sind, entscheiden Sie gemeinsam mit einem Elternteil oder einer sorgeberechtigten Person.',
    authority: 'Sie können bei der Aufsichtsbehörde Beschwerde einreichen: {authority}.',
    withdrawalEffect:
      'Wenn Sie Ihre Einwilligung widerrufen, bleibt die bis dahin erfolgte Verarbeitung rechtmäßig. Funktionen, die Ihre Einwilligung erfordern, stehen danach nicht mehr zur Verfügung.',
  },
} as const satisfies Locale;
