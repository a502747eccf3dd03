/**
 * A small model of Google Tag Manager: it notes which events its triggers see, and what consent held at each, and fires the tags that the
 * page under test names. Facts: https://developers.google.com/tag-platform/tag-manager/templates/consent-apis
 */
(() => {
  const consent = {};
  window.dataLayer ??= [];
  const layer = window.dataLayer;
  window.gtmTriggers = [];

  /** "Require additional consent for tag to fire": each tag fires once, at the first event at which all of it is granted. */
  function fire() {
    for (const tag of window.gtmTags ?? []) {
      if (tag.hasFired || !tag.needs.every((type) => consent[type] === 'granted')) continue;
      tag.hasFired = true;
      document.head.append(Object.assign(document.createElement('script'), { src: tag.src }));
    }
  }

  function process(entry) {
    if (Object.prototype.toString.call(entry) === '[object Arguments]') {
      if (entry[0] === 'consent' && entry.length === 3) Object.assign(consent, entry[2]);
    } else if (entry?.event) {
      window.gtmTriggers.push({ event: entry.event, analytics: consent.analytics_storage });
      fire();
    }
  }

  // Consent Initialization comes before all else. A template sets consent by the functions of its sandbox, not by the queue.
  window.gtmInit?.((state) => Object.assign(consent, state));

  const push = layer.push;
  for (const entry of [...layer]) process(entry);
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    for (const entry of entries) process(entry);
    return length;
  };
})();
