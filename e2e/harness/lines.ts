import type { Locator } from '@playwright/test';

/** What of an element is cut off, or reaches out of the window. */
export const overflowing = (surface: Locator) =>
  surface.evaluate((element) => {
    const elements = [element, ...(element.shadowRoot ?? element).querySelectorAll('*')];
    return elements
      .filter(
        (part) =>
          part.getBoundingClientRect().left < -0.5 ||
          part.getBoundingClientRect().right > innerWidth + 0.5 ||
          (part.scrollWidth > part.clientWidth + 1 &&
            part.clientWidth > 0 &&
            getComputedStyle(part).overflowX === 'visible' &&
            getComputedStyle(part).display !== 'inline'),
      )
      .map((part) => `${part.localName} ${part.getAttribute('part') ?? ''} ${part.textContent?.slice(0, 30)}`);
  });

/** The labels of switches that the word for on or off lies over, or that it lies outside of. */
export const overlaid = (surface: Locator) =>
  surface.locator('label:has([role=switch])').evaluateAll((labels) =>
    labels
      .filter((label) => {
        const range = document.createRange();
        range.selectNodeContents(label.firstChild as Node);
        const [whole, name, word] = [label, range, label.querySelector('i') as Element].map((part) =>
          part.getBoundingClientRect(),
        ) as [DOMRect, DOMRect, DOMRect];
        const isApart = name.right <= word.left || word.right <= name.left || name.bottom <= word.top;
        return !word.width || !isApart || word.left < whole.left || word.right > whole.right;
      })
      .map(({ textContent }) => textContent),
  );

/** What `reading` found out about a question. */
export interface Reading {
  /** Beginnings of lines that the edge of their scroller, or of the window, cuts. */
  cut: string[];
  /** Which of these are wholly in sight: title, purposes, withdrawal, policy, answers, choose. */
  seen: string[];
  /** Words of buttons that stand in two lines. */
  broken: string[];
  /** There is more than can be seen. */
  scrolls: boolean;
  /** Height of the page that can be seen beside the question. */
  rest: number;
  /** Width of the narrower answer, as part of that of the wider one; 0 if one is higher. */
  equal: number;
}

/**
 * Measures the question at rest: in a frame of the page, or in the page itself. It runs in the page, so it uses nothing from
 * outside. Null before there is a question. A line is what `Range.getClientRects` tells; fonts are taller than they draw, so two pixels more or less are none.
 */
export function reading(frame?: number): Reading | null {
  const win = (frame === undefined ? window : window.frames[frame]) as Window & typeof globalThis;
  const banner = win.document.querySelector('askfirst-ui')?.shadowRoot?.querySelector<HTMLElement>('[part~=banner]');
  if (!banner?.offsetHeight) return null;
  const scroller = [...banner.querySelectorAll('*')].find((element) =>
    /auto|scroll/.test(win.getComputedStyle(element).overflowY),
  ) as HTMLElement;
  const edge = scroller.getBoundingClientRect();
  const range = win.document.createRange();
  const linesOf = (node: Node) => {
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  };
  const texts: Text[] = [];
  const walker = win.document.createTreeWalker(banner, 4);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const cut = texts.flatMap((text) => {
    const [top, bottom] = scroller.contains(text) ? [edge.top, edge.bottom] : [0, win.innerHeight];
    return linesOf(text)
      .filter(
        (line) => (line.top < bottom - 2 && line.bottom > bottom + 2) || (line.top < top - 2 && line.bottom > top + 2),
      )
      .map(() => text.data.slice(0, 20));
  });
  const inSight = (element: Element | null | undefined) =>
    !!element &&
    linesOf(element).every((line) => {
      const [top, bottom] = scroller.contains(element) ? [edge.top, edge.bottom] : [0, win.innerHeight];
      return line.top >= top - 2 && line.bottom <= bottom + 2 && line.left >= 0 && line.right <= win.innerWidth;
    });
  const [purposes, withdrawal] = banner.querySelectorAll('p');
  const [reject, accept] = ['reject', 'accept'].map(
    (part) => banner.querySelector(`[part~=${part}]`) as HTMLElement,
  ) as [HTMLElement, HTMLElement];
  const things: Record<string, boolean> = {
    title: inSight(banner.querySelector('h2')),
    purposes: inSight(purposes),
    withdrawal: inSight(withdrawal),
    policy: inSight(banner.querySelector('a')),
    answers: inSight(reject) && inSight(accept),
    choose: inSight(banner.querySelector('[part~=choose]')),
  };
  const broken = [...banner.querySelectorAll('button')].flatMap((button) =>
    (button.textContent ?? '').split(' ').filter((word) => {
      const text = button.firstChild as Text;
      const at = text.data.indexOf(word);
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    }),
  );
  const box = banner.getBoundingClientRect();
  const sameHeight = Math.abs(reject.offsetHeight - accept.offsetHeight) <= 1;
  return {
    cut,
    seen: Object.keys(things).filter((name) => things[name]),
    broken,
    scrolls: scroller.scrollHeight > scroller.clientHeight + 1,
    rest: win.innerHeight - box.height,
    equal: sameHeight
      ? Math.min(reject.offsetWidth, accept.offsetWidth) / Math.max(reject.offsetWidth, accept.offsetWidth)
      : 0,
  };
}
