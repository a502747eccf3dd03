/** A small model of Google Tag Manager: it notes which events its triggers see, and what consent held at each. */
(() => {
  const consent = {};
  window.dataLayer ??= [];
  const layer = window.dataLayer;
  window.gtmTriggers = [];

  function process(entry) {
    if (Object.prototype.toString.call(entry) === '[object Arguments]') {
      if (entry[0] === 'consent' && entry.length === 3) Object.assign(consent, entry[2]);
    } else if (entry?.event) window.gtmTriggers.push({ event: entry.event, analytics: consent.analytics_storage });
  }

  const push = layer.push;
  for (const entry of [...layer]) process(entry);
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    for (const entry of entries) process(entry);
    return length;
  };
})();
