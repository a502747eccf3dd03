import type { Locale } from '../types.js';

// \u00A0 is the no-break space that French puts before a colon and a question mark.
export const locale = {
  lang: 'fr',
  dir: 'ltr',
  title: 'Cookies et technologies similaires',
  ask: '{controller} souhaite utiliser des cookies facultatifs et des technologies similaires pour les finalités suivantes\u00A0: {purposes}.',
  withdraw:
    'Rien de facultatif n’est enregistré sans votre consentement. Vous pouvez modifier votre choix ou retirer votre consentement à tout moment dans les paramètres de confidentialité.',
  serviceCount: 'Services concernés\u00A0: {count}',
  policyLink: 'Politique de confidentialité',
  accept: 'Tout accepter',
  reject: 'Tout refuser',
  choose: 'Choisir',
  preferences: 'Paramètres de confidentialité',
  preferencesIntro: 'Indiquez votre choix pour chaque finalité. Vous pouvez le modifier à tout moment.',
  save: 'Enregistrer les choix',
  close: 'Fermer',
  saved: 'Vos choix ont été enregistrés.',
  announcement: 'Les choix relatifs aux cookies et technologies similaires se trouvent au début de la page.',
  appliesAtOnce: 'Les modifications prennent effet immédiatement.',
  alwaysOn: 'Toujours activé',
  on: 'Activé',
  off: 'Désactivé',
  gpc: 'Demande d’opposition respectée. Votre navigateur envoie le signal Global Privacy Control\u00A0: cette finalité reste désactivée.',
  gpcHonored: 'Demande d’opposition respectée. Votre navigateur envoie le signal Global Privacy Control.',
  details: 'Services et stockage',
  columns: { name: 'Nom', kind: 'Type', lifetime: 'Durée' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Stockage local',
    sessionStorage: 'Stockage de session',
    indexedDB: 'Base de données',
    cacheStorage: 'Cache',
  },
  session: 'jusqu’à la fermeture de l’onglet ou du navigateur',
  persistent: 'jusqu’à la suppression des données du site',
  lifetimeNote:
    'Votre navigateur peut supprimer ces éléments plus tôt. La plupart des navigateurs conservent les cookies 400 jours au maximum.',
  servicePolicy: 'Politique de confidentialité\u00A0: {service}',
  noServices: 'Aucun service n’est déclaré pour cette finalité.',
  thisSite: 'Ce site',
  categories: {
    necessary: {
      label: 'Nécessaire',
      description: 'Indispensable au fonctionnement du site.',
    },
    functional: {
      label: 'Fonctionnalités',
      description: 'Fonctions supplémentaires, comme les vidéos intégrées, les cartes et la messagerie instantanée.',
    },
    analytics: {
      label: 'Mesure d’audience',
      description: 'Mesure la fréquentation des pages afin d’améliorer le site.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Affiche des publicités selon vos centres d’intérêt et en mesure l’effet.',
    },
  },
  acceptance: {
    title: 'Politique mise à jour',
    inForce: 'La version {version} de notre politique est en vigueur depuis le {date}.',
    apart: 'Vos choix concernant les cookies et technologies similaires restent inchangés.',
    read: 'Lire la politique',
    newTab: '(s’ouvre dans un nouvel onglet)',
    accept: 'Accepter',
    decline: 'Ne pas accepter',
  },
  embed: {
    ask: 'Si vous chargez ce contenu, votre navigateur se connecte à {service}.',
    once: 'Charger une fois',
    always: 'Toujours autoriser\u00A0: {category}',
  },
  law: {
    choices: 'Vos choix en matière de confidentialité',
    choicesIntro:
      'Ces finalités sont actives sauf si vous vous y opposez. Vous pouvez vous opposer à tout moment à chacune d’elles ou à toutes.',
    optedOut: 'Votre opposition est prise en compte.',
    honored: 'Demande d’opposition respectée',
    optInAgain: 'Votre opposition porte sur\u00A0: {purposes}. Voulez-vous donner à nouveau votre autorisation\u00A0?',
    optIn: 'Autoriser à nouveau',
    stayOptedOut: 'Maintenir l’opposition',
    notice:
      '{controller} utilise des cookies et des technologies similaires pour les finalités suivantes\u00A0: {purposes}. Vous pouvez vous y opposer à tout moment.',
    object: 'S’opposer',
    untilObjection: 'Cette finalité est active sauf si vous vous y opposez.',
    exempt: 'La loi dispense cette finalité de consentement.',
    minors: 'Si vous avez moins de {age} ans, décidez avec l’un de vos parents ou un tuteur.',
    authority: 'Vous pouvez introduire une réclamation auprès de l’autorité de contrôle\u00A0: {authority}.',
    withdrawalEffect:
      'Si vous retirez votre consentement, les traitements effectués auparavant restent licites. Les fonctionnalités qui nécessitent votre consentement cessent de fonctionner.',
  },
} as const satisfies Locale;
