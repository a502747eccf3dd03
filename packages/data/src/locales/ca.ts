import type { Locale } from '../types.js';

// "Del" and "de" would change before some names and dates, so these stand after a colon.
export const locale = {
  lang: 'ca',
  dir: 'ltr',
  title: 'Galetes i tecnologies similars',
  ask: '{controller} vol utilitzar galetes opcionals i tecnologies similars per a les finalitats següents: {purposes}.',
  withdraw:
    'Sense el vostre consentiment no s’emmagatzema res que sigui opcional. Podeu canviar la selecció o retirar el consentiment en qualsevol moment a la configuració de privacitat.',
  serviceCount: 'Serveis implicats: {count}',
  policyLink: 'Política de privacitat',
  accept: 'Accepta-ho tot',
  reject: 'Rebutja-ho tot',
  choose: 'Tria',
  preferences: 'Configuració de privacitat',
  preferencesIntro: 'Decidiu per a cada finalitat. Podeu canviar la selecció en qualsevol moment.',
  save: 'Desa la selecció',
  close: 'Tanca',
  saved: 'S’ha desat la vostra selecció.',
  announcement: 'Les opcions sobre galetes i tecnologies similars són al principi de la pàgina.',
  appliesAtOnce: 'Els canvis s’apliquen immediatament.',
  alwaysOn: 'Sempre activat',
  on: 'Activat',
  off: 'Desactivat',
  gpc: 'S’ha atès la sol·licitud d’oposició. El vostre navegador envia el senyal Global Privacy Control; per això, aquesta finalitat es manté desactivada.',
  gpcHonored: 'S’ha atès la sol·licitud d’oposició. El vostre navegador envia el senyal Global Privacy Control.',
  details: 'Serveis i emmagatzematge',
  columns: { name: 'Nom', kind: 'Tipus', lifetime: 'Durada' },
  kinds: {
    cookie: 'Galeta',
    localStorage: 'Emmagatzematge local',
    sessionStorage: 'Emmagatzematge de sessió',
    indexedDB: 'Base de dades',
    cacheStorage: 'Memòria cau',
  },
  session: 'fins que tanqueu la pestanya o el navegador',
  persistent: 'fins que suprimiu les dades del lloc web',
  lifetimeNote:
    'El vostre navegador pot suprimir aquestes dades abans. La majoria dels navegadors conserven les galetes durant 400 dies com a màxim.',
  servicePolicy: 'Política de privacitat: {service}',
  noServices: 'No s’ha declarat cap servei per a aquesta finalitat.',
  thisSite: 'Aquest lloc web',
  categories: {
    necessary: { label: 'Necessàries', description: 'Imprescindibles per al funcionament del lloc web.' },
    functional: {
      label: 'Funcions addicionals',
      description: 'Funcions addicionals, com ara vídeos incrustats, mapes i xat.',
    },
    analytics: { label: 'Anàlisi', description: 'Mesura quines pàgines s’utilitzen, per millorar el lloc web.' },
    marketing: {
      label: 'Màrqueting',
      description: 'Mostra publicitat basada en els vostres interessos i en mesura l’efecte.',
    },
  },
  acceptance: {
    title: 'Política actualitzada',
    inForce: 'La versió {version} de la nostra política està en vigor. Data d’entrada en vigor: {date}.',
    apart: 'La vostra selecció sobre galetes i tecnologies similars es manté igual.',
    read: 'Llegiu la política',
    newTab: '(s’obre en una pestanya nova)',
    accept: 'Accepto',
    decline: 'No accepto',
  },
  embed: {
    ask: 'Si carregueu aquest contingut, el vostre navegador es connecta a {service}.',
    once: 'Carrega una vegada',
    always: 'Permet sempre: {category}',
  },
  law: {
    choices: 'Les vostres opcions de privacitat',
    choicesIntro:
      'Aquestes finalitats estan actives llevat que us hi oposeu. Podeu oposar-vos a cadascuna, o a totes, en qualsevol moment.',
    optedOut: 'S’ha aplicat la vostra oposició.',
    honored: 'S’ha atès la sol·licitud d’oposició',
    optInAgain: 'Us heu oposat a això: {purposes}. Voleu tornar-ho a permetre?',
    optIn: 'Torna-ho a permetre',
    stayOptedOut: 'Mantén l’oposició',
    notice:
      '{controller} utilitza galetes i tecnologies similars per a les finalitats següents: {purposes}. Us hi podeu oposar en qualsevol moment.',
    object: 'M’hi oposo',
    untilObjection: 'Aquesta finalitat està activa llevat que us hi oposeu.',
    exempt: 'La llei permet aquesta finalitat sense consentiment.',
    minors: 'Si teniu menys de {age} anys, decidiu-ho juntament amb el pare, la mare o el tutor.',
    authority: 'Podeu presentar una reclamació davant l’autoritat de control: {authority}.',
    withdrawalEffect:
      'Si retireu el consentiment, el que s’ha fet fins aleshores es manté lícit. Les funcions que necessiten el vostre consentiment deixen de funcionar.',
  },
} as const satisfies Locale;
