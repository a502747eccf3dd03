/** The page in one frame: a visitor at the place that its address names. */
const asked = new URLSearchParams(location.search);
// Browsers with the signal have it by themselves.
if (asked.get('gpc')) Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
const script = document.createElement('script');
script.src = '/askfirst/askfirst.js';
script.dataset.region = asked.get('place');
script.dataset.layout = 'card';
// Each frame is a site of its own, so that an answer in one is none in the others.
script.dataset.site = `law-${asked.get('place')}-${asked.get('round')}`;
document.documentElement.lang = asked.get('lang');
script.addEventListener('load', () => {
  window.askfirst.$consent.subscribe(({ granted }) => {
    document
      .getElementById('running')
      .replaceChildren(
        ...Object.keys(granted).map((key) =>
          Object.assign(document.createElement('li'), { textContent: `${key}: ${granted[key] ? 'yes' : 'no'}` }),
        ),
      );
  });
});
document.addEventListener('DOMContentLoaded', () => document.head.append(script));
