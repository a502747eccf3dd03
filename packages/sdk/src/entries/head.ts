/**
 * The head stub. Sites paste it into their HTML, right behind `<script async src="…/askfirst.js">`, and it stays there for
 * years: it stands alone, and every later core must understand what it leaves.
 * It tells Google the denied default and the stored choice, takes calls until the core is there, and fetches the
 * interface beside the core if there is something to ask.
 */
import { languageOf } from './languages.js';

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
      const { v, choices } = JSON.parse(win.localStorage.askfirst ?? '{}');
      // Anything but a live answer to just this question is left to the core.
      ask =
        v !== 1 ||
        !!data.asked?.split(' ').some((asked) => {
          const [key, services] = asked.split(':') as [string, string];
          const { granted: yes, at, until, asked: about } = choices[key];
          stored[key] = yes === true && !(key === 'marketing' && win.navigator.globalPrivacyControl);
          return String(about) !== services || !(Date.parse(until) > Date.now() && Date.parse(at) < Date.now() + 864e5);
        });
    } catch {}
  }
  // First: what is asked has the longest way. Should one fail, the core says so.
  if (ask) {
    const language = languageOf(`${data.lang},${doc.documentElement.lang},${win.navigator.languages}`);
    for (const chunk of ['ui', language])
      if (chunk !== 'en') import(src.replace(/[^/]*$/, `askfirst-${chunk}.js`)).catch(() => {});
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
  if (ask === false && data.asked) tell('update');
}

head(window, document);
