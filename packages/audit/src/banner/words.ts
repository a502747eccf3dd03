import { locales } from '@askfirst/data/locales';

/** What a button of a banner does, by what it says. */
export type Role = 'reject' | 'save' | 'accept' | 'settings';

/** What the buttons of banners say. Texts are compared after `plain`; patterns are sources of regular expressions. */
export interface Words {
  readonly exact: Readonly<Record<Role, readonly string[]>>;
  /** In the order in which they are tried: `Accept only necessary` refuses, and `Accept selected` saves. */
  readonly patterns: readonly (readonly [Role, string])[];
  /** What a text about consent speaks of. */
  readonly topic: string;
  /** What a way back to the question says. */
  readonly reopen: { readonly exact: readonly string[]; readonly pattern: string };
  /** What a page says that honours Global Privacy Control. */
  readonly gpc: { readonly exact: readonly string[]; readonly pattern: string };
}

/**
 * Beyond the words of `@askfirst/data`: what other tools' buttons say, in the languages in which most of their sites are written.
 * Each is tried against the whole text, in lower case.
 */
const PATTERNS: readonly (readonly [Role, string])[] = [
  // English
  [
    'reject',
    '(no,? )?(i )?(reject|decline|deny|refuse|disagree|disallow|do not (accept|agree|consent|allow)|don.t (accept|agree|allow))( to)?( it| them)?( all| everything| any)?( but| except)?( the)?( optional| additional| non-?essential| non-?necessary| unnecessary| necessary| essential)?( cookies| services| apps| purposes| trackers| partners)?( (and|&) (close|continue))?',
  ],
  [
    'reject',
    '(accept|allow|use|keep|continue with|proceed with) (only )?(the )?(strictly )?(necessary|essentials?|required)( cookies| services)?( only)?|(only )(the )?(strictly )?(necessary|essentials?|required)( cookies| services)?|(strictly )?(necessary|essentials?|required)( cookies| services)? only',
  ],
  ['reject', '(continue|proceed) without (accepting|agreeing|consent(ing)?|cookies|tracking)'],
  [
    'save',
    '(save|confirm|submit|apply|store|accept|allow)( (my|your|the|these|current|and))*( close| exit)?( (cookie )?(choices?|preferences?|settings|selections?|selected))+( cookies| services)?',
  ],
  ['save', 'save( (and|&) (close|exit|continue))?|accept selected|allow selection'],
  [
    'accept',
    '(yes,? )?(ok,? )?(i )?(accept|agree|allow|consent|enable)( to)?( them)?( all| everything)?( optional)?( cookies| services| apps| purposes| trackers| partners)?( (and|&) (close|continue|proceed))?|(that.s|i.m) (ok|fine|okay)( with that)?|got it|ok(ay)?|yes',
  ],
  [
    'settings',
    '.{0,24}\\b(settings|preferences|options|choices|customi[sz]e|personali[sz]e|manage|configure|adjust|choose|let me choose|details|learn more and customi[sz]e)\\b.{0,24}',
  ],
  // German
  [
    'reject',
    '(ich )?(alles? |optionale )?(cookies )?(ablehnen|verweigern|zurückweisen|lehne ab|lehne alles ab)( und .{0,20})?',
  ],
  [
    'reject',
    '(nur |ausschließlich )(technisch )?(notwendige|essenzielle|essentielle|erforderliche)( cookies)?( akzeptieren| zulassen| erlauben| verwenden)?',
  ],
  [
    'reject',
    '(weiter |fortfahren )?ohne (einwilligung|zustimmung|zu akzeptieren|akzeptieren|cookies)( fortfahren| weiter)?',
  ],
  [
    'save',
    '(meine )?(auswahl|einstellungen)( und)? (speichern|bestätigen|erlauben|akzeptieren|übernehmen)|speichern( und schließen)?|ausgewählte (akzeptieren|zulassen)',
  ],
  [
    'accept',
    '(ja,? )?(ich )?(alles? |allen )?(cookies )?(akzeptieren|annehmen|zulassen|erlauben|zustimmen|einwilligen|stimme zu|akzeptiere)( und .{0,20})?|einverstanden|ich bin einverstanden',
  ],
  [
    'settings',
    '.{0,24}(einstellungen|anpassen|konfigurieren|auswählen|verwalten|individuell|details|mehr optionen).{0,24}',
  ],
  // French
  [
    'reject',
    '(je |tout |non,? )*(refuser?|rejeter|interdire)( tout| tous les cookies| les cookies| et .{0,20})?|continuer sans (accepter|consentir)( →)?|(uniquement |seulement )(les )?(cookies )?(nécessaires|essentiels)',
  ],
  [
    'save',
    '(enregistrer|sauvegarder|valider|confirmer)( (mes|les|ma|la))?( (choix|préférences|sélection|paramètres))?( et .{0,20})?',
  ],
  [
    'accept',
    '(oui,? )?(j.)?(tout )?(accepter?|autoriser)( tout| tous les cookies| les cookies| et .{0,20})?|d.accord|ok,? tout accepter',
  ],
  [
    'settings',
    '.{0,24}(paramétr|paramètres|personnaliser|gérer|préférences|réglages|choisir|configurer|en savoir plus et).{0,30}',
  ],
  // Spanish, Portuguese, Italian
  [
    'reject',
    '(rechazar|rechazo|denegar|no aceptar|rejeitar|recusar|negar|rifiuta|rifiuto|rifiutare|nega)( todo| todas| todos| tudo| tutto| tutti)?( las| os| i)?( cookies?)?( (y|e) .{0,20})?|(solo|sólo|apenas|somente|solo i)( las| os)?( cookies?)?( necesarias| necessários| necessari| esenciales| essenciais| tecnici)|(continuar|continua) (sin aceptar|sem aceitar|senza accettare)',
  ],
  [
    'save',
    '(guardar|confirmar|salvar|salva|conferma)( (mis|mi|las|a|as|le|la|mie|minhas))*( (selección|preferencias|elección|configuración|ajustes|preferências|escolhas|seleção|preferenze|scelte|selezione))?( (y|e) .{0,20})?',
  ],
  [
    'accept',
    '(aceptar?|acepto|permitir|aceitar?|aceito|accetta|accetto|accettare|consenti)( todo| todas| todos| tudo| tutto| tutti)?( las| os| i)?( cookies?)?( (y|e) .{0,20})?|de acuerdo|concordo|va bene',
  ],
  [
    'settings',
    '.{0,24}(configura|personaliz|preferencias|ajustes|gestionar|opciones|preferências|gerir|gerenciar|opções|preferenze|impostazioni|gestisci|opzioni|scegli).{0,24}',
  ],
  // Dutch
  [
    'reject',
    '(alles? |alle )?(cookies )?(weigeren|afwijzen)|(weiger|wijs)( alles| alle)?( cookies)?( af)?|alleen (noodzakelijke|functionele|essentiële)( cookies)?( (accepteren|toestaan))?|doorgaan zonder (te )?(accepteren|cookies)',
  ],
  [
    'save',
    '(mijn )?(keuzes?|voorkeuren|instellingen|selectie)( (opslaan|bevestigen|toestaan|accepteren))|opslaan( en sluiten)?',
  ],
  [
    'accept',
    '(ja,? )?(ik )?(alles? |alle )?(cookies )?(accepteer|accepteren|toestaan|aanvaarden|ga akkoord|akkoord)( alles| alle)?( cookies)?( en .{0,20})?',
  ],
  ['settings', '.{0,24}(instellingen|aanpassen|voorkeuren|beheer|zelf kiezen|instellen).{0,24}'],
  // Polish, Czech
  [
    'reject',
    '(odrzuć|odmów|odmawiam|nie zgadzam się|odmítnout|odmítám|zamítnout)( wszystkie| wszystko| vše| všechny?)?( pliki)?( cookies?)?|(tylko|pouze|jen) (niezbędne|nezbytné|nutné)( cookies)?',
  ],
  ['save', '(zapisz|potwierdź|uložit|potvrdit).{0,30}'],
  [
    'accept',
    '(zaakceptuj|akceptuj[eę]?|zgadzam się|přijmout|souhlasím|povolit)( na)?( wszystkie| wszystko| vše| všechny?)?( pliki)?( cookies?)?',
  ],
  ['settings', '.{0,24}(ustawienia|dostosuj|preferencje|zarządzaj|nastavení|upravit|přizpůsobit).{0,24}'],
  // Swedish, Danish, Norwegian, Finnish
  [
    'reject',
    '(avvisa|neka|avböj|afvis|avvis|avslå|hylkää|kiellä)( alla| alle| alt| kaikki)?( cookies| kakor| evästeet)?|(endast|kun|bare|vain) (nödvändiga|nødvendige|välttämättömät)( cookies| kakor| evästeet)?',
  ],
  ['save', '(spara|gem|lagre|tallenna).{0,30}'],
  [
    'accept',
    '(acceptera|godkänn|tillåt|accepter|godkend|tillad|godta|aksepter|hyväksy|salli)( alla| alle| alt| kaikki)?( cookies| kakor| evästeet)?',
  ],
  ['settings', '.{0,24}(inställningar|indstillinger|innstillinger|anpassa|tilpas|tilpass|asetukset|mukauta).{0,24}'],
];

