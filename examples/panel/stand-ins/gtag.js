// A small model of Google's tag: what it stores, sends and obeys, without Google.
{
  const id = new URL(document.currentScript.src).searchParams.get('id');
  const TWO_YEARS_S = 63_072_000;
  window.dataLayer ??= [];
  const layer = window.dataLayer;
  const signals = {};
  let configured = false;

  const isOff = () => window[`ga-disable-${id}`] === true;
  const isGranted = (signal) => signals[signal] !== 'denied';
  const digit = (signal) => (isGranted(signal) ? 1 : 0);

  function clientId() {
    const known = document.cookie.match(/(?:^|; )_ga=GA1\.1\.([\d.]+)/)?.[1];
    return known ?? `${Math.floor(Math.random() * 2 ** 31)}.${Math.floor(Date.now() / 1000)}`;
  }

  function send(event) {
    if (isOff()) return;
    const cid = clientId();
    if (isGranted('analytics_storage')) {
      const session = `GS2.1.s${Math.floor(Date.now() / 1000)}`;
      for (const [name, value] of [
        ['_ga', `GA1.1.${cid}`],
        [`_ga_${id.replace('G-', '')}`, session],
      ]) {
        document.cookie = `${name}=${value}; path=/; max-age=${TWO_YEARS_S}`;
      }
    }
    const gcs = `G1${digit('ad_storage')}${digit('analytics_storage')}`;
    const query = new URLSearchParams({ v: 2, tid: id, gcs, cid, en: event });
    fetch(`https://region1.google-analytics.com/g/collect?${query}`, {
      method: 'POST',
      mode: 'no-cors',
      keepalive: true,
    });
  }

  function run([command, first, values]) {
    if (command === 'consent') {
      const wasGranted = isGranted('analytics_storage');
      Object.assign(signals, values);
      if (configured && !wasGranted && isGranted('analytics_storage')) send('user_engagement');
    } else if (command === 'config' && first === id) {
      configured = true;
      if (values?.send_page_view !== false) send('page_view');
    } else if (command === 'event' && configured && isGranted('analytics_storage')) send(first);
  }

  // Only `arguments` objects are commands.
  const runEntry = (entry) => {
    if (Object.prototype.toString.call(entry) === '[object Arguments]') run([...entry]);
  };
  const push = layer.push;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    entries.forEach(runEntry);
    return length;
  };
  layer.forEach(runEntry);
}
