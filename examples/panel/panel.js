import { draw } from './draw.js';
import { hintsFor } from './hints.js';
import { readExample } from './read-example.js';

const LOOK_AGAIN_MS = 400;
const ASK_SERVER_MS = 2000;

const frame = document.getElementById('example');
const requests = [];
/** Each example has a host of its own, or a folder of the gallery. */
const hostSite = location.hostname.match(/^([\w-]+)\.localhost$/)?.[1];
let cookiesOnServer = [];

/** On a phone the panel lies behind the example. */
const viewPanel = document.getElementById('view-panel');
let lastTraces;

/** The page to show: a path of this server, whatever the address bar says. */
function wantedPage() {
  const page = new URL(new URLSearchParams(location.search).get('page') ?? '', location.origin);
  const isPage = page.origin === location.origin && !page.pathname.startsWith('/view/');
  return isPage && (hostSite || page.pathname !== '/')
    ? page.href
    : `${location.origin}${hostSite ? '/' : '/marketing-site/'}`;
}

/** A dot says that something was stored, removed or requested since the panel was seen. */
function showNews(traces) {
  const news = document.getElementById('news');
  if (viewPanel.checked) news.hidden = true;
  else if (lastTraces && traces !== lastTraces) news.hidden = false;
  lastTraces = traces;
}

function look() {
  const seen = readExample(frame.contentWindow, cookiesOnServer);
  draw(seen, requests);
  if (!seen) return;
  showNews(JSON.stringify([seen.record, seen.storage, requests.length + seen.frames.length]));
  document.getElementById('address').textContent = seen.path;
  document.getElementById('alone').href = seen.path;
}

/** Cookies that no script may read are known to the server only. */
async function askServer(method = 'GET') {
  const response = await fetch('/view/cookies', { method });
  if (response.ok) cookiesOnServer = await response.json();
}

function showHints() {
  const site = hostSite ?? new URL(wantedPage()).pathname.split('/')[1];
  document.getElementById('hints').append(
    ...hintsFor(site).map(([what, result]) => {
      const hint = document.createElement('li');
      const strong = document.createElement('strong');
      strong.textContent = what;
      hint.append(strong, ` ${result}`);
      return hint;
    }),
  );
}

async function forget() {
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; path=/; max-age=0`;
  }
  localStorage.clear();
  sessionStorage.clear();
  requests.length = 0;
  await askServer('DELETE');
  frame.contentWindow.location.reload();
}

/** From now on requests to other hosts end in this browser, and each is reported. */
async function catchRequests() {
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    requests.push(data);
    look();
  });
  await navigator.serviceWorker.register('worker.js', { scope: '/' });
  await navigator.serviceWorker.ready;
}

document.getElementById('forget').addEventListener('click', forget);
viewPanel.addEventListener('change', look);
frame.addEventListener('load', () => {
  frame.contentWindow.askfirst?.$consent?.listen(look);
  look();
  askServer();
});

try {
  await catchRequests();
} catch {
  const warning = document.getElementById('warning');
  warning.textContent =
    'This browser allows no service worker here. Requests to other hosts cannot be shown, and after a yes they really leave.';
  warning.hidden = false;
}
showHints();
frame.src = wantedPage();
// Cookies and tags change without an event that a page around the example could hear.
setInterval(() => document.hidden || look(), LOOK_AGAIN_MS);
setInterval(() => document.hidden || askServer(), ASK_SERVER_MS);
