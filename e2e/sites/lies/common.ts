import { header, inBody, inHead, script } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What finds its way into sites that promise the contrary. */

export const strayGtag: Lie = {
  name: 'a pasted Google tag',
  edit: inHead(
    '<script async src="https://www.googletagmanager.com/gtag/js?id=G-STRAY"></script>' +
      script(`window.dataLayer ??= []; function stray() { dataLayer.push(arguments); }
        stray('js', new Date()); stray('config', 'G-STRAY');`),
  ),
  shows: /G-STRAY/,
};

export const webFont: Lie = {
  name: 'a font from elsewhere',
  edit: inHead('<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter">'),
  shows: /fonts\.googleapis\.com/,
};

export const trackingPixel: Lie = {
  name: 'a tracking pixel',
  edit: inBody('<img src="https://pixel.example.net/seen.gif" width="1" height="1" alt="">'),
  shows: /pixel\.example\.net/,
};

export const beacon: Lie = {
  name: 'a beacon',
  edit: inBody(script('navigator.sendBeacon("https://stats.example.net/visit")')),
  shows: /stats\.example\.net/,
};

export const serverCookie: Lie = {
  name: 'a cookie no script can see',
  edit: header('Set-Cookie', 'visitor=4711; Path=/; Secure; HttpOnly; Max-Age=31536000'),
  shows: /visitor/,
};

export const scriptCookie: Lie = {
  name: 'a cookie by a script',
  edit: inBody(script('document.cookie = "guest=4711; path=/; max-age=31536000"')),
  shows: /guest/,
};

export const storedId: Lie = {
  name: 'an id in localStorage',
  edit: inBody(script('localStorage.setItem("visitor_id", "4711")')),
  shows: /localStorage visitor_id/,
};

export const sessionId: Lie = {
  name: 'an id in sessionStorage',
  edit: inBody(script('sessionStorage.setItem("visit_id", "4711")')),
  shows: /sessionStorage visit_id/,
};

export const database: Lie = {
  name: 'a database of ids',
  edit: inBody(script('indexedDB.open("visitor_ids")')),
  shows: /indexedDB visitor_ids/,
};

export const canvasReader: Lie = {
  name: 'a canvas that is read',
  edit: inBody(script('document.createElement("canvas").toDataURL()')),
  shows: /HTMLCanvasElement\.toDataURL/,
};

export const audioReader: Lie = {
  name: 'sound that is rendered to be read',
  edit: inBody(script('new OfflineAudioContext(1, 64, 44100).startRendering()')),
  shows: /OfflineAudioContext\.startRendering/,
};

export const hintReader: Lie = {
  name: 'a question for the processor',
  edit: inBody(script('navigator.userAgentData?.getHighEntropyValues(["model"]); navigator.hardwareConcurrency')),
  shows: /hardwareConcurrency/,
};

/** Says yes in the visitor's stead, as soon as something else has happened. */
export const yesOn = (what: string, when: string): Lie => ({
  name: `${what} taken for a yes`,
  edit: inHead(script(`{ const yes = () => askfirst.acceptAll(); ${when} }`)),
  shows: /"analytics_storage": "granted"/,
});