const TOPIC =
  'cookie|consent|privacy|gdpr|rgpd|dsgvo|tracking|personal data|datenschutz|einwilligung|zustimmung|confidentialité|vie privée|privacidad|privatsphäre|galleta|informasjonskaps|kakor|evästee|ciasteczk|súbory|piškot|kolačić|süti|slapuk|sīkdat|küpsis|çerez|файл|бисквитк|クッキー|쿠키|隐私|隱私|פרטיות|خصوصية';

/** A way back says what it is about, as one of the locales or as a text that has both: the subject and the act. */
const REOPEN =
  '(?=.*(cookie|consent|privacy|datenschutz|einwilligung|confidentialité|privacidad|preferenze|tracking))(?=.*(settings?|preferences?|choices?|options?|manage|change|withdraw|revoke|einstellungen|widerrufen|ändern|verwalten|préférences|paramètres|gérer|retirer|gestion|configura|ajustes|preferencias|preferenze|impostazioni|gestisci|instellingen|voorkeuren|ustawienia|nastavení|inställningar|indstillinger|innstillinger|asetukset)).{3,60}';

const GPC =
  'opt-?out (request|preference signal|signal)s? (is |was |has been |have been )?hono[u]?red|global privacy control.{0,60}(hono[u]?r|respect|detect|receiv|appl|active|enabled)|(hono[u]?r|respect|detect|receiv)\\w*.{0,60}(global privacy control|\\bgpc\\b)';

