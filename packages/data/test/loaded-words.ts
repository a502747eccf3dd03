/**
 * Words a consent text must not use, one pattern per language: agreement by mere notice ("OK"), guilt, urgency, praise
 * and double negatives. Basis: Colorado 4 CCR 904-3-7.09, California 11 CCR 7004, VG Hannover 10 A 5385/22.
 */
export const loadedWords: Readonly<Record<string, RegExp>> = {
  en: /\b(got it|i agree|accept (&|and) (close|continue)|continue|now|hurry|quick(ly)?|today|last chance|miss(ing)? out|please|best|better|enhanced?|personali[sz]ed|we (value|care)|love|sorry|unfortunately|recommended|no thanks|don['’]t (not|reject|disable))\b/i,
  de: /\b(verstanden|einverstanden|zustimmen (&|und) (schließen|weiter)|schließen (&|und)|fortfahren|jetzt|schnell|heute|nur noch|letzte chance|verpassen|bitte|beste[ns]?\b|bessere?[ns]?\b|optimal|personalisiert|am herzen|lieben|leider|schade|empfohlen|nein danke|nicht (ablehnen|deaktivieren))/i,
  fr: /\b(compris|d['’]accord|accepter et|continuer|maintenant|vite|aujourd['’]hui|dernière chance|manque[rz]|s['’]il vous plaît|veuillez|meilleur|optimal|personnalisé|nous tenons|aimons|désolé|malheureusement|dommage|recommandé|non merci|ne pas (refuser|désactiver))/i,
  es: /\b(entendido|de acuerdo|aceptar y|continuar|ahora|rápid|hoy\b|última oportunidad|pierda|perderá|por favor|mejor\b|mejores|óptim|personalizad|nos importa|amamos|lo sentimos|lamentablemente|lástima|recomendad|no, gracias|no (rechazar|desactivar))/i,
  th: /(ตกลง|เข้าใจแล้ว|ยอมรับและ|ดำเนินการต่อ|ตอนนี้|เดี๋ยวนี้|รีบ|ด่วน|วันนี้|โอกาสสุดท้าย|พลาด|กรุณา|โปรด|ดีที่สุด|ดียิ่งขึ้น|ขออภัย|เสียดาย|น่าเสียดาย|แนะนำ|ไม่ล่ะ|ห่วงใย)/i,
};

/** In no language: "OK" as a word, and the exclamation mark. */
export const loadedAnywhere = /(?<!\p{L})ok(ay)?(?!\p{L})|[!！¡]/iu;
