/**
 * The head stub. Sites paste it into their HTML, right behind `<script async src="…/askfirst.js">`, and it stays there for
 * years: it imports nothing, and every later core must understand what it leaves.
 * It tells Google the denied default and the stored choice, takes calls until the core is there, and fetches the
 * interface beside the core if there is something to ask.
 */

/** Written by the build. */
declare const LANGUAGES: string;

((win, doc) => {
  if (win.askfirst) return;
  const self = doc.currentScript as HTMLScriptElement;
  const core = self.previousElementSibling as HTMLScriptElement;
  const data = core.dataset;

  const q: unknown[] = [];
  const stub: Record<string, unknown> = { q };
  for (const name of ['on', 'when', 'decide', 'acceptAll', 'rejectAll', 'withdraw', 'open', 'record'])
    stub[name] = (...args: unknown[]) => new Promise((resolve) => q.push([name, args, resolve]));
  win.askfirst = stub;

  let ask = true;
  const granted: string[] = [];
  try {
    const record = JSON.parse(win.localStorage.askfirst);
    // Anything but a plain yes or no to just this question is left to the core.
    ask =
      record.v !== 1 ||
      !!data.asked?.split(' ').some((asked) => {
        const [key, services] = asked.split(':') as [string, string];
        const { granted: yes, at, until, asked: about } = record.choices[key];
        if (yes === true && !(key === 'marketing' && win.navigator.globalPrivacyControl)) granted.push(key);
        return (
          String(about) !== services || !(Date.parse(until) > Date.now()) || !(Date.parse(at) < Date.now() + 864e5)
        );
      });
  } catch {}

  if (data.consentMode !== 'off') {
    win.dataLayer ||= [];
    win.gtag ||= function () {
      // biome-ignore lint/complexity/noArguments: Google reads arguments objects only.
      win.dataLayer.push(arguments);
    };
    const signals = (analytics: string, functional: string, marketing: string) => ({
      functionality_storage: functional,
      personalization_storage: functional,
      analytics_storage: analytics,
      ad_storage: marketing,
      ad_user_data: marketing,
      ad_personalization: marketing,
      security_storage: 'granted',
    });
    const state = (key: string) => (granted.includes(key) ? 'granted' : 'denied');
    win.gtag('consent', 'default', { ...signals('denied', 'denied', 'denied'), wait_for_update: 500 });
    if (!ask && data.asked && !doc.prerendering)
      win.gtag('consent', 'update', signals(state('analytics'), state('functional'), state('marketing')));
  }

  if (ask && !doc.prerendering) {
    const wanted = [data.lang, doc.documentElement.lang, ...win.navigator.languages].join();
    for (const chunk of ['ui', new RegExp(LANGUAGES, 'i').exec(wanted)?.[1]?.toLowerCase()]) {
      if (!chunk || chunk === 'en') continue;
      const link = doc.createElement('link');
      link.rel = 'modulepreload';
      link.nonce = self.nonce;
      link.href = core.src.replace(/[^/]*$/, `askfirst-${chunk}.js`);
      doc.head.append(link);
    }
  }
  // biome-ignore lint/suspicious/noExplicitAny: the stub extends the globals it shares with the page.
})(window as any, document as Document & { prerendering?: boolean });
