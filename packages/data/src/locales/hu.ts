import type { Locale } from '../types.js';

// No article stands before a name, because its form depends on the first sound, and no date before a full stop.
export const locale = {
  lang: 'hu',
  dir: 'ltr',
  title: 'Sütik és hasonló technológiák',
  ask: '{controller} opcionális sütiket és hasonló technológiákat kíván használni a következő célokra: {purposes}.',
  withdraw:
    'Az Ön hozzájárulása nélkül semmilyen opcionális adat tárolására nem kerül sor. Az adatvédelmi beállításokban bármikor módosíthatja a választását, vagy visszavonhatja a hozzájárulását.',
  serviceCount: 'Az érintett szolgáltatások száma: {count}',
  policyLink: 'Adatkezelési tájékoztató',
  accept: 'Összes elfogadása',
  reject: 'Összes elutasítása',
  choose: 'Választás',
  preferences: 'Adatvédelmi beállítások',
  preferencesIntro: 'Az egyes célokról külön-külön dönthet. Választását bármikor módosíthatja.',
  save: 'Választás mentése',
  close: 'Bezárás',
  saved: 'Választását elmentettük.',
  announcement: 'A sütikre és hasonló technológiákra vonatkozó választási lehetőségek az oldal elején találhatók.',
  appliesAtOnce: 'A módosítások azonnal érvénybe lépnek.',
  alwaysOn: 'Mindig bekapcsolva',
  on: 'Bekapcsolva',
  off: 'Kikapcsolva',
  gpc: 'Tiltakozási kérelmét teljesítettük. Böngészője a Global Privacy Control jelzést küldi, ezért ez a cél kikapcsolva marad.',
  gpcHonored: 'Tiltakozási kérelmét teljesítettük. Böngészője a Global Privacy Control jelzést küldi.',
  details: 'Szolgáltatások és tárolt adatok',
  columns: { name: 'Név', kind: 'Típus', lifetime: 'Tárolási idő' },
  kinds: {
    cookie: 'Süti',
    localStorage: 'Helyi tárhely',
    sessionStorage: 'Munkamenet-tárhely',
    indexedDB: 'Adatbázis',
    cacheStorage: 'Gyorsítótár',
  },
  session: 'a lap vagy a böngésző bezárásáig',
  persistent: 'a webhely adatainak törléséig',
  lifetimeNote:
    'Böngészője ezeket az adatokat korábban is törölheti. A legtöbb böngésző legfeljebb 400 napig őrzi meg a sütiket.',
  servicePolicy: 'Adatkezelési tájékoztató: {service}',
  noServices: 'Ehhez a célhoz nincs megadva szolgáltatás.',
  thisSite: 'Ez a webhely',
  categories: {
    necessary: { label: 'Szükséges', description: 'A webhely működéséhez elengedhetetlen.' },
    functional: {
      label: 'Kiegészítő funkciók',
      description: 'További funkciók, például beágyazott videók, térképek és csevegés.',
    },
    analytics: {
      label: 'Elemzés',
      description: 'Az egyes oldalak használatának mérése a webhely fejlesztése céljából.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Az Ön érdeklődésén alapuló hirdetések megjelenítése és hatásuk mérése.',
    },
  },
  acceptance: {
    title: 'Frissített szabályzat',
    inForce: 'Szabályzatunk hatályos változata: {version} (a hatálybalépés napja: {date}).',
    apart: 'A sütikre és hasonló technológiákra vonatkozó választása változatlan marad.',
    read: 'Szabályzat elolvasása',
    newTab: '(új lapon nyílik meg)',
    accept: 'Elfogadás',
    decline: 'Elfogadás megtagadása',
  },
  embed: {
    ask: 'Ha Ön betölti ezt a tartalmat, a böngészője a következő szolgáltatáshoz kapcsolódik: {service}.',
    once: 'Betöltés egyszer',
    always: 'Engedélyezés mindig: {category}',
  },
  law: {
    choices: 'Az Ön adatvédelmi választásai',
    choicesIntro:
      'Ezek a célok be vannak kapcsolva, hacsak Ön nem tiltakozik. Bármikor tiltakozhat az egyes célok ellen külön-külön vagy az összes cél ellen.',
    optedOut: 'Tiltakozása érvényben van.',
    honored: 'Tiltakozási kérelmét teljesítettük',
    optInAgain: 'Ön a következő célok ellen tiltakozott: {purposes}. Szeretné ezeket újra engedélyezni?',
    optIn: 'Újbóli engedélyezés',
    stayOptedOut: 'Tiltakozás fenntartása',
    notice:
      '{controller} sütiket és hasonló technológiákat használ a következő célokra: {purposes}. Ön ez ellen bármikor tiltakozhat.',
    object: 'Tiltakozás',
    untilObjection: 'Bekapcsolva, hacsak Ön nem tiltakozik.',
    exempt: 'A jogszabályok ezt hozzájárulás nélkül is megengedik.',
    minors: 'Ha Ön {age} évesnél fiatalabb, szülőjével vagy gyámjával együtt döntsön.',
    authority: 'Panaszt tehet a felügyeleti hatóságnál: {authority}.',
    withdrawalEffect:
      'Ha visszavonja a hozzájárulását, a visszavonás előtti adatkezelés jogszerű marad. A hozzájárulását igénylő funkciók ezután nem működnek.',
  },
} as const satisfies Locale;