/** As texts of buttons are compared: lower case, one space, no arrows or other ornament around. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Leaves, tells or links: no answer and no way to one. */
const NO_ANSWER =
  /^(close|schließen|fermer|cerrar|fechar|chiudi|sluiten|zamknij|powered by|read|learn more)( (?!.*(accept|agree|save))|$)|(policy|notice|statement)$/u;

let loaded: Promise<Words> | undefined;

async function load(): Promise<Words> {
  const all = (await Promise.all(Object.values(locales).map((read) => read()))).map(({ locale }) => locale);
  const each = (...texts: string[]) => [...new Set(texts.map(plain))];
  return {
    exact: {
      reject: each(...all.map(({ reject }) => reject)),
      save: each(...all.map(({ save }) => save)),
      accept: each(...all.map(({ accept }) => accept)),
      settings: each(...all.flatMap(({ choose, preferences }) => [choose, preferences])),
    },
    patterns: PATTERNS,
    topic: TOPIC,
    reopen: { exact: each(...all.map(({ preferences }) => preferences)), pattern: REOPEN },
    gpc: {
      exact: each(...all.flatMap(({ gpc, gpcHonored, law }) => [gpc, gpcHonored, law.honored])),
      pattern: GPC,
    },
  };
}

/** The words of every language there is, loaded once. */
export const wordsOfBanners = (): Promise<Words> => (loaded ??= load());

/**
 * What a button does, by what it says.
 *
 * @param text Its accessible name.
 * @example roleOf('Nur notwendige Cookies', await wordsOfBanners()) // 'reject'
 */
export function roleOf(text: string, { exact, patterns }: Words): Role | undefined {
  // Some tools say it to screen readers only.
  const said = plain(text).replace(/^(cookies?|privacy|consent) ?[:–-] ?/, '');
  if (NO_ANSWER.test(said)) return undefined;
  const roles: readonly Role[] = ['reject', 'save', 'accept', 'settings'];
  return (
    roles.find((role) => exact[role].includes(said)) ??
    patterns.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(said))?.[0]
  );
}
