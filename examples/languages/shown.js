/** The page in one frame: asks in the language and layout that its address names. */
const asked = new URLSearchParams(location.search);
const script = document.createElement('script');
script.src = '/askfirst/askfirst.js';
// Each frame is a site of its own, so that an answer in one is none in the others.
script.dataset.site = asked.get('lang');
script.dataset.lang = asked.get('lang');
script.dataset.layout = asked.get('layout');
script.addEventListener('load', () => {
  if (asked.get('show') === 'settings') window.askfirst.open();
});
document.documentElement.lang = asked.get('lang');
document.addEventListener('DOMContentLoaded', () => document.head.append(script));
