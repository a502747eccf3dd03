import type { Env } from '../env/env.js';
import { hashOf } from './hash.js';
import type { Control, RecordEvent } from './record-event.js';

/** What an event says of what the visitor had before them. */
export type Shown = Pick<Required<RecordEvent>, 'control' | 'layout' | 'texts'>;

const LAYOUTS = ['bar', 'card', 'modal'] as const;

/**
 * The texts of an element as they stand in it: each text node in the order of the document, without spaces at its ends, each run of
 * spaces as one, and without empty ones. Shadow roots inside are not read.
 *
 * @example shownTexts(document.querySelector('askfirst-ui').shadowRoot.querySelector('[part~=banner]'))
 */
export function shownTexts(element: Node): string[] {
  const doc = element.ownerDocument as Document;
  const found: string[] = [];
  for (const walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT); walker.nextNode(); )
    found.push((walker.currentNode as Text).data.replace(/\s+/g, ' ').trim());
  return found.filter(Boolean);
}

/** The hash that an event has as `texts`, for a page drawn again from the same build, options and language. */
export const textsHash = (element: Node): string => hashOf(shownTexts(element));

const isElement = (node: EventTarget): node is Element => 'part' in node;
const isBanner = (node: EventTarget) => isElement(node) && node.part.contains('banner');

/** Looks at the interface from outside, so that it costs those nothing who keep no records. */
export function observer({ win, doc }: Pick<Env, 'win' | 'doc'>) {
  let banner: Element | null | undefined;
  const find = () => doc.querySelector('askfirst-ui')?.shadowRoot?.querySelector('[part~=banner]');
  const onlyInline = () => {
    const [one, another] = doc.querySelectorAll('consent-preferences');
    return another ? null : one?.shadowRoot?.querySelector('[part~=inline]');
  };
  const see = (method: string, isAllGranted: boolean): Shown => {
    const first = find() ?? banner;
    // What is being pressed, and what is around it, from the inside out: also what the interface has just removed.
    // https://dom.spec.whatwg.org/#dom-window-event
    const path = win.event?.composedPath().filter(isElement) ?? [];
    const layer = {
      banner: path.find(isBanner),
      preferences: path.find(({ localName }) => localName === 'dialog'),
      inline: onlyInline(),
    }[method];
    const button = layer && path.find(({ localName }) => localName === 'button');
    return {
      control: controlOf(method, isAllGranted, button?.part[1]),
      layout: LAYOUTS.find((each) => first?.classList.contains(each)) ?? null,
      texts: layer ? textsHash(layer) : null,
    };
  };

  return {
    /** Remembers the first layer while somebody is asked: the interface may remove it before the answer is noted. */
    look(isAsked: boolean): void {
      banner = isAsked ? (find() ?? banner) : undefined;
    },
    /** What the visitor used and saw for the answer that is being noted, in the same turn as it is given. */
    shown(method: string, isAllGranted: boolean): Shown {
      try {
        return see(method, isAllGranted);
      } catch {
        // Other code has replaced what is needed here. The answer itself is noted all the same.
        return { control: controlOf(method, isAllGranted), layout: null, texts: null };
      }
    },
  };
}

const CONTROLS: Readonly<Record<string, Control | undefined>> = {
  api: 'api',
  imported: 'import',
  inline: 'switch',
  embed: 'frame',
};

/**
 * The control, as far as the record itself says it: the banner has two answers only, a yes to everything and a no to everything.
 *
 * @param name Which button of the preferences was seen to be pressed.
 */
export function controlOf(method: string, isAllGranted: boolean, name?: string | null): Control | null {
  if (method === 'banner') return isAllGranted ? 'accept' : 'reject';
  if (method === 'preferences' && name) return name === 'accept' || name === 'reject' ? name : 'save';
  return CONTROLS[method] ?? null;
}
