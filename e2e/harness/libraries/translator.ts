/**
 * Puts each piece of text into two elements of its own, as Google Translate does, and what comes later as well. Chrome's own
 * translator stays out of shadow roots; extensions go into the open ones, which `?shadow` at this file's address asks for.
 */
const enters = new URL(import.meta.url).searchParams.has('shadow');
const seen = new WeakSet<Node>();

function font(inner: Node): HTMLElement {
  const element = document.createElement('font');
  element.style.verticalAlign = 'inherit';
  element.append(inner);
  return element;
}

function translate(root: Node) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
    else if (enters && (node as Element).shadowRoot) watch((node as Element).shadowRoot as ShadowRoot);
  }
  for (const text of texts) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent || parent.closest('font, script, style, template, title, [translate="no"]'))
      continue;
    const place = document.createComment('');
    text.replaceWith(place);
    place.replaceWith(font(font(text)));
  }
}

function watch(root: Node) {
  if (seen.has(root)) return;
  seen.add(root);
  translate(root);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) translate(node);
  }).observe(root, { childList: true, subtree: true });
}

watch(document.documentElement);
