/**
 * The head stub. Sites paste it into their HTML, right behind `<script async src="…/askfirst.js">`, and it stays there for
 * years: it stands alone, and every later core must understand what it leaves.
 * It tells Google the denied default and the stored choice, takes calls until the core is there, and fetches the
 * interface beside the core if there is something to ask.
 */
import { isLive } from '../policy/choice.js';
import { fingerprint } from '../policy/fingerprint.js';
import { isEnglish } from '../policy/language.js';
import { MAX_LENGTH, STORAGE_KEY } from '../policy/record.js';
import type { Choice } from '../policy/types.js';

// biome-ignore lint/suspicious/noExplicitAny: the stub extends the globals it shares with the page.
function head(win: any, doc: Document & { prerendering?: boolean }): void {
  // A core or a stub, not an element with this id.
  if (win.askfirst?.on?.call) return;
  const self = doc.currentScript as HTMLScriptElement;
  const { dataset: data, src } = self.previousElementSibling as HTMLScriptElement;

  const stored: Record<string, boolean> = {};
  let ask: boolean | undefined;
  // Nobody has looked at a prerendered page yet.
  if (!doc.prerendering) {
    ask = true;
    try {
      const text = win.localStorage.getItem(STORAGE_KEY);
      if (text) {
        const { seal, ...record } = JSON.parse(text);
        // Left to the core: another site's record, one of another version, and whatever is not as a core has written it.
        ask =
          text.length > MAX_LENGTH ||
          record.v !== 1 ||
          seal !== fingerprint([data.site || data.controller || data.ga4, record])
            ? undefined
            : // So is anything but a live answer to this question.
              data.asked?.split(' ').some((word) => {
                const [key, services] = word.split(':') as [string, string];
                // Not asked about.
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
  // First: what is asked has the longest way. Should one fail, the core says so.
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
    // With more it is the default: denied, whatever is stored.
    const state = (key: string) => (!more && stored[key] ? 'granted' : 'denied');
    // Elements with these ids make properties of `window`, too.
    if (!Array.isArray(win.dataLayer)) win.dataLayer = [];
    function queue(..._: unknown[]) {
      try {
        // biome-ignore lint/complexity/noArguments: Google reads arguments objects only.
        win.dataLayer.push(arguments);
      } catch {} // Frozen by the page.
    }
    if (!win.gtag?.call) win.gtag = queue;
    // Past the page's own, which may keep a list of its own.
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
