import type { Page } from '@playwright/test';

/** What a visitor meets first, by the names of its parts: the surface, the buttons that go on and that refuse. */
export const LAYERS = {
  question: { host: 'askfirst-ui', surface: 'banner', yes: 'accept', no: 'reject' },
  notice: { host: 'askfirst-notice', surface: 'notice', yes: 'close', no: 'object' },
} as const;
export type Layer = keyof typeof LAYERS;

/** A button as it is shown. Colours are those that arrive in the eye: `rgb(…)` each, opacity included. */
interface Button {
  part: string;
  tag: string;
  inParagraph: boolean;
  box: { x: number; y: number; width: number; height: number };
  /** Wholly in the window. */
  isInside: boolean;
  /** A click on its middle reaches it. */
  isOnTop: boolean;
  /** Colours, font and the like; `behind` is what it lies on. */
  look: Record<'colour' | 'background' | 'behind' | 'border' | 'edge' | 'font' | 'more', string>;
}

export interface Measured {
  lang: string;
  dir: string;
  /** Every text but those of buttons, in the order of the document. */
  texts: { words: string; colour: string; behind: string; isSeen: boolean; isBeforeButtons: boolean }[];
  buttons: Button[];
  links: { words: string; href: string; target: string | null; isShown: boolean }[];
  scrollsSideways: boolean;
}

/** Measures the first layer at once. It runs in the page, so it uses nothing from outside. */
export function measure({ host: name, surface: part, yes, no }: (typeof LAYERS)[Layer]): Measured {
  type Colour = [number, number, number, number];
  const host = document.querySelector(name) as HTMLElement;
  const root = host.shadowRoot as ShadowRoot;
  const surface = root.querySelector(`[part~=${part}]`) as HTMLElement;

  const parse = (colour: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (top: Colour, bottom: Colour, opacity = 1): Colour => {
    const alpha = top[3] * opacity;
    return [0, 1, 2]
      .map((at) => (top[at] as number) * alpha + (bottom[at] as number) * (1 - alpha))
      .concat(1) as Colour;
  };
  const written = (colour: Colour) => `rgb(${colour.slice(0, 3).map(Math.round).join(', ')})`;
  /** The opacity of an element, with that of everything around it. */
  const opacity = (element: Element): number =>
    Number(getComputedStyle(element).opacity) *
    (element !== surface && element.parentElement ? opacity(element.parentElement) : 1);
  const background = (element: Element): Colour => {
    const own = parse(getComputedStyle(element).backgroundColor);
    const around = element !== surface && element.parentElement;
    return around ? over(own, background(around), opacity(element)) : own;
  };
  const isAt = (element: Element, { x, y, width, height }: DOMRect) => {
    const found = root.elementFromPoint(x + width / 2, y + height / 2);
    return !!found && element.contains(found);
  };

  // A link or a word that plays an answer has its part as well.
  const nodes = [...surface.querySelectorAll<HTMLElement>(`button, [part~=${yes}], [part~=${no}]`)];
  const buttons = nodes.map((node): Button => {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    const behind = background(node.parentElement as Element);
    const ground = background(node);
    const shown = (colour: string, on: Colour) => written(over(parse(colour), on, opacity(node)));
    return {
      part: node.part.value.replace('button ', ''),
      tag: node.localName,
      inParagraph: !!node.closest('p'),
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
      isInside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
      isOnTop: isAt(node, box),
      look: {
        colour: shown(style.color, ground),
        background: written(ground),
        behind: written(behind),
        border: `${style.borderTopWidth} ${style.borderTopStyle}`,
        edge: Number.parseFloat(style.borderTopWidth) ? shown(style.borderTopColor, behind) : written(ground),
        font: `${style.fontSize} ${style.fontWeight} ${style.fontStyle} ${style.fontFamily} ${style.textTransform}`,
        more: `${style.boxShadow} ${style.textDecorationLine} ${style.filter}`,
      },
    };
  });

  const range = document.createRange();
  const elements = [...surface.querySelectorAll('*')].filter(
    (element) =>
      !nodes.some((node) => node.contains(element)) && [...element.childNodes].some(({ nodeType }) => nodeType === 3),
  );
  return {
    lang: host.lang,
    dir: getComputedStyle(surface).direction,
    texts: elements.map((element) => {
      range.selectNodeContents(element);
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      const behind = background(element);
      return {
        words: element.textContent ?? '',
        colour: written(over(parse(getComputedStyle(element).color), behind, opacity(element))),
        behind: written(behind),
        isSeen: lines.length > 0 && lines.every((line) => isAt(element, line)),
        isBeforeButtons: nodes.every((node) => element.compareDocumentPosition(node) & 4),
      };
    }),
    buttons,
    links: [...surface.querySelectorAll('a')].map((link) => ({
      words: link.textContent ?? '',
      href: link.href,
      target: link.getAttribute('target'),
      isShown: link.offsetWidth > 0 && getComputedStyle(link).visibility === 'visible',
    })),
    scrollsSideways: document.documentElement.scrollWidth > innerWidth,
  };
}

/** Notes from now on, on every page, each place at which a button of the first layer has been drawn. */
export const watchPlaces = (page: Page) =>
  page.addInitScript(
    (surfaces) => {
      window.places = {};
      const look = () => {
        for (const [host, part] of surfaces)
          for (const button of document
            .querySelector(host)
            ?.shadowRoot?.querySelectorAll<HTMLElement>(`[part~=${part}] button`) ?? []) {
            const { x, y, width, height } = button.getBoundingClientRect();
            const place = [x, y, width, height].map(Math.round).join(' ');
            const known = window.places[button.part.value] ?? [];
            if (known.at(-1) !== place) window.places[button.part.value] = [...known, place];
          }
        requestAnimationFrame(look);
      };
      look();
    },
    Object.values(LAYERS).map(({ host, surface }) => [host, surface] as const),
  );

/** Buttons that have been at more than one place so far: `U26: accept was at …`. */
export async function moved(page: Page): Promise<string[]> {
  const watched = Object.entries(await page.evaluate(() => window.places));
  if (watched.length < 3) return ['U26: there was nothing to watch'];
  return watched.flatMap(([part, places]) =>
    places.length > 1 ? [`U26: ${part} was at ${places.join(', then ')}`] : [],
  );
}
