import type { Locale } from '../types.js';

export const locale = {
  lang: 'de',
  dir: 'ltr',
  title: 'Cookies und ähnliche Technologien',
  ask: '{controller} möchte optionale Cookies und ähnliche Technologien für folgende Zwecke einsetzen: {purposes}.',
  withdraw:
    'Ohne Ihre Einwilligung wird nichts Optionales gespeichert. Sie können Ihre Auswahl jederzeit in den Datenschutzeinstellungen ändern und Ihre Einwilligung widerrufen.',
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
      description: 'Für den Betrieb der Website erforderlich, zum Beispiel um diese Auswahl zu speichern.',
    },
    functional: {
      label: 'Zusatzfunktionen',
      description: 'Zusätzliche Funktionen wie eingebettete Videos, Karten und Chat.',
    },
    analytics: { label: 'Analyse', description: 'Misst, welche Seiten genutzt werden, um die Website zu verbessern.' },
    marketing: { label: 'Marketing', description: 'Zeigt Werbung nach Ihren Interessen und misst ihre Wirkung.' },
  },
} as const satisfies Locale;
