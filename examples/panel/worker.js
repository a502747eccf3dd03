/** Frames of other hosts are served from below this path, because a worker sees no navigation to another origin. */
const FRAMES = '/view/stand-ins/';
const FILMS = 'https://www.youtube-nocookie.com/';

const answers = {
  'www.googletagmanager.com': (url) => (url.pathname === '/gtag/js' ? fetch('/view/stand-ins/gtag.js') : empty()),
  'js.stripe.com': () => fetch('/view/stand-ins/stripe.js'),
  'www.youtube-nocookie.com': () => fetch('/view/stand-ins/video.html'),
};

const empty = () => new Response(null, { status: 204 });

/** The viewers that are open. Without one the worker keeps out of the way. */
async function openViewers() {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => new URL(url).pathname === '/view/');
}

/** Where a request would really have gone, or undefined if it stays on this server. */
function thirdParty({ url }) {
  const address = new URL(url);
  if (address.origin !== location.origin) return address;
  const frame = address.pathname.slice(FRAMES.length).match(/^[^/]+\.[^/]+\/.*/);
  return address.pathname.startsWith(FRAMES) && frame ? new URL(`https://${frame[0]}${address.search}`) : undefined;
}

async function standIn(event, url) {
  const viewers = await openViewers();
  if (!viewers.length) return fetch(event.request);
  const { referrer } = event.request;
  const page = (await clients.get(event.clientId))?.url ?? referrer;
  for (const viewer of viewers) {
    viewer.postMessage({ address: url.href.replace('https://', ''), page: page && new URL(page).pathname });
  }
  return (answers[url.host] ?? empty)(url);
}

/** What this server sends, with frames of other hosts turned to the stand-ins: in the markup, and where an app's code makes them. */
async function ownText(event) {
  const response = await fetch(event.request);
  if (!response.ok || !(await openViewers()).length) return response;
  const text = await response.text();
  const turned = text
    .replace(/(<iframe\b[^>]*?\s(?:data-)?src=")https:\/\//g, `$1${FRAMES}`)
    .replaceAll(FILMS, FRAMES + FILMS.slice('https://'.length));
  return new Response(turned, { headers: { 'Content-Type': response.headers.get('Content-Type') } });
}

/** Pages, scripts, and the parts of a page that Next fetches. */
const mayMakeFrames = ({ destination, url }) =>
  ['iframe', 'script'].includes(destination) || new URL(url).pathname.endsWith('.txt');

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const url = thirdParty(event.request);
  if (url) event.respondWith(standIn(event, url));
  else if (mayMakeFrames(event.request)) event.respondWith(ownText(event));
});
