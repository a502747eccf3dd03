import { contrast } from '../policy/contrast.js';
import { painted } from './painted.js';

/** A first layer that a site has drawn by itself. */
export interface Drawn {
  /** Around all that is asked. Its background is what the answers are seen on. */
  readonly banner: Element;
  readonly accept: Element;
  readonly reject: Element;
}

/** Something about a drawn question that is not fair, or cannot be seen from the elements. */
export interface Finding {
  /**
   * Which rule: the same kind of `element`, the same `size`, `font` and `emphasis`, legible `text` and `edge`, both `in-view`, `one-click`
   * each. `unknown`: colours that styles do not say, so look at them yourself.
   */
  readonly rule: 'element' | 'size' | 'font' | 'emphasis' | 'text' | 'edge' | 'in-view' | 'one-click' | 'unknown';
  readonly about: 'accept' | 'reject' | 'both';
  /** What is wrong, what it is and what it may be. */
  readonly message: string;
}

// WCAG 2.2: https://www.w3.org/TR/WCAG22/#contrast-minimum and #non-text-contrast
const LEAST_TEXT = 4.5;
const LEAST_EDGE = 3;
// No authority names a number. Equal size and emphasis: 4 CCR 904-3 Rule 7.09, 11 CCR 7004; EDPB report of the cookie banner
// taskforce of 17 January 2023, type D. The numbers are what rounding and fonts need.
const AREA = [0.9, 1.1] as const;
const EMPHASIS = [0.8, 1.25] as const;

const round = (value: number) => Math.floor(value * 100) / 100;
const isWithin = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

/** Contrast ratios, from 1 to 21. */
export interface Contrasts {
  /** Of the words on what they stand on. */
  readonly text: number;
  /** Of the background or the border, whichever stands out more, on what the element lies on. */
  readonly edge: number;
}

/**
 * The contrasts of an element on a banner, as they are on the screen now.
 *
 * @returns `undefined` where styles do not say: with pictures, filters and translucency around it, or if the banner has no opaque
 *   background.
 * @example contrastsOn(banner, button)?.text >= 4.5
 */
export function contrastsOn(banner: Element, element: Element): Contrasts | undefined {
  const colours = painted(element, banner);
  if (!colours) return;
  const { text, background, border = background, behind } = colours;
  return { text: contrast(text, background), edge: Math.max(contrast(background, behind), contrast(border, behind)) };
}

/** Whether one click in the middle of an element reaches it. */
function isReached(element: Element): boolean {
  if (element.matches(':disabled, [aria-disabled=true], [aria-haspopup], [inert], [inert] *')) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const found = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(
    (left + right) / 2,
    (top + bottom) / 2,
  );
  return !!found && element.contains(found);
}

/** Whether all of an element is in the window. */
function isInView(element: Element): boolean {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const { innerWidth = 0, innerHeight = 0 } = element.ownerDocument.defaultView ?? {};
  // Browsers round positions to fractions of a pixel.
  return !!(width * height) && left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
}

/**
 * Checks a question that a site has drawn by itself, as it is on the screen now, by the rules for a fair first layer. It reads elements
 * and styles and changes nothing; it cannot judge words, pictures, or what a click does.
 *
 * @returns What is not fair. Empty: nothing was found.
 * @throws Nothing.
 * @example
 * for (const { message } of checkDrawn({ banner, accept, reject })) console.warn(message)
 */
export function checkDrawn({ banner, accept, reject }: Drawn): Finding[] {
  const found: Finding[] = [];
  const find = (rule: Finding['rule'], about: Finding['about'], message: string) =>
    found.push({ rule, about, message });
  const each = { accept, reject } as const;

  const kinds = [accept, reject].map(({ localName }) => localName);
  if (kinds.some((kind) => kind !== 'button'))
    find('element', 'both', `Accept is <${kinds[0]}> and reject is <${kinds[1]}>. Both have to be <button>.`);

  const area = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height;
  };
  const size = area(reject) / area(accept);
  if (!isWithin(size, AREA))
    find('size', 'both', `Reject has ${round(size)} times the area of accept. Allowed: ${AREA.join(' to ')}.`);

  for (const property of ['font-family', 'font-size', 'font-weight', 'font-style', 'text-decoration-line'] as const) {
    const [yes, no] = [accept, reject].map((element) => getComputedStyle(element).getPropertyValue(property));
    if (yes !== no) find('font', 'both', `${property} of accept is ${yes}, of reject ${no}. Both have to be the same.`);
  }

  const contrasts = { accept: contrastsOn(banner, accept), reject: contrastsOn(banner, reject) };
  for (const about of ['accept', 'reject'] as const) {
    const seen = contrasts[about];
    if (!seen) {
      find(
        'unknown',
        about,
        `The colours of ${about} cannot be read: look at them, or give the banner a plain background.`,
      );
    } else {
      const { text, edge } = seen;
      if (text < LEAST_TEXT)
        find('text', about, `The text of ${about} has a contrast of ${round(text)}. At least ${LEAST_TEXT}.`);
      if (edge < LEAST_EDGE)
        find('edge', about, `The edge of ${about} has a contrast of ${round(edge)}. At least ${LEAST_EDGE}.`);
    }
    if (!isInView(each[about])) find('in-view', about, `Not all of ${about} is in the window.`);
    else if (!isReached(each[about]))
      find(
        'one-click',
        about,
        `A click in the middle of ${about} does not reach it: something covers it, or it is disabled.`,
      );
  }
  const { accept: yes, reject: no } = contrasts;
  if (yes && no)
    for (const what of ['text', 'edge'] as const) {
      const ratio = no[what] / yes[what];
      if (!isWithin(ratio, EMPHASIS))
        find(
          'emphasis',
          'both',
          `The contrast of the ${what} of reject is ${round(ratio)} times that of accept. Allowed: ${EMPHASIS.join(' to ')}.`,
        );
    }
  return found;
}
