/** The page in one frame: asks in the layout, position and scheme that its address names, and again each time it is opened. */
const asked = new URLSearchParams(location.search);
const script = document.createElement('script');
script.src = '/askfirst/askfirst.js';
script.dataset.site = `theme-${asked.get('scheme')}`;
script.dataset.revision = String(Date.now());
for (const name of ['layout', 'position', 'scheme']) script.dataset[name] = asked.get(name);
document.documentElement.style.colorScheme = asked.get('scheme');
document.addEventListener('DOMContentLoaded', () => {
  // Set by the page around it, which is asked for the colours before the question is there.
  parent.postMessage('ready', location.origin);
  document.head.append(script);
});
