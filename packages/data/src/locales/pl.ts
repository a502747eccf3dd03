import type { Locale } from '../types.js';

// \u00A0 keeps the abbreviation of "roku" on the line of its year.
export const locale = {
  lang: 'pl',
  dir: 'ltr',
  title: 'Pliki cookie i podobne technologie',
  ask: '{controller} chce używać opcjonalnych plików cookie i podobnych technologii w następujących celach: {purposes}.',
  withdraw:
    'Bez zgody użytkownika nie są zapisywane żadne opcjonalne dane. Wybór można zmienić, a zgodę wycofać w dowolnym momencie w ustawieniach prywatności.',
  serviceCount: 'Liczba usług, których to dotyczy: {count}',
  policyLink: 'Polityka prywatności',
  accept: 'Zaakceptuj wszystkie',
  reject: 'Odrzuć wszystkie',
  choose: 'Wybierz',
  preferences: 'Ustawienia prywatności',
  preferencesIntro: 'Wyboru można dokonać osobno dla każdego celu. Wybór można zmienić w dowolnym momencie.',
  save: 'Zapisz wybór',
  close: 'Zamknij',
  saved: 'Wybór został zapisany.',
  announcement: 'Opcje dotyczące plików cookie i podobnych technologii znajdują się na początku strony.',
  appliesAtOnce: 'Zmiany są stosowane od razu.',
  alwaysOn: 'Zawsze włączone',
  on: 'Włączone',
  off: 'Wyłączone',
  gpc: 'Sprzeciw został uwzględniony. Przeglądarka wysyła sygnał Global Privacy Control, dlatego ten cel pozostaje wyłączony.',
  gpcHonored: 'Sprzeciw został uwzględniony. Przeglądarka wysyła sygnał Global Privacy Control.',
  details: 'Usługi i przechowywane dane',
  columns: { name: 'Nazwa', kind: 'Rodzaj', lifetime: 'Okres przechowywania' },
  kinds: {
    cookie: 'Plik cookie',
    localStorage: 'Pamięć lokalna',
    sessionStorage: 'Pamięć sesji',
    indexedDB: 'Baza danych',
    cacheStorage: 'Pamięć podręczna',
  },
  session: 'do zamknięcia karty lub przeglądarki',
  persistent: 'do usunięcia danych witryny',
  lifetimeNote:
    'Przeglądarka może usunąć te dane wcześniej. Większość przeglądarek przechowuje pliki cookie nie dłużej niż 400 dni.',
  servicePolicy: 'Polityka prywatności: {service}',
  noServices: 'Dla tego celu nie wskazano żadnej usługi.',
  thisSite: 'Ta witryna',
  categories: {
    necessary: { label: 'Niezbędne', description: 'Konieczne do działania witryny.' },
    functional: {
      label: 'Funkcje dodatkowe',
      description: 'Dodatkowe funkcje, takie jak osadzone filmy, mapy i czat.',
    },
    analytics: {
      label: 'Analityka',
      description: 'Pomiar odwiedzin poszczególnych stron w celu ulepszania witryny.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Reklamy oparte na zainteresowaniach użytkownika i pomiar skuteczności tych reklam.',
    },
  },
  acceptance: {
    title: 'Zaktualizowana polityka',
    inForce: 'Wersja {version} naszej polityki obowiązuje od {date}\u00A0r.',
    apart: 'Wybór dotyczący plików cookie i podobnych technologii pozostaje bez zmian.',
    read: 'Przeczytaj politykę',
    newTab: '(otwiera się w nowej karcie)',
    accept: 'Akceptuję',
    decline: 'Nie akceptuję',
  },
  embed: {
    ask: 'Po wczytaniu tej treści przeglądarka połączy się z\u00A0usługą {service}.',
    once: 'Wczytaj raz',
    always: 'Zawsze zezwalaj: {category}',
  },
  law: {
    choices: 'Wybór dotyczący prywatności',
    choicesIntro:
      'Cele te pozostają włączone do czasu wniesienia sprzeciwu. Sprzeciw można wnieść w dowolnym momencie wobec każdego z nich osobno lub wobec wszystkich.',
    optedOut: 'Sprzeciw został wniesiony.',
    honored: 'Sprzeciw został uwzględniony',
    optInAgain: 'Sprzeciw dotyczy następujących celów: {purposes}. Czy ponownie na nie zezwolić?',
    optIn: 'Zezwól ponownie',
    stayOptedOut: 'Podtrzymaj sprzeciw',
    notice:
      '{controller} używa plików cookie i podobnych technologii w następujących celach: {purposes}. Sprzeciw można wnieść w dowolnym momencie.',
    object: 'Wnieś sprzeciw',
    untilObjection: 'Włączone do czasu wniesienia sprzeciwu.',
    exempt: 'Prawo dopuszcza to bez zgody.',
    minors: 'Osoby, które nie ukończyły {age} lat, dokonują wyboru wspólnie z rodzicem lub opiekunem prawnym.',
    authority: 'Można wnieść skargę do organu nadzorczego: {authority}.',
    withdrawalEffect:
      'Wycofanie zgody nie wpływa na zgodność z prawem przetwarzania, którego dokonano przed jej wycofaniem. Funkcje, które wymagają zgody, przestają działać.',
  },
} as const satisfies Locale;
