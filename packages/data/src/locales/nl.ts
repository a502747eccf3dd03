import type { Locale } from '../types.js';

// Dutch law and practice call cookies that need no consent "functioneel", so the optional purpose has another name.
export const locale = {
  lang: 'nl',
  dir: 'ltr',
  title: 'Cookies en vergelijkbare technieken',
  ask: '{controller} wil optionele cookies en vergelijkbare technieken gebruiken voor de volgende doelen: {purposes}.',
  withdraw:
    'Zonder uw toestemming wordt niets optioneels opgeslagen. U kunt op elk moment in de privacyinstellingen uw keuzes wijzigen of uw toestemming intrekken.',
  serviceCount: 'Betrokken diensten: {count}',
  policyLink: 'Privacyverklaring',
  accept: 'Alles accepteren',
  reject: 'Alles weigeren',
  choose: 'Kiezen',
  preferences: 'Privacyinstellingen',
  preferencesIntro: 'Maak per doel een keuze. U kunt uw keuzes op elk moment wijzigen.',
  save: 'Keuzes opslaan',
  close: 'Sluiten',
  saved: 'Uw keuzes zijn opgeslagen.',
  announcement: 'De keuzes over cookies en vergelijkbare technieken staan aan het begin van de pagina.',
  appliesAtOnce: 'Wijzigingen gelden direct.',
  alwaysOn: 'Altijd aan',
  on: 'Aan',
  off: 'Uit',
  gpc: 'Opt-outverzoek gehonoreerd. Uw browser stuurt het signaal ‘Global Privacy Control’, waardoor dit doel uitgeschakeld blijft.',
  gpcHonored: 'Opt-outverzoek gehonoreerd. Uw browser stuurt het signaal ‘Global Privacy Control’.',
  details: 'Diensten en opslag',
  columns: { name: 'Naam', kind: 'Soort', lifetime: 'Bewaartermijn' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Lokale opslag',
    sessionStorage: 'Sessieopslag',
    indexedDB: 'Database',
    cacheStorage: 'Cache',
  },
  session: 'tot u het tabblad of de browser sluit',
  persistent: 'tot u de websitegegevens wist',
  lifetimeNote:
    'Uw browser kan deze gegevens eerder verwijderen. De meeste browsers bewaren cookies maximaal 400 dagen.',
  servicePolicy: 'Privacyverklaring van {service}',
  noServices: 'Voor dit doel is geen dienst opgegeven.',
  thisSite: 'Deze website',
  categories: {
    necessary: { label: 'Noodzakelijk', description: 'Nodig om de website te laten werken.' },
    functional: {
      label: 'Extra functies',
      description: 'Aanvullende functies, zoals ingesloten video’s, kaarten en chat.',
    },
    analytics: {
      label: 'Statistieken',
      description: 'Meten welke pagina’s worden bezocht, om de website te verbeteren.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Advertenties tonen op basis van uw interesses en het effect ervan meten.',
    },
  },
  acceptance: {
    title: 'Bijgewerkt beleid',
    inForce: 'Versie {version} van ons beleid is van kracht sinds {date}.',
    apart: 'Uw keuzes over cookies en vergelijkbare technieken blijven ongewijzigd.',
    read: 'Beleid lezen',
    newTab: '(opent in een nieuw tabblad)',
    accept: 'Accepteren',
    decline: 'Niet accepteren',
  },
  embed: {
    ask: 'Als u deze inhoud laadt, maakt uw browser verbinding met {service}.',
    once: 'Eenmalig laden',
    always: 'Altijd toestaan: {category}',
  },
  law: {
    choices: 'Uw privacykeuzes',
    choicesIntro:
      'Deze doelen zijn ingeschakeld, tenzij u voor een opt-out kiest. Dat kunt u op elk moment doen, voor elk doel afzonderlijk of voor alle doelen.',
    optedOut: 'U hebt voor een opt-out gekozen.',
    honored: 'Opt-outverzoek gehonoreerd',
    optInAgain: 'Uw opt-out geldt voor: {purposes}. Wilt u dit weer toestaan?',
    optIn: 'Weer toestaan',
    stayOptedOut: 'Opt-out behouden',
    notice:
      '{controller} gebruikt cookies en vergelijkbare technieken voor de volgende doelen: {purposes}. U kunt op elk moment bezwaar maken.',
    object: 'Bezwaar maken',
    untilObjection: 'Ingeschakeld, tenzij u bezwaar maakt.',
    exempt: 'Dit mag volgens de wet zonder toestemming.',
    minors: 'Als u jonger bent dan {age} jaar, beslis dan samen met een ouder of voogd.',
    authority: 'U kunt een klacht indienen bij de toezichthoudende autoriteit: {authority}.',
    withdrawalEffect:
      'Als u uw toestemming intrekt, blijft de verwerking van vóór de intrekking rechtmatig. Functies waarvoor uw toestemming nodig is, werken dan niet meer.',
  },
} as const satisfies Locale;
