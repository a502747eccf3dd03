import type { Locale } from '../types.js';

// "Tietosuoja-asetus" is also the name of the General Data Protection Regulation, so the settings have another name.
export const locale = {
  lang: 'fi',
  dir: 'ltr',
  title: 'Evästeet ja vastaavat tekniikat',
  ask: '{controller} haluaa käyttää valinnaisia evästeitä ja vastaavia tekniikoita seuraaviin käyttötarkoituksiin: {purposes}.',
  withdraw:
    'Ilman suostumustasi ei tallenneta mitään valinnaista. Voit milloin tahansa muuttaa valintojasi tai peruuttaa suostumuksesi yksityisyysasetuksissa.',
  serviceCount: 'Mukana olevien palvelujen määrä: {count}',
  policyLink: 'Tietosuojaseloste',
  accept: 'Hyväksy kaikki',
  reject: 'Hylkää kaikki',
  choose: 'Valitse',
  preferences: 'Yksityisyysasetukset',
  preferencesIntro: 'Päätä jokaisesta käyttötarkoituksesta erikseen. Voit muuttaa valintojasi milloin tahansa.',
  save: 'Tallenna valinnat',
  close: 'Sulje',
  saved: 'Valintasi on tallennettu.',
  announcement: 'Evästeitä ja vastaavia tekniikoita koskevat valinnat ovat sivun alussa.',
  appliesAtOnce: 'Muutokset tulevat voimaan heti.',
  alwaysOn: 'Aina käytössä',
  on: 'Käytössä',
  off: 'Pois käytöstä',
  gpc: 'Kieltosi on otettu huomioon. Selaimesi lähettää Global Privacy Control -signaalin, joten tämä käyttötarkoitus pysyy poissa käytöstä.',
  gpcHonored: 'Kieltosi on otettu huomioon. Selaimesi lähettää Global Privacy Control -signaalin.',
  details: 'Palvelut ja tallennettavat tiedot',
  columns: { name: 'Nimi', kind: 'Tyyppi', lifetime: 'Säilytysaika' },
  kinds: {
    cookie: 'Eväste',
    localStorage: 'Paikallinen tallennustila',
    sessionStorage: 'Istunnon tallennustila',
    indexedDB: 'Tietokanta',
    cacheStorage: 'Välimuisti',
  },
  session: 'kunnes suljet välilehden tai selaimen',
  persistent: 'kunnes poistat sivuston tiedot',
  lifetimeNote:
    'Selaimesi voi poistaa nämä tiedot aikaisemmin. Useimmat selaimet säilyttävät evästeitä enintään 400 päivää.',
  servicePolicy: 'Tietosuojaseloste: {service}',
  noServices: 'Tälle käyttötarkoitukselle ei ole ilmoitettu palveluja.',
  thisSite: 'Tämä sivusto',
  categories: {
    necessary: { label: 'Välttämättömät', description: 'Tarvitaan, jotta sivusto toimii.' },
    functional: {
      label: 'Lisätoiminnot',
      description: 'Lisäominaisuuksia, kuten upotettuja videoita, karttoja ja chat-palveluja.',
    },
    analytics: {
      label: 'Analytiikka',
      description: 'Sivuston kehittämiseksi mitataan, mitä sivuja käytetään.',
    },
    marketing: {
      label: 'Markkinointi',
      description: 'Näytetään kiinnostuksen kohteisiisi perustuvaa mainontaa ja mitataan sen vaikutusta.',
    },
  },
  acceptance: {
    title: 'Päivitetty käytäntö',
    inForce: 'Käytäntömme versio {version} on ollut voimassa {date} alkaen.',
    apart: 'Evästeitä ja vastaavia tekniikoita koskevat valintasi pysyvät ennallaan.',
    read: 'Lue käytäntö',
    newTab: '(avautuu uuteen välilehteen)',
    accept: 'Hyväksy',
    decline: 'Älä hyväksy',
  },
  embed: {
    ask: 'Jos lataat tämän sisällön, selaimesi muodostaa yhteyden palveluun {service}.',
    once: 'Lataa kerran',
    always: 'Salli aina: {category}',
  },
  law: {
    choices: 'Yksityisyyttä koskevat valintasi',
    choicesIntro:
      'Nämä käyttötarkoitukset ovat käytössä, ellet kiellä niitä. Voit milloin tahansa kieltää jokaisen niistä erikseen tai kaikki.',
    optedOut: 'Kieltosi on voimassa.',
    honored: 'Kieltosi on otettu huomioon',
    optInAgain: 'Olet kieltänyt seuraavat käyttötarkoitukset: {purposes}. Haluatko sallia ne uudelleen?',
    optIn: 'Salli uudelleen',
    stayOptedOut: 'Pidä kielto voimassa',
    notice:
      '{controller} käyttää evästeitä ja vastaavia tekniikoita seuraaviin käyttötarkoituksiin: {purposes}. Voit kieltää käytön milloin tahansa.',
    object: 'Kiellä käyttö',
    untilObjection: 'Käytössä, ellet kiellä sitä.',
    exempt: 'Laki sallii tämän ilman suostumusta.',
    minors: 'Jos olet alle {age}-vuotias, päätä yhdessä vanhempasi tai huoltajasi kanssa.',
    authority: 'Voit tehdä valituksen valvontaviranomaiselle: {authority}.',
    withdrawalEffect:
      'Jos peruutat suostumuksesi, sitä ennen suoritettu käsittely on edelleen lainmukaista. Suostumustasi edellyttävät toiminnot lakkaavat toimimasta.',
  },
} as const satisfies Locale;
