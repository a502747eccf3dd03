import type { AcceptanceTexts } from './types.js';

/** Every word of the dialog that asks to accept a new version of a policy, by language. */
export const acceptanceTexts: Readonly<Record<string, AcceptanceTexts>> = {
  en: {
    title: 'Updated policy',
    inForce: 'Version {version} of our policy has been in force since {date}.',
    apart: 'Your choices about cookies and similar storage stay as they are.',
    read: 'Read the policy',
    newTab: '(opens in a new tab)',
    accept: 'Accept',
    decline: 'Do not accept',
  },
  de: {
    title: 'Aktualisierte Richtlinie',
    inForce: 'Version {version} unserer Richtlinie gilt seit dem {date}.',
    apart: 'Ihre Auswahl zu Cookies und ähnlichen Technologien bleibt unverändert.',
    read: 'Richtlinie lesen',
    newTab: '(öffnet einen neuen Tab)',
    accept: 'Akzeptieren',
    decline: 'Nicht akzeptieren',
  },
  es: {
    title: 'Política actualizada',
    inForce: 'La versión {version} de nuestra política está en vigor desde el {date}.',
    apart: 'Su elección sobre cookies y tecnologías similares no cambia.',
    read: 'Leer la política',
    newTab: '(se abre en una pestaña nueva)',
    accept: 'Aceptar',
    decline: 'No aceptar',
  },
  fr: {
    title: 'Politique mise à jour',
    inForce: 'La version {version} de notre politique est en vigueur depuis le {date}.',
    apart: 'Vos choix concernant les cookies et technologies similaires restent inchangés.',
    read: 'Lire la politique',
    newTab: '(s’ouvre dans un nouvel onglet)',
    accept: 'Accepter',
    decline: 'Ne pas accepter',
  },
  th: {
    title: 'นโยบายฉบับปรับปรุง',
    inForce: 'นโยบายของเราฉบับ {version} มีผลบังคับใช้ตั้งแต่วันที่ {date}',
    apart: 'ตัวเลือกของคุณเกี่ยวกับคุกกี้และเทคโนโลยีที่คล้ายกันยังคงเหมือนเดิม',
    read: 'อ่านนโยบาย',
    newTab: '(เปิดในแท็บใหม่)',
    accept: 'ยอมรับ',
    decline: 'ไม่ยอมรับ',
  },
};
