import { readTags } from './read-tags.js';

/** A dataLayer entry as a list: Google's commands are `arguments` objects, events are plain ones. */
const readEntry = (entry) =>
  Object.prototype.toString.call(entry) === '[object Arguments]'
    ? [...entry].map((part) => (Object.prototype.toString.call(part) === '[object Date]' ? 'now' : part))
    : [entry];

/** @param {string[]} onServer Names of the cookies that the server gets. */
function readStorage(win, onServer) {
  const cookies = win.document.cookie ? win.document.cookie.split('; ') : [];
  const entries = (store, kind) =>
    Object.entries(store)
      .filter(([name]) => name !== 'askfirst')
      .map(([name, value]) => ({ kind, name, value }));
  const hidden = onServer.filter((name) => !cookies.some((cookie) => cookie.startsWith(`${name}=`)));
  return [
    ...cookies.map((cookie) => {
      const [name, ...value] = cookie.split('=');
      return { kind: 'cookie', name, value: value.join('=') };
    }),
    ...hidden.map((name) => ({ kind: 'HttpOnly cookie', name, value: 'no script can read it' })),
    ...entries(win.localStorage, 'localStorage'),
    ...entries(win.sessionStorage, 'sessionStorage'),
  ];
}

/** Frames of other hosts that the page has loaded. The worker sees no navigation to another origin. */
const readFrames = (win) =>
  win.performance
    .getEntriesByType('resource')
    .map(({ initiatorType, name }) => ({ initiatorType, url: new URL(name) }))
    .filter(({ initiatorType, url }) => initiatorType === 'iframe' && url.origin !== location.origin)
    .map(({ url }) => ({ address: url.host + url.pathname, page: win.location.pathname }));

/** All that the panel shows about the page in the frame, or undefined while there is none to look at. */
export function readExample(win, onServer) {
  try {
    if (win.location.origin !== location.origin || win.location.href === 'about:blank') return undefined;
    return {
      path: win.location.href.slice(location.origin.length),
      consent: win.askfirst?.$consent?.get(),
      tags: readTags(win),
      frames: readFrames(win),
      layer: win.dataLayer?.map(readEntry),
      record: win.localStorage.getItem('askfirst'),
      storage: readStorage(win, onServer),
    };
  } catch {
    // The frame has gone to another site, where nobody may look.
    return undefined;
  }
}
