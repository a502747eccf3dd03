import { type Fault, javascript, script } from './fault.js';

const NOTHING = javascript('');
const EVERYBODY = { 'access-control-allow-origin': '*' };

/** Ways to send something before anybody has chosen. */
export const wireFaults: readonly Fault[] = [
  {
    name: 'a script in the markup',
    lie: '<script src="https://parser.example.net/tag.js"></script>',
    clean: '<script src="/own.js"></script>',
    replies: { 'https://parser.example.net/tag.js': NOTHING, '/own.js': NOTHING },
    subject: 'parser.example.net/tag.js',
    cause: 'markup',
  },
  {
    name: 'a preload',
    lie: '<link rel="preload" as="script" href="https://preload.example.net/tag.js">',
    clean: '<link rel="preload" as="script" href="/own.js">',
    replies: { 'https://preload.example.net/tag.js': NOTHING },
    subject: 'preload.example.net/tag.js',
    cause: 'preload',
  },
  {
    name: 'a prefetch',
    lie: '<link rel="prefetch" href="https://prefetch.example.net/next.js">',
    clean: '<link rel="prefetch" href="/own.js?next">',
    replies: { 'https://prefetch.example.net/next.js': NOTHING },
    subject: 'prefetch.example.net/next.js',
    cause: 'markup',
  },
  {
    name: 'a picture in a style sheet',
    lie: '<link rel="stylesheet" href="/lie.css">',
    clean: '<link rel="stylesheet" href="/own.css">',
    replies: {
      '/lie.css': { type: 'text/css', body: 'h1 { background: url(https://css.example.net/pixel.gif) }' },
      '/own.css': { type: 'text/css', body: 'h1 { background: url(/pixel.gif) }' },
    },
    subject: 'css.example.net/pixel.gif',
    cause: 'stylesheet',
  },
  {
    name: 'a request of a worker',
    lie: script("new Worker('/lie-worker.js')"),
    clean: script("new Worker('/own-worker.js')"),
    replies: {
      '/lie-worker.js': javascript("fetch('https://worker.example.net/hit', { method: 'POST', body: 'a=1' })"),
      '/own-worker.js': javascript("fetch('/stock')"),
      'https://worker.example.net/hit': { headers: EVERYBODY },
    },
    subject: 'worker.example.net/hit',
    cause: 'worker',
  },
  {
    name: 'a request of a worker that pages share',
    lie: script("new SharedWorker('/lie-shared.js')"),
    clean: script("new SharedWorker('/own-shared.js')"),
    replies: {
      '/lie-shared.js': javascript("fetch('https://shared.example.net/hit')"),
      '/own-shared.js': javascript("fetch('/stock?shared')"),
      'https://shared.example.net/hit': { headers: EVERYBODY },
    },
    subject: 'shared.example.net/hit',
    cause: 'worker',
  },
  {
    name: 'a request of a service worker',
    lie: script("navigator.serviceWorker.register('/lie-service-worker.js', { scope: '/lies/' })"),
    clean: script("navigator.serviceWorker.register('/own-service-worker.js', { scope: '/clean/' })"),
    replies: {
      '/lie-service-worker.js': javascript(
        "addEventListener('install', (event) => event.waitUntil(fetch('https://service-worker.example.net/hit')))",
      ),
      '/own-service-worker.js': javascript(
        "addEventListener('install', (event) => event.waitUntil(fetch('/stock?installed')))",
      ),
      'https://service-worker.example.net/hit': { headers: EVERYBODY },
    },
    subject: 'service-worker.example.net/hit',
    cause: 'service-worker',
  },
  {
    name: 'a beacon when the page is left',
    lie: script("addEventListener('pagehide', () => navigator.sendBeacon('https://beacon.example.net/bye', 'bye'))"),
    clean: script("addEventListener('pagehide', () => navigator.sendBeacon('/bye', 'bye'))"),
    subject: 'beacon.example.net/bye',
  },
  {
    name: 'a WebSocket',
    lie: script("new WebSocket('wss://socket.example.net/live')"),
    clean: script("new WebSocket('wss://www.shop.example.com/live')"),
    subject: 'socket.example.net/live',
    cause: 'script',
  },
  {
    name: 'a WebTransport',
    lie: script("new WebTransport('https://transport.example.net/live').ready.catch(() => {})"),
    clean: script("new WebTransport('https://www.shop.example.com/live').ready.catch(() => {})"),
    subject: 'transport.example.net/live',
    cause: 'script',
  },
  {
    name: 'a server that is asked for the way to another browser',
    lie: script(
      "const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.net:3478' }] }); peer.createDataChannel('a'); peer.createOffer().then((offer) => peer.setLocalDescription(offer))",
    ),
    clean: script(
      "const peer = new RTCPeerConnection(); peer.createDataChannel('a'); peer.createOffer().then((offer) => peer.setLocalDescription(offer))",
    ),
    subject: 'stun.example.net:3478',
    cause: 'script',
  },
  {
    name: 'a redirect through the own host',
    lie: '<img src="/out" alt="">',
    clean: '<img src="/moved" alt="">',
    replies: {
      '/out': { status: 302, headers: { location: 'https://redirect.example.net/pixel.gif' } },
      '/moved': { status: 302, headers: { location: '/pixel.gif' } },
    },
    subject: 'redirect.example.net/pixel.gif',
    cause: 'redirect',
  },
  {
    name: "a vendor behind a path of the site's own",
    lie: script("fetch('/metrics/g/collect?v=2&tid=G-ABCDEFGH12&gcs=G111&gcd=13r3r3r3r5&cid=1.2&en=page_view')"),
    clean: script("fetch('/metrics/collect?v=2')"),
    subject: 'www.shop.example.com/metrics/g/collect',
    cause: 'script',
  },
  {
    name: 'a picture in a frame that is written into the page',
    lie: '<iframe srcdoc="<img src=https://srcdoc.example.net/pixel.gif>"></iframe>',
    clean: '<iframe srcdoc="<img src=/pixel.gif>"></iframe>',
    subject: 'srcdoc.example.net/pixel.gif',
  },
  {
    name: 'what a script loads that a script loads',
    lie: script("document.head.append(Object.assign(document.createElement('script'), { src: '/lie-loader.js' }))"),
    clean: script("document.head.append(Object.assign(document.createElement('script'), { src: '/own-loader.js' }))"),
    replies: {
      '/lie-loader.js': javascript("setTimeout(() => (new Image().src = 'https://chain.example.net/pixel.gif'))"),
      '/own-loader.js': javascript("setTimeout(() => (new Image().src = '/pixel.gif'))"),
    },
    subject: 'chain.example.net/pixel.gif',
    cause: 'script',
  },
];
