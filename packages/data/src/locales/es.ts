import type { Locale } from '../types.js';

export const locale = {
  lang: 'es',
  dir: 'ltr',
  title: 'Cookies y tecnologías similares',
  ask: '{controller} desea utilizar cookies opcionales y tecnologías similares para estas finalidades: {purposes}.',
  withdraw:
    'Sin su consentimiento no se almacena nada opcional. Puede cambiar su elección o retirar su consentimiento en cualquier momento en la configuración de privacidad.',
  serviceCount: 'Servicios implicados: {count}',
  policyLink: 'Política de privacidad',
  accept: 'Aceptar todo',
  reject: 'Rechazar todo',
  choose: 'Elegir',
  preferences: 'Configuración de privacidad',
  preferencesIntro: 'Decida sobre cada finalidad por separado. Puede cambiar su elección en cualquier momento.',
  save: 'Guardar elección',
  close: 'Cerrar',
  saved: 'Su elección se ha guardado.',
  announcement: 'Las opciones sobre cookies y tecnologías similares están al principio de la página.',
  appliesAtOnce: 'Los cambios se aplican de inmediato.',
  alwaysOn: 'Siempre activado',
  on: 'Activado',
  off: 'Desactivado',
  gpc: 'Solicitud de exclusión atendida. Su navegador envía la señal Global Privacy Control, por lo que esta finalidad permanece desactivada.',
  gpcHonored: 'Solicitud de exclusión atendida. Su navegador envía la señal Global Privacy Control.',
  details: 'Servicios y almacenamiento',
  columns: { name: 'Nombre', kind: 'Tipo', lifetime: 'Duración' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Almacenamiento local',
    sessionStorage: 'Almacenamiento de sesión',
    indexedDB: 'Base de datos',
    cacheStorage: 'Caché',
  },
  session: 'hasta que cierre la pestaña o el navegador',
  persistent: 'hasta que borre los datos del sitio',
  lifetimeNote:
    'Su navegador puede eliminar estos elementos antes. La mayoría de los navegadores conserva las cookies 400 días como máximo.',
  servicePolicy: 'Política de privacidad de {service}',
  noServices: 'No se ha declarado ningún servicio para esta finalidad.',
  thisSite: 'Este sitio',
  categories: {
    necessary: {
      label: 'Necesario',
      description: 'Imprescindible para que el sitio funcione.',
    },
    functional: {
      label: 'Funcionalidad',
      description: 'Funciones adicionales, como vídeos incrustados, mapas y chat.',
    },
    analytics: {
      label: 'Analítica',
      description: 'Mide qué páginas se visitan, con el fin de mejorar el sitio.',
    },
    marketing: {
      label: 'Marketing',
      description: 'Muestra publicidad según sus intereses y mide el efecto de esa publicidad.',
    },
  },
  acceptance: {
    title: 'Política actualizada',
    inForce: 'La versión {version} de nuestra política está en vigor desde el {date}.',
    apart: 'Su elección sobre cookies y tecnologías similares no cambia.',
    read: 'Leer la política',
    newTab: '(se abre en una pestaña nueva)',
    accept: 'Aceptar',
    decline: 'No aceptar',
  },
  embed: {
    ask: 'Si carga este contenido, su navegador se conecta a {service}.',
    once: 'Cargar una vez',
    always: 'Permitir siempre: {category}',
  },
  law: {
    choices: 'Sus opciones de privacidad',
    choicesIntro:
      'Estas finalidades están activas salvo que usted se excluya de ellas. Puede excluirse de cada una o de todas en cualquier momento.',
    optedOut: 'Su exclusión se ha aplicado.',
    honored: 'Solicitud de exclusión atendida',
    optInAgain: 'Se ha excluido de lo siguiente: {purposes}. ¿Desea volver a permitirlo?',
    optIn: 'Volver a permitir',
    stayOptedOut: 'Mantener la exclusión',
    notice:
      '{controller} utiliza cookies y tecnologías similares para estas finalidades: {purposes}. Puede oponerse en cualquier momento.',
    object: 'Oponerse',
    untilObjection: 'Esta finalidad está activa salvo que usted se oponga.',
    exempt: 'La ley permite esta finalidad sin consentimiento.',
    minors: 'Si tiene menos de {age} años, decida junto con su padre, madre o tutor.',
    authority: 'Puede presentar una reclamación ante la autoridad de control: {authority}.',
    withdrawalEffect:
      'Si retira su consentimiento, lo realizado hasta entonces sigue siendo lícito. Las funciones que requieren su consentimiento dejan de estar disponibles.',
  },
} as const satisfies Locale;
