/** The opt-out icon of 11 CCR 7015(b), from https://oag.ca.gov/privacy/ccpa/icons-download, as the paths of its drawing. */
const ICON: readonly (readonly [fill: string, path: string])[] = [
  ['#fff', 'M7.4 12.8h6.8l3.1-11.6H7.4a5.8 5.8 0 0 0 0 11.6z'],
  [
    '#06f',
    'M22.6 0H7.4a7 7 0 0 0 0 14h15.2a7 7 0 0 0 0-14zM1.6 7a5.8 5.8 0 0 1 5.8-5.8h9.9l-3.1 11.6H7.4A5.8 5.8 0 0 1 1.6 7z',
  ],
  [
    '#fff',
    'M24.6 4c.2.2.2.6 0 .8L22.5 7l2.2 2.2c.2.2.2.6 0 .8-.2.2-.6.2-.8 0l-2.2-2.2-2.2 2.2c-.2.2-.6.2-.8 0-.2-.2-.2-.6 0-.8L20.8 7l-2.2-2.2c-.2-.2-.2-.6 0-.8.2-.2.6-.2.8 0l2.2 2.2L23.8 4c.2-.2.6-.2.8 0z',
  ],
  [
    '#06f',
    'M12.7 4.1c.2.2.3.6.1.8L8.6 9.8c-.1.1-.2.2-.3.2-.2.1-.5.1-.7-.1L5.4 7.7c-.2-.2-.2-.6 0-.8.2-.2.6-.2.8 0L8 8.6l3.8-4.5c.2-.2.6-.2.9 0z',
  ],
];
const SVG = 'http://www.w3.org/2000/svg';

/** The icon, as high as the words beside it. It says nothing that the words do not. */
export function optOutIcon(doc: Document): SVGElement {
  const icon = doc.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 30 14');
  icon.setAttribute('aria-hidden', 'true');
  for (const [fill, d] of ICON) {
    const path = doc.createElementNS(SVG, 'path');
    path.setAttribute('fill', fill);
    path.setAttribute('d', d);
    icon.append(path);
  }
  return icon;
}

/** It takes colour and font of the page around it. */
const CSS = `
:host{display:inline-flex;flex-wrap:wrap;align-items:center;gap:0 .75em}
button{all:unset;display:inline-flex;align-items:center;gap:.4em;min-height:24px;text-decoration:underline;cursor:pointer}
button:focus-visible{outline:2px solid;outline-offset:2px}
svg{height:.875em;flex:none}
:host([data-beside]){margin-inline:.5em}
:host([hidden]){display:none}`;

/** Gives an element its shadow root, once. A strict Content Security Policy allows constructed style sheets. */
export function rootOf(host: HTMLElement): ShadowRoot {
  if (host.shadowRoot) return host.shadowRoot;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  return root;
}
