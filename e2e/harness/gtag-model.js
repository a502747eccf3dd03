/**
 * A small model of Google's gtag.js, enough to be fooled by the same mistakes: what counts as a command, what a
 * consent command needs, what is granted when nobody said anything, when cookies are written, what a hit carries.
 * Facts: https://developers.google.com/tag-platform/security/guides/consent
 */
(() => {
  const HELD = 200; // ms a hit waits in the queue; Google's waits about 5 s
  const PLACE = 'NG'; // the server writes the visitor's place into the file it serves
  const id = new URL(document.currentScript.src).searchParams.get('id');
  const update = {};
  const byDefault = {}; // signal -> { value, weight }
  const waiting = [];
  let consentSeen = false;
  let released = 0;
  let clientId;

  const denied = (signal) => {
    const value = update[signal] ?? byDefault[signal]?.value;
    return value !== undefined && value !== 'granted'; // nothing said counts as granted
  };
  const digit = (signal) => {
    const value = update[signal] ?? byDefault[signal]?.value;
    return value === undefined ? '-' : value === 'granted' ? '1' : '0';
  };

  /** A subdivision beats a country, a country beats no region, whatever the order. */
  const weightOf = (region) => {
    if (region === undefined) return 1;
    const match = [].concat(region).find((place) => place.toUpperCase() === PLACE);
    return match ? 1 + match.split('-').length : 0;
  };

  function consent(verb, values) {
    consentSeen = true;
    const { region, wait_for_update: wait, ...signals } = values;
    if (verb === 'update') {
      Object.assign(update, signals);
      release();
      if (!denied('analytics_storage')) for (const tag of configured) writeCookies(tag);
    } else if (verb === 'default') {
      const weight = weightOf(region);
      for (const [signal, value] of Object.entries(signals)) {
        if (weight && weight >= (byDefault[signal]?.weight ?? 0)) byDefault[signal] = { value, weight };
      }
      if (wait && update.analytics_storage === undefined) {
        released = performance.now() + wait;
        setTimeout(release, wait);
      }
    }
  }

  const readCookie = (name) =>
    document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1);

  /** On the highest domain that takes a cookie, for 24 months. */
  function setCookie(name, value) {
    const labels = location.hostname.split('.');
    for (let level = labels.length - 1; level >= 0; level -= 1) {
      document.cookie = `${name}=${value}; domain=.${labels.slice(level).join('.')}; path=/; max-age=63072000`;
      if (readCookie(name) === value) return;
    }
  }

  function client() {
    const stored = denied('analytics_storage') ? undefined : readCookie('_ga');
    if (stored) clientId = stored.split('.').slice(-2).join('.');
    clientId ??= `${Math.floor(Math.random() * 1e9)}.${Math.floor(Date.now() / 1000)}`;
    return clientId;
  }

  function writeCookies(tag) {
    if (window[`ga-disable-${tag}`]) return;
    if (!readCookie('_ga')) setCookie('_ga', `GA1.1.${client()}`);
    const session = `_ga_${tag.replace('G-', '')}`;
    if (!readCookie(session)) setCookie(session, `GS2.1.s${Date.now()}`);
  }

  /** The signals are those of the moment the hit was made, not of the moment it leaves. */
  function hit(name) {
    for (const tag of configured) {
      if (window[`ga-disable-${tag}`]) continue;
      if (!denied('analytics_storage')) writeCookies(tag);
      const query = new URLSearchParams({
        v: '2',
        tid: tag,
        cid: client(),
        en: name,
        npa: denied('ad_personalization') ? '1' : '0',
      });
      if (consentSeen) query.set('gcs', `G1${digit('ad_storage')}${digit('analytics_storage')}`);
      setTimeout(() => navigator.sendBeacon(`https://www.google-analytics.com/g/collect?${query}`), HELD);
    }
  }

  const whenReleased = (run) => (performance.now() < released ? waiting.push(run) : run());
  function release() {
    released = 0;
    for (const run of waiting.splice(0)) run();
  }

  const configured = new Set();

  function process(entry) {
    // Only an arguments object is a command. A real array is taken for a call of a data layer method, and dropped.
    if (Object.prototype.toString.call(entry) !== '[object Arguments]') return;
    const [command, name, values] = entry;
    if (command === 'consent' && entry.length === 3) consent(name, values);
    else if (command === 'config') {
      configured.add(name);
      if (values?.send_page_view !== false) whenReleased(() => hit('page_view'));
    } else if (command === 'event') whenReleased(() => hit(name));
  }

  window.dataLayer ??= [];
  const layer = window.dataLayer;
  const push = layer.push;
  for (const entry of [...layer]) process(entry);
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    for (const entry of entries) process(entry);
    return length;
  };
  window.gtagLoads ??= [];
  window.gtagLoads.push(id);
})();
