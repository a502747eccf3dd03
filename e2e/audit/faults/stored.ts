import { type Fault, javascript, script } from './fault.js';

/** What the clean pages may store: the owner says so. */
export const promisedServices = [
  {
    id: 'shop',
    category: 'necessary',
    stores: [
      { kind: 'cookie', name: 'basket', lifetime: [1, 'day'], secure: true },
      { kind: 'cookie', name: 'login', lifetime: 'session', httpOnly: true, secure: true },
      { kind: 'cookie', name: 'embedded', lifetime: 'session' },
      { kind: 'cookie', name: 'language', lifetime: [30, 'day'] },
      { kind: 'localStorage', name: 'basket' },
      { kind: 'sessionStorage', name: 'step' },
      { kind: 'indexedDB', name: 'catalogue' },
      { kind: 'cacheStorage', name: 'offline' },
    ],
  },
];

const DAY = 86_400;
const shown = (path: string) => `<img src="${path}" alt="">`;

/** Ways to keep something before anybody has chosen, or other than promised. */
export const storageFaults: readonly Fault[] = [
  {
    name: 'a cookie by a script',
    lie: '<script src="/lie-cookie.js"></script>',
    clean: '<script src="/own-cookie.js"></script>',
    replies: {
      '/lie-cookie.js': javascript("document.cookie = 'by_script=1; max-age=3600'"),
      '/own-cookie.js': javascript(`document.cookie = 'basket=1; secure; max-age=${DAY}'`),
    },
    subject: 'by_script',
    cause: 'script',
  },
  {
    name: 'a cookie of an answer',
    lie: shown('/lie-http.gif'),
    clean: shown('/own-http.gif'),
    replies: {
      '/lie-http.gif': { type: 'image/gif', headers: { 'set-cookie': 'by_answer=1' } },
      '/own-http.gif': { type: 'image/gif' },
    },
    subject: 'by_answer',
    cause: 'markup',
  },
  {
    name: 'a cookie that no script can read',
    lie: shown('/lie-only.gif'),
    clean: shown('/own-only.gif'),
    replies: {
      '/lie-only.gif': { type: 'image/gif', headers: { 'set-cookie': 'hidden=1; HttpOnly; Secure' } },
      '/own-only.gif': { type: 'image/gif', headers: { 'set-cookie': 'login=1; HttpOnly; Secure' } },
    },
    subject: 'hidden',
    cause: 'markup',
  },
  {
    name: 'a cookie in a partition of its own',
    lie: shown('/lie-partition.gif'),
    clean: shown('/own-partition.gif'),
    replies: {
      '/lie-partition.gif': {
        type: 'image/gif',
        headers: { 'set-cookie': 'partitioned=1; Secure; SameSite=None; Partitioned' },
      },
      '/own-partition.gif': {
        type: 'image/gif',
        headers: { 'set-cookie': 'embedded=1; Secure; SameSite=None; Partitioned' },
      },
    },
    subject: 'partitioned',
    cause: 'markup',
  },
  {
    name: 'a cookie by the newer interface for scripts',
    lie: script("cookieStore.set({ name: 'by_store', value: '1', expires: Date.now() + 60_000 })"),
    clean: script("cookieStore.set({ name: 'basket', value: '2', expires: Date.now() + 60_000 })"),
    subject: 'by_store',
    cause: 'script',
  },
  {
    name: 'a cookie of another host',
    lie: '<iframe src="https://embed.example.net/map"></iframe>',
    clean: '<iframe src="/map"></iframe>',
    replies: {
      'https://embed.example.net/map': {
        type: 'text/html',
        body: script("localStorage.setItem('viewer', '1')"),
        headers: { 'set-cookie': 'foreign=1; Secure; SameSite=None' },
      },
      '/map': { type: 'text/html', body: script("localStorage.setItem('basket', '2')") },
    },
    subject: 'foreign',
  },
  {
    name: 'local storage of another host',
    // The frame above does it.
    lie: '',
    clean: '',
    subject: 'viewer',
    cause: 'script',
  },
  {
    name: 'a cookie that asks for longer than was promised',
    lie: script(`document.cookie = 'language=en; max-age=${400 * DAY}'`),
    clean: script(`document.cookie = 'language=en; max-age=${30 * DAY}'`),
    subject: 'language',
    promise: 'stores',
    cause: 'script',
  },
  {
    name: 'local storage',
    lie: script("localStorage.setItem('visitor', '1')"),
    clean: script("localStorage.setItem('basket', '1')"),
    subject: 'visitor',
    cause: 'script',
  },
  {
    name: 'session storage',
    lie: script("sessionStorage.tab = '1'"),
    clean: script("sessionStorage.step = '1'"),
    subject: 'tab',
  },
  {
    name: 'a database',
    lie: script("indexedDB.open('profile')"),
    clean: script("indexedDB.open('catalogue')"),
    subject: 'profile',
    cause: 'script',
  },
  {
    name: 'a cache',
    lie: script("caches.open('ids')"),
    clean: script("caches.open('offline')"),
    subject: 'ids',
    cause: 'script',
  },
  {
    name: 'reads of what tells one browser from another',
    lie: script(`{
      const context = document.createElement('canvas').getContext('2d');
      context.fillText('Cwm fjordbank glyphs', 2, 20);
      context.canvas.toDataURL();
      navigator.userAgentData.getHighEntropyValues(['model']);
    }`),
    clean: script(`{
      const context = document.createElement('canvas').getContext('2d');
      context.fillText('12', 2, 20);
      context.canvas.toDataURL();
    }`),
    subject: 'read',
    promise: 'fingerprinting',
  },
];
