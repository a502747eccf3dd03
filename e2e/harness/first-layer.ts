import type { Locale } from '@askfirst/data';
import type { Page } from '@playwright/test';
import { contrast } from './pixels.js';

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
  look: { colour: string; background: string; border: string; edge: string; font: string; shadow: string };
  /** What it lies on. */
  behind: string;
}

interface Measured {
  lang: string;
  dir: string;
  /** Every text but those of buttons, in the order of the document. */
  texts: { words: string; colour: string; behind: string; isSeen: boolean; isBeforeButtons: boolean }[];
  buttons: Button[];
  links: { href: string; target: string | null; isShown: boolean }[];
  scrollsSideways: boolean;
}

/** Measures the first layer at once. It runs in the page, so it uses nothing from outside. */
export function measure({ host: name, surface: part }: (typeof LAYERS)[Layer]): Measured {
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

  const nodes = [...surface.querySelectorAll('button')];
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
        border: `${style.borderTopWidth} ${style.borderTopStyle}`,
        edge: Number.parseFloat(style.borderTopWidth) ? shown(style.borderTopColor, behind) : written(ground),
        font: `${style.fontSize} ${style.fontWeight} ${style.fontStyle} ${style.fontFamily} ${style.textTransform}`,
        shadow: `${style.boxShadow} ${style.textDecorationLine} ${style.filter}`,
      },
      behind: written(behind),
    };
  });

  const range = document.createRange();
  const elements = [...surface.querySelectorAll('*')].filter(
    (element) => !element.closest('button') && [...element.childNodes].some(({ nodeType }) => nodeType === 3),
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
      href: link.href,
      target: link.getAttribute('target'),
      isShown: link.offsetWidth > 0 && getComputedStyle(link).visibility === 'visible',
    })),
    scrollsSideways: document.documentElement.scrollWidth > innerWidth,
  };
}

/** What the first layer has to say. */
export interface Wanted {
  layer: Layer;
  locale: Locale;
  controller: string;
  purposes: readonly string[];
  services: number;
  policy: string;
}

/** What of the first layer breaks a rule of docs/fairness.md, each with its number: `U5: object has 80 % of the size of close`. */
export function unfair(
  { lang, dir, texts, buttons, links, scrollsSideways }: Measured,
  { layer, locale, controller, purposes, services, policy }: Wanted,
): string[] {
  const problems: string[] = [];
  const rule = (holds: unknown, problem: string) => holds || problems.push(problem);
  const { yes, no } = LAYERS[layer];
  const pair = [yes, no].map((name) => buttons.find(({ part }) => part === name));
  const [go, refuse] = pair;
  if (!go || !refuse) return [`U2: there is no ${go ? no : yes}`];

  rule(buttons.length === 3, `U2: there are ${buttons.length} buttons`);
  for (const { part, isInside, isOnTop, look, behind } of buttons) {
    rule(isInside, `U2: ${part} is not in the window`);
    rule(isOnTop, `U26: ${part} is covered`);
    rule(
      contrast(look.colour, look.background) >= 4.5,
      `U7: ${part} has words of ${look.colour} on ${look.background}`,
    );
    if (part !== 'choose')
      rule(
        Math.max(contrast(look.background, behind), contrast(look.edge, behind)) >= 3,
        `U7: ${part} has an edge of ${look.edge} on ${behind}`,
      );
  }
  rule(!scrollsSideways, 'U26: the page scrolls sideways');
  for (const { part, tag, inParagraph } of [go, refuse])
    rule(tag === 'button' && !inParagraph, `U4: ${part} is a ${tag}${inParagraph ? ' in a paragraph' : ''}`);

  const ratio = (refuse.box.width * refuse.box.height) / (go.box.width * go.box.height);
  rule(ratio >= 0.9 && ratio <= 1.1, `U5: ${no} has ${Math.round(ratio * 100)} % of the size of ${yes}`);
  rule(Math.abs(refuse.box.height - go.box.height) <= 0.5, `U5: ${no} and ${yes} are not of one height`);
  rule(Math.min(refuse.box.height, go.box.height) >= 44, 'U5: an answer is less than 44 px high');
  rule(
    Math.abs(refuse.box.y - go.box.y) < 1 || Math.abs(refuse.box.x - go.box.x) < 1,
    `U5: ${no} and ${yes} stand neither in a row nor in a column`,
  );
  for (const [key, value] of Object.entries(go.look)) {
    const other = refuse.look[key as keyof typeof go.look];
    rule(value === other, `U6: ${key} of ${no} is ${other}, that of ${yes} ${value}`);
  }

  for (const { words, colour, behind } of texts)
    rule(contrast(colour, behind) >= 4.5, `U7: "${words.slice(0, 20)}" is ${colour} on ${behind}`);
  const asks = texts.find(({ words }) => purposes.every((purpose) => words.includes(purpose)));
  rule(asks?.isBeforeButtons, 'U13: the purposes are not named before the buttons');
  rule(asks?.isSeen, 'U13: the purposes are not in sight');
  rule(
    texts.some(({ words, isSeen }) => isSeen && words.includes(controller)),
    'U14: who asks is not in sight',
  );
  const [link] = links;
  rule(
    link?.isShown && link.href === policy && !link.target,
    `U15: the link leads to ${link?.href} in ${link?.target}`,
  );
  // What runs by notice has no partners that a yes would admit; the list is behind the third button all the same.
  if (layer === 'question') {
    const count = locale.serviceCount.replace('{count}', String(services));
    rule(
      texts.some(({ words }) => words === count),
      `U16: the number of services is not ${services}`,
    );
  }
  // The purposes stand in it in the site's own order.
  const [before = '', after = ''] =
    layer === 'question'
      ? [locale.withdraw]
      : locale.law.notice.replace('{controller}', controller).split('{purposes}');
  rule(
    texts.some(({ words }) => words.startsWith(before) && words.endsWith(after)),
    'U17: how to take it back is not said',
  );
  rule(lang === locale.lang && dir === locale.dir, `U27: it is in ${lang}, ${dir}`);
  return problems;
}

/** Notes from now on, on every page, each place at which a button of the first layer has been drawn. */
export const watchPlaces = (page: Page): Promise<void> =>
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
export const moved = async (page: Page): Promise<string[]> =>
  Object.entries(await page.evaluate(() => window.places)).flatMap(([part, places]) =>
    places.length > 1 ? [`U26: ${part} was at ${places.join(', then ')}`] : [],
  );
