/** What is said about a choice that follows the account. */
export interface AccountTexts {
  /** In place of the text `withdraw` of the first layer: says besides that the choice holds on all devices. */
  readonly withdraw: string;
  /** The notice, where the account's choice was applied to this browser. */
  readonly applied: string;
  /** The notice, where this browser's newer choice was applied to the account. */
  readonly carried: string;
  readonly change: string;
  readonly close: string;
}

/** By language, in lower case. */
export const texts: Readonly<Record<string, AccountTexts>> = {
  en: {
    withdraw:
      'Nothing optional is stored without your consent. If you sign in, your choice holds on all your devices. You can change your choice or withdraw your consent at any time in the privacy settings.',
    applied: 'The choice of your account about cookies and similar storage now holds in this browser, too.',
    carried: 'Your choice about cookies and similar storage in this browser now holds on all devices of your account.',
    change: 'Change',
    close: 'Close',
  },
  de: {
    withdraw:
      'Ohne Ihre Einwilligung wird nichts Optionales gespeichert. Wenn Sie sich anmelden, gilt Ihre Auswahl auf allen Ihren Geräten. Sie können jederzeit in den Datenschutzeinstellungen Ihre Auswahl ändern oder Ihre Einwilligung widerrufen.',
    applied: 'Die Auswahl Ihres Kontos zu Cookies und ähnlichen Technologien gilt jetzt auch in diesem Browser.',
    carried:
      'Ihre Auswahl zu Cookies und ähnlichen Technologien in diesem Browser gilt jetzt auf allen Geräten Ihres Kontos.',
    change: 'Ändern',
    close: 'Schließen',
  },
  fr: {
    withdraw:
      'Rien de facultatif n’est enregistré sans votre consentement. Si vous vous connectez, votre choix s’applique sur tous vos appareils. Vous pouvez modifier votre choix ou retirer votre consentement à tout moment dans les paramètres de confidentialité.',
    applied:
      'Le choix de votre compte concernant les cookies et technologies similaires s’applique désormais aussi dans ce navigateur.',
    carried:
      'Votre choix dans ce navigateur concernant les cookies et technologies similaires s’applique désormais à tous les appareils de votre compte.',
    change: 'Modifier',
    close: 'Fermer',
  },
  es: {
    withdraw:
      'Sin su consentimiento no se almacena nada opcional. Si inicia sesión, su elección se aplica en todos sus dispositivos. Puede cambiar su elección o retirar su consentimiento en cualquier momento en la configuración de privacidad.',
    applied:
      'La elección de su cuenta sobre cookies y tecnologías similares se aplica ahora también en este navegador.',
    carried:
      'Su elección en este navegador sobre cookies y tecnologías similares se aplica ahora en todos los dispositivos de su cuenta.',
    change: 'Cambiar',
    close: 'Cerrar',
  },
  th: {
    withdraw:
      'เว็บไซต์จะไม่จัดเก็บข้อมูลที่ไม่จำเป็นหากไม่ได้รับความยินยอมจากคุณ หากคุณเข้าสู่ระบบ ตัวเลือกของคุณจะมีผลกับอุปกรณ์ทุกเครื่องของคุณ คุณเปลี่ยนตัวเลือกหรือถอนความยินยอมได้ทุกเมื่อในการตั้งค่าความเป็นส่วนตัว',
    applied: 'ตัวเลือกในบัญชีของคุณเกี่ยวกับคุกกี้และเทคโนโลยีที่คล้ายกันมีผลในเบราว์เซอร์นี้แล้วเช่นกัน',
    carried: 'ตัวเลือกของคุณในเบราว์เซอร์นี้เกี่ยวกับคุกกี้และเทคโนโลยีที่คล้ายกันมีผลกับอุปกรณ์ทุกเครื่องของบัญชีคุณแล้ว',
    change: 'เปลี่ยน',
    close: 'ปิด',
  },
};
