import type { Env } from '../env/env.js';
import { hurry, slowDown } from './lazy.js';

/** Marks what a template has put into the page. A copy that the page stores as markup is then held like the template. */
export const COPY = 'data-consent-copy';

const isCopy = (node: Node | null | undefined) => !!(node as Partial<Element> | null | undefined)?.hasAttribute?.(COPY);

/** What each template has put into the page. The last node is a comment: pages leave it alone, DOM merges remove it. */
const copies = new WeakMap<Element, ChildNode[]>();

/** A DOM merge has reused the node for something else. */
const isTaken = (node: ChildNode) =>
  node.isConnected && !isCopy(node) && node.nodeType === 1 && node.nodeName !== 'SCRIPT';

/** Whether a DOM merge has removed or reused nodes. What the page itself has removed stays away. */
const isMerged = (nodes: readonly ChildNode[] = []) => !nodes.at(-1)?.isConnected || nodes.some(isTaken);

/** The copies that already stand behind a template in markup that was stored while it was released. */
function adopted(template: HTMLTemplateElement): ChildNode[] | undefined {
  const nodes: ChildNode[] = [];
  let node = template.nextSibling;
  for (const { length } = template.content.childNodes; node && nodes.length <= length; node = node.nextSibling)
    nodes.push(node);
  return nodes.some(isCopy) ? nodes : undefined;
}

/**
 * Inserts the content of released templates behind them, and removes it again. Their scripts go to the head of the queue.
 * Content that a DOM merge removes comes back.
 */
export function templates(env: Env, queue: HTMLElement[]) {
  const { win, doc, stops } = env;
  const released = new Set<HTMLTemplateElement>();

  const make = (template: HTMLTemplateElement) => {
    const content = doc.importNode(template.content, true);
    const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
    for (const script of scripts) {
      // Owners write `type="text/plain"` here as well, because Firefox preloads scripts inside templates.
      if (script.type && script.type !== 'text/plain') script.dataset.type = script.type;
      script.type = 'text/plain';
    }
    for (const element of content.children as unknown as HTMLElement[]) {
      if (element.localName === 'script') continue;
      element.setAttribute(COPY, '');
      element.dataset.consent ??= template.dataset.consent ?? '';
    }
    content.append(doc.createComment(''));
    queue.unshift(...scripts);
    return [...content.childNodes];
  };
  /** Text that a DOM merge has reused stays. */
  const take = ({ content }: HTMLTemplateElement, nodes: readonly ChildNode[]) =>
    nodes.forEach((node, i) => {
      if (isCopy(node) || (node.nodeType !== 1 && node.nodeValue === (content.childNodes[i]?.nodeValue ?? '')))
        node.remove();
    });
  const give = (template: HTMLTemplateElement) => {
    let nodes = copies.get(template) ?? adopted(template);
    if (nodes?.some(isTaken)) {
      take(template, nodes);
      nodes = undefined;
    }
    nodes ??= make(template);
    copies.set(template, nodes);
    // Released again: the same nodes, so that their scripts do not run twice.
    if (!nodes.at(-1)?.isConnected) template.after(...nodes);
    for (const node of nodes) {
      observer.observe(node, { attributeFilter: [COPY] });
      if (node.nodeType === 1)
        for (const part of [node as Element, ...(node as Element).querySelectorAll('iframe,img')]) {
          hurry(part);
          slowDown(env, part);
        }
    }
    observer.observe(template.parentNode as Node, { childList: true });
  };

  const observer = new win.MutationObserver(() => {
    for (const template of released)
      if (!template.isConnected) released.delete(template);
      else if (isMerged(copies.get(template))) give(template);
  });
  stops.push(() => observer.disconnect());

  return (template: HTMLTemplateElement, on: boolean): void => {
    if (on) {
      if (!released.has(template)) give(template);
      released.add(template);
    } else {
      released.delete(template);
      take(template, copies.get(template) ?? []);
    }
  };
}
