/** The viewer's worker serves frames of other hosts from here. */
const STAND_INS = `${location.origin}/view/stand-ins/`;
const GOOGLE = 'https://www.googletagmanager.com/';

const addressOf = (element, path) => new URL(path, element.ownerDocument.baseURI).href.replace(STAND_INS, 'https://');

/** A tag in one line: its element, and the address or the first words in it. */
function describe(element) {
  const inner = element.content?.firstElementChild ?? element;
  const path = inner.getAttribute('src') ?? inner.dataset.src ?? inner.dataset.href ?? '';
  const detail = path ? addressOf(element, path).replace(`${location.origin}/`, '/') : inner.textContent.trim();
  return `<${inner.localName}> ${detail.slice(0, 120)}`;
}

function isReleased(element) {
  if (element.localName === 'script') return element.type !== 'text/plain';
  if (element.content) return element.nextElementSibling?.hasAttribute('data-consent-copy') === true;
  return ['src', 'href', 'srcset', 'data'].some((name) => element.hasAttribute(name));
}

/** Tags in the markup that Askfirst holds. What it has copied out of a template is the same tag once more. */
const readMarked = (doc) =>
  [...doc.querySelectorAll('[data-consent]:not([data-consent-copy], [data-consent-copy] *)')].map((element) => ({
    name: describe(element),
    why: element.dataset.consent,
    state: isReleased(element) ? 'released' : 'held',
  }));

/** What the script tag declares, in attributes and JSON. An app declares it in its code, where nobody can look. */
function readDeclared(doc) {
  const { ga4, gtm } = doc.querySelector('script[data-ga4], script[data-gtm]')?.dataset ?? {};
  let services = [];
  try {
    services = JSON.parse(doc.querySelector('script[data-askfirst-config]').textContent).services ?? [];
  } catch {
    // There is no JSON, or it is invalid. Then the console says so.
  }
  return [{ ga4 }, { gtm }, ...services]
    .map(({ ga4, gtm, name, category = 'analytics', script }) => ({ id: ga4 ?? gtm, name, category, script }))
    .filter(({ id, script }) => id ?? script);
}

const idOf = ({ src }) => src.startsWith(GOOGLE) && new URL(src).searchParams.get('id');

/** What has run cannot be taken back. Google's tag is told, and its own flag stops it. */
function stateOf(win, { id, category }, script) {
  if (!script) return 'held';
  if (id && win[`ga-disable-${id}`]) return 'stopped';
  if (win.askfirst?.$consent?.get().granted[category]) return 'released';
  return id ? 'limited' : 'running';
}

/** Every tag of the page: what Askfirst loads or holds, and what the site's own code has put there. */
export function readTags(win) {
  const doc = win.document;
  const loaded = new Set();
  const declared = readDeclared(doc).map((service) => {
    const { id, name, category, script } = service;
    const address = script && new URL(script, doc.baseURI).href;
    const element = [...doc.scripts].find((each) => (id ? idOf(each) === id : each.src === address));
    loaded.add(element);
    return { name: id ? `Google tag ${id}` : name, why: category, state: stateOf(win, service, element) };
  });
  const others = [...doc.querySelectorAll('script[src], iframe[src], img[src]')].filter(
    (element) =>
      !loaded.has(element) &&
      !element.closest('[data-consent], [data-consent-copy]') &&
      /^https?:/.test(element.src) &&
      !addressOf(element, element.src).startsWith(`${location.origin}/`),
  );
  const own = others.map((element) => {
    const id = element.localName === 'script' && idOf(element);
    return id
      ? {
          name: `Google tag ${id}`,
          why: 'declared in the app',
          state: win[`ga-disable-${id}`] ? 'stopped' : 'released',
        }
      : { name: describe(element), why: 'by the site’s own code', state: 'loaded' };
  });
  return [...declared, ...readMarked(doc), ...own];
}
