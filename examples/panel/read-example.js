/** The viewer's worker serves frames of other hosts from here. */
const STAND_INS = `${location.origin}/view/stand-ins/`;

const shown = (address) => address.replace(STAND_INS, 'https://').replace(`${location.origin}/`, '/');

/** A tag in one line: its element, and the address or the first words in it. */
function describe(element) {
  const inner = element.content?.firstElementChild ?? element;
  const address = inner.getAttribute('src') ?? inner.dataset.src ?? inner.dataset.href ?? '';
  const detail = address ? shown(new URL(address, element.ownerDocument.baseURI).href) : inner.textContent.trim();
  return `<${inner.localName}> ${detail.slice(0, 120)}`;
}

function isReleased(element) {
  if (element.localName === 'script') return element.type !== 'text/plain';
  if (element.content) return element.content.firstElementChild?.isEqualNode(element.nextElementSibling) === true;
  return ['src', 'href', 'srcset', 'data'].some((name) => element.hasAttribute(name));
}

/** What has run cannot be taken back; Google's own flag stops it. */
function googleTagState(win, id) {
  const address = `script[src^="https://www.googletagmanager.com/"][src*="${CSS.escape(id)}"]`;
  if (!win.document.querySelector(address)) return 'held';
  return win[`ga-disable-${id}`] ? 'stopped' : 'released';
}

function readTags(win) {
  const doc = win.document;
  const gated = [...doc.querySelectorAll('[data-consent]')].map((element) => ({
    name: describe(element),
    waitsFor: element.dataset.consent,
    state: isReleased(element) ? 'released' : 'held',
  }));
  const { ga4, gtm } = doc.querySelector('script[data-ga4], script[data-gtm]')?.dataset ?? {};
  const google = [ga4, gtm].filter(Boolean).map((id) => ({
    name: `Google tag ${id}`,
    waitsFor: 'analytics',
    state: googleTagState(win, id),
  }));
  return [...google, ...gated];
}

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

/** All that the panel shows about the page in the frame, or undefined while there is none to look at. */
export function readExample(win, onServer) {
  try {
    if (win.location.origin !== location.origin || win.location.href === 'about:blank') return undefined;
    return {
      path: win.location.pathname,
      consent: win.askfirst?.$consent?.get(),
      tags: readTags(win),
      layer: (win.dataLayer ?? []).map(readEntry),
      record: win.localStorage.getItem('askfirst'),
      storage: readStorage(win, onServer),
    };
  } catch {
    // The frame has gone to another site, where nobody may look.
    return undefined;
  }
}
