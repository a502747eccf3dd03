import type { Env } from '../env/env.js';
import { hurry, slowDown } from './lazy.js';

/** Marks what a template has put into the page. It is held like the template, so that whoever keeps it as markup keeps that, too. */
export const COPY = 'data-consent-copy';

const isCopy = (node: Node | null | undefined) => !!(node as Partial<Element> | null | undefined)?.hasAttribute?.(COPY);

/** What each template has put into the page. The last is a comment, which pages leave alone and merges of markup do not. */
const copies = new WeakMap<Element, ChildNode[]>();

/** A merge has made something else of it. */
const isTaken = (node: ChildNode) =>
  node.isConnected && !isCopy(node) && node.nodeType === 1 && node.nodeName !== 'SCRIPT';

/** Whether a merge has taken nodes away, or over. What the page itself has removed stays away. */
const isMerged = (nodes: readonly ChildNode[] = []) => !nodes.at(-1)?.isConnected || nodes.some(isTaken);

/** What stands behind a template that came with its content, out of a page or of markup that somebody kept. */
function adopted(template: HTMLTemplateElement): ChildNode[] | undefined {
  const nodes: ChildNode[] = [];
  let node = template.nextSibling;
  for (const { length } = template.content.childNodes; node && nodes.length <= length; node = node.nextSibling)
    nodes.push(node);
  return nodes.some(isCopy) ? nodes : undefined;
}

/**
 * Puts the content of templates behind them, and takes it away. Their scripts go to the head of the queue.
 * What a merge of markup takes away comes back.
 */
export function templates(env: Env, queue: HTMLElement[]) {
  const { win, doc, stops } = env;
  const released = new Set<HTMLTemplateElement>();

  const make = (template: HTMLTemplateElement) => {
    const content = doc.importNode(template.content, true);
    const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
    for (const script of scripts) {
      // Held once more by the owner, for the browsers that look ahead into templates.
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
  /** Text that a merge has made its own stays. */
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
    // Given again: the same nodes, whose scripts have run.
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
