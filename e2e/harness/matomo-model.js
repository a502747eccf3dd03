/**
 * A small model of Matomo's tracker, which no package has: the order of its calls, consent, cookies, and when a request leaves.
 * Facts: https://github.com/matomo-org/matomo/blob/5.x-dev/js/piwik.js, https://developer.matomo.org/guides/tracking-consent
 */
(() => {
  const MONTH = 30 * 86_400;
  const PACE = 800; // ms after the first request in which further ones wait
  /** These come first, in this order, whatever the order of the page. */
  const FIRST = [
    'forgetCookieConsentGiven',
    'requireCookieConsent',
    'disableCookies',
    'setTrackerUrl',
    'setSiteId',
    'setCookieConsentGiven',
    'requireConsent',
    'setConsentGiven',
  ];
  const read = (name) => document.cookie.match(`(?:^|; )${name.replaceAll('.', '\\.')}=([^;]*)`)?.[1];
  const write = (name, value, seconds) => {
    document.cookie = `${name}=${value}; path=/; max-age=${seconds}; SameSite=Lax`;
  };
  const remove = (name) => write(name, '', -1);

  let address = '';
  let site = '';
  let hasConsent = !read('mtm_consent_removed');
  let noCookies = false;
  let hasSent = false;
  let pacedUntil = 0;
  let refused = [];

  const name = (kind) => `_pk_${kind}.${site}.1fff`;
  const writeCookies = () => {
    if (noCookies || !site) return;
    if (!read(name('id'))) write(name('id'), `0123456789abcdef.${Math.floor(Date.now() / 1000)}.`, 13 * MONTH);
    write(name('ses'), '1', 1800);
  };
  const deleteCookies = () => {
    for (const kind of ['id', 'ses', 'cvar', 'ref']) remove(name(kind));
  };

  /** The consent is looked up now. A request that has to wait does not look again. */
  function send(request) {
    if (read('mtm_consent_removed')) hasConsent = false;
    else if (read('mtm_consent')) hasConsent = true;
    if (!hasConsent) return void refused.push(request);
    hasSent = true;
    const go = () => navigator.sendBeacon(`${address}?${request}`);
    const wait = pacedUntil - Date.now();
    pacedUntil = pacedUntil ? pacedUntil + 50 : Date.now() + PACE;
    if (wait > 0) setTimeout(go, wait);
    else go();
  }
  function track(request) {
    if (noCookies) deleteCookies();
    writeCookies();
    send(`${request}&idsite=${site}&rec=1&url=${encodeURIComponent(location.href)}`);
  }

  const calls = {
    setTrackerUrl: (url) => {
      address = url;
    },
    setSiteId: (id) => {
      site = id;
    },
    trackPageView: () => {
      refused = [];
      track('action_name=page');
    },
    trackEvent: (category, action) => track(`e_c=${category}&e_a=${action}`),
    disableCookies: () => {
      noCookies = true;
      deleteCookies();
    },
    requireConsent: () => {
      hasConsent = !read('mtm_consent_removed') && !!read('mtm_consent');
      if (!hasConsent) noCookies = true;
      addEventListener('beforeunload', () => hasConsent || deleteCookies());
    },
    setConsentGiven: () => {
      hasConsent = true;
      remove('mtm_consent_removed');
      for (const request of refused.splice(0)) send(request);
      calls.setCookieConsentGiven();
    },
    rememberConsentGiven: () => {
      calls.setConsentGiven();
      write('mtm_consent', Date.now(), 360 * MONTH);
    },
    forgetConsentGiven: () => {
      remove('mtm_consent');
      write('mtm_consent_removed', Date.now(), 360 * MONTH);
      calls.forgetCookieConsentGiven();
      calls.requireConsent();
    },
    requireCookieConsent: () => read('mtm_cookie_consent') || calls.disableCookies(),
    setCookieConsentGiven: () => {
      if (!noCookies) return;
      noCookies = false;
      if (!hasSent) return;
      writeCookies();
      track('ping=1');
    },
    rememberCookieConsentGiven: () => {
      calls.setCookieConsentGiven();
      write('mtm_cookie_consent', Date.now(), 360 * MONTH);
    },
    forgetCookieConsentGiven: () => {
      remove('mtm_cookie_consent');
      calls.disableCookies();
    },
  };
  /** Other calls shape what is sent, at which no test looks. */
  const call = ([method, ...args]) => calls[method]?.(...args);
  const queued = window._paq ?? [];
  for (const method of FIRST) for (const entry of queued) if (entry[0] === method) call(entry);
  for (const entry of queued) if (!FIRST.includes(entry[0])) call(entry);
  window._paq = { push: (...entries) => entries.forEach(call) };
})();
