import { draw } from './draw.js';
import { readExample } from './read-example.js';

const LOOK_AGAIN_MS = 400;

const frame = document.getElementById('example');
const requests = [];

/** The page to show: a path of this server, whatever the address bar says. */
function wantedPage() {
  const page = new URL(new URLSearchParams(location.search).get('page') ?? '', location.origin);
  return page.origin === location.origin && page.pathname !== '/' ? page.href : '/marketing-site/';
}

function look() {
  const seen = readExample(frame.contentWindow);
  draw(seen, requests);
  if (!seen) return;
  document.getElementById('address').textContent = seen.path;
  document.getElementById('alone').href = seen.path;
}

function forget() {
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; path=/; max-age=0`;
  }
  localStorage.clear();
  sessionStorage.clear();
  requests.length = 0;
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
frame.addEventListener('load', () => {
  frame.contentWindow.askfirst?.$consent?.listen(look);
  look();
});

try {
  await catchRequests();
} catch {
  const warning = document.getElementById('warning');
  warning.textContent =
    'This browser allows no service worker here. Requests to other hosts cannot be shown, and after a yes they really leave.';
  warning.hidden = false;
}
frame.src = wantedPage();
// Cookies and tags change without an event that a page around the example could hear.
setInterval(() => document.hidden || look(), LOOK_AGAIN_MS);
