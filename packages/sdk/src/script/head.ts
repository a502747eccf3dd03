/**
 * The head stub. Sites paste it into their HTML, right after `<script async src="…/askfirst.js">`, where it stays for years: it needs
 * no other file, and every later core has to understand what it leaves. It sends Google the denied default and the stored choice,
 * queues calls until the core has loaded, and loads the interface in parallel with the core if there is something to ask.
 */
import { isLive } from '../policy/choice.js';
import { fingerprint } from '../policy/fingerprint.js';
import { isEnglish } from '../policy/language.js';
import { MAX_LENGTH, STORAGE_KEY } from '../policy/record.js';
import type { Choice } from '../policy/types.js';

// biome-ignore lint/suspicious/noExplicitAny: the stub extends the globals it shares with the page.
function head(win: any, doc: Document & { prerendering?: boolean }): void {
  // A core or a stub is here already. An element with this id has no `on`.
  if (win.askfirst?.on?.call) return;
  const self = doc.currentScript as HTMLScriptElement;
  // A picture or form of this name, whose neighbour would say where to load code from. The core does it all.
  if (self.localName !== 'script') return;
  const { dataset: data, src } = self.previousElementSibling as HTMLScriptElement;

  const stored: Record<string, boolean> = {};
  let ask: boolean | undefined;
  // The visitor has not seen a prerendered page: https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering
  if (!doc.prerendering) {
    ask = true;
    try {
      const text = win.localStorage.getItem(STORAGE_KEY);
      if (text) {
        const { seal, ...record } = JSON.parse(text);
        // The core decides about the record of another site or version, and about one that no core has written.
        ask =
          text.length > MAX_LENGTH ||
          record.v !== 1 ||
          seal !== fingerprint([data.site || data.controller || data.ga4, record])
            ? undefined
            : // Whether any category has no live answer about all its services.
              data.asked?.split(' ').some((word) => {
                const [key, services] = word.split(':') as [string, string];
                // Not asked about: the signal answers it.
                if (key === 'marketing' && win.navigator.globalPrivacyControl) return false;
                const choice = record.choices[key] as Choice;
                stored[key] = choice.granted;
                return !(
                  services.split(',').every((each) => !each || choice.asked.includes(each)) &&
                  isLive(choice, Date.now())
                );
              });
      }
    } catch {}
  }
  // First, because the interface takes longest. If a file fails, the core reports it.
  if (ask) {
    const fetch = (chunk: string) => import(src.replace(/[^/]*$/, `askfirst-${chunk}.js`));
    const wanted = [data.lang, doc.documentElement.lang, win.navigator.languages].join();
    fetch('ui').catch(() => {});
    if (!isEnglish(wanted))
      fetch('words')
        .then(({ words }) => words(wanted))
        .catch(() => {});
  }

  const tell = (command: string, more?: object) => {
    if (data.consentMode === 'off') return;
    // With `more` this is the default: denied, whatever is stored.
    const state = (key: string) => (!more && stored[key] ? 'granted' : 'denied');
    // Elements with these ids are properties of `window`, too:
    // https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
    if (!Array.isArray(win.dataLayer)) win.dataLayer = [];
    function queue(..._: unknown[]) {
      try {
        // biome-ignore lint/complexity/noArguments: Google reads arguments objects only.
        win.dataLayer.push(arguments);
      } catch {} // Frozen by the page.
    }
    if (!win.gtag?.call) win.gtag = queue;
    // Not by the page's own `gtag`, which may write to another list.
    queue('consent', command, {
      functionality_storage: state('functional'),
      personalization_storage: state('functional'),
      analytics_storage: state('analytics'),
      ad_storage: state('marketing'),
      ad_user_data: state('marketing'),
      ad_personalization: state('marketing'),
      security_storage: 'granted',
      ...more,
    });
  };

  const q: unknown[] = [];
  win.askfirst = { q };
  for (const name of ['on', 'when', 'queue', 'decide', 'acceptAll', 'rejectAll', 'withdraw', 'open'])
    win.askfirst[name] = (...args: unknown[]) => new Promise((resolve) => q.push([name, args, resolve, Date.now()]));

  tell('default', { wait_for_update: 500 });
  if (ask === false) tell('update');
}

head(window, document);
