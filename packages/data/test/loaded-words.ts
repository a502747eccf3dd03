/**
 * Words a consent text must not use, one pattern per language: agreement by mere notice ("OK"), guilt, urgency, praise
 * and double negatives. Basis: Colorado 4 CCR 904-3-7.09, California 11 CCR 7004, VG Hannover 10 A 5385/22.
 */
export const loadedWords: Readonly<Record<string, RegExp>> = {
  en: /\b(got it|i agree|accept (&|and) (close|continue)|continue|now|hurry|quick(ly)?|today|last chance|miss(ing)? out|please|best|better|enhanced?|personali[sz]ed|we (value|care)|love|sorry|unfortunately|recommended|no thanks|don['’]t (not|reject|disable))\b/i,
  de: /\b(verstanden|einverstanden|zustimmen (&|und) (schließen|weiter)|schließen (&|und)|fortfahren|jetzt|schnell|heute|nur noch|letzte chance|verpassen|bitte|beste[ns]?\b|bessere?[ns]?\b|optimal|personalisiert|am herzen|lieben|leider|schade|empfohlen|nein danke|nicht (ablehnen|deaktivieren))/i,
  fr: /\b(compris|d['’]accord|accepter et|continuer|maintenant|vite|aujourd['’]hui|dernière chance|manque[rz]|s['’]il vous plaît|veuillez|meilleur|optimal|personnalisé|nous tenons|aimons|désolé|malheureusement|dommage|recommandé|non merci|ne pas (refuser|désactiver))/i,
  es: /\b(entendido|de acuerdo|aceptar y|continuar|ahora|rápid|hoy\b|última oportunidad|pierda|perderá|por favor|mejor\b|mejores|óptim|personalizad|nos importa|amamos|lo sentimos|lamentablemente|lástima|recomendad|no, gracias|no (rechazar|desactivar))/i,
  it: /\b(ho capito|capito|d['’]accordo|accetta e|continua|prosegui|adesso|subito|presto|oggi|ultima occasione|perder|per favore|per piacere|la preghiamo|miglior[ei]?\b|ottim|personalizzat|ci teniamo|teniamo a|amiamo|ci dispiace|purtroppo|peccato|consigliat|no,? grazie|non (rifiutare|disattivare))/i,
  pl: /(?<!\p{L})(rozumiem|zgadzam się|zaakceptuj i|akceptuję i|kontynuuj|przejdź dalej|teraz|szybk|dziś|dzisiaj|ostatnia szansa|przegap|(s|u)?tracisz|proszę|prosimy|najleps|leps|optymaln|spersonalizowan|personaliz|cenimy|zależy nam|kochamy|przykro|niestety|szkoda|zaleca|polecan|nie,? dziękuję|nie (odrzucaj|wyłączaj))/iu,
  pt: /(?<!\p{L})(percebi|entendi|compreendi|concordo|de acordo|aceitar e|continuar|prosseguir|agora|rápid|hoje|última oportunidade|perder|perca|por favor|melhor(es)?(?!\p{L})|ótim|otimiz|personalizad|valorizamos|adoramos|lamentamos|pedimos desculpa|infelizmente|que pena|recomendad|não,? obrigad[oa]|não (rejeitar|recusar|desativar))/iu,
  'pt-br':
    /(?<!\p{L})(entendi|concordo|de acordo|aceitar e|continuar|prosseguir|agora|rápid|hoje|última chance|perder|perca|por favor|melhor|ótim|otimiz|personalizad|nos importamos|valorizamos|amamos|desculpe|lamentamos|infelizmente|que pena|recomendad|não,? obrigad[oa]|não (rejeitar|recusar|desativar))/iu,
  nl: /\b(begrepen|akkoord|ik ga akkoord|accepteren en|doorgaan|verdergaan|nu\b|snel|vandaag|laatste kans|mis(sen)?\b|alstublieft|alsjeblieft|graag|beste\b|betere?\b|optima|gepersonaliseerd|op maat|geven om|houden van|sorry|helaas|jammer|aanbevolen|nee,? bedankt|niet (weigeren|uitschakelen))/i,
  sv: /(?<!\p{L})(jag förstår|uppfattat|jag samtycker|godkänn och|acceptera och|fortsätt|nu(?!\p{L})|snabb|skynda|idag|i dag|sista chansen|missa|vänligen|snälla|tack|bästa|bättre|optim|skräddarsy|personligt anpassa|personanpassa|personaliser|värnar|bryr oss|älskar|ledsen|tyvärr|synd(?!\p{L})|rekommender|nej,? tack|inte (avvisa|neka|stänga))/iu,
  ar: /(حسنًا|حسنا|فهمت|(?<!\p{L})موافق(?!\p{L})|قبول و|متابعة|المتابعة|استمرار|الآن|بسرعة|أسرع|اليوم|الفرصة الأخيرة|تفوّت|تفوت|يُرجى|يرجى|الرجاء|من فضلك|أفضل|مثالي|مخصّص|مخصص|نهتم|يهمنا|نحب|عذرًا|نأسف|للأسف|موصى|ننصح|لا،? شكرًا|لا شكرا|عدم (الرفض|الإيقاف))/u,
  'zh-hant':
    /(好的|知道了|我同意|瞭解了|了解了|接受並|繼續|現在|立即接受|馬上|趕快|盡快|今天|最後機會|錯過|請|最佳|最好|更好|更佳|優質|個人化|專屬|我們重視|我們在乎|抱歉|可惜|遺憾|推薦|建議|不用了|謝謝|不要(拒絕|關閉))/,
  th: /(ตกลง|เข้าใจแล้ว|ยอมรับและ|ดำเนินการต่อ|ตอนนี้|เดี๋ยวนี้|รีบ|ด่วน|วันนี้|โอกาสสุดท้าย|พลาด|กรุณา|โปรด|ดีที่สุด|ดียิ่งขึ้น|ขออภัย|เสียดาย|น่าเสียดาย|แนะนำ|ไม่ล่ะ|ห่วงใย)/i,
};

/** In no language: "OK" as a word, and the exclamation mark. */
export const loadedAnywhere = /(?<!\p{L})ok(ay)?(?!\p{L})|[!！¡]/iu;
