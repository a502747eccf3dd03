import { type Colour, over } from '../policy/contrast.js';

/** The colours of an element as they are seen. */
export interface Painted {
  readonly text: Colour;
  readonly background: Colour;
  /** The colour of the border, where there is one all around. */
  readonly border?: Colour;
  /** What the element lies on. */
  readonly behind: Colour;
}

/** Reads a computed colour, in whichever colour space it is written. */
type Read = (colour: string) => Colour;

/** Paints one pixel with it. Nothing of the page changes. */
function reader(doc: Document): Read | undefined {
  const canvas = doc.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  return (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
}

/** An element and those around it up to another one, also around shadow roots. An element of a frame is no `Element` of this page. */
function pathTo(end: Element, element: Element): Element[] {
  const path = [element];
  for (let at = element; at !== end; path.push(at)) {
    const parent = at.assignedSlot ?? at.parentElement ?? (at.parentNode as ShadowRoot | null)?.host;
    if (!parent) break;
    at = parent;
  }
  return path;
}

/** The colour of several backgrounds that lie on each other, the upper first; `undefined` if none of them hides what is below. */
function flat(colours: readonly Colour[]): Colour | undefined {
  const ground = colours.findIndex(([, , , alpha]) => alpha === 1);
  return ground < 0 ? undefined : colours.slice(0, ground + 1).reduceRight((base, colour) => over(colour, base));
}

/**
 * The colours of an element on a banner.
 *
 * @returns `undefined` where styles do not say: with pictures, filters and translucency around it, or if the banner has no opaque
 *   background.
 */
export function painted(element: Element, banner: Element): Painted | undefined {
  const read = reader(element.ownerDocument);
  const styles = pathTo(banner, element).map((each) => getComputedStyle(each));
  const isPlain = ({ opacity, filter, mixBlendMode, backgroundImage }: CSSStyleDeclaration, index: number) =>
    `${filter} ${mixBlendMode} ${backgroundImage}` === 'none normal none' && (opacity === '1' || !index);
  const own = styles[0];
  if (!read || !own || !styles.every(isPlain)) return;
  const colours = styles.map(({ backgroundColor }) => read(backgroundColor));
  const [ground, behind] = [flat(colours), flat(colours.slice(1))];
  if (!ground || !behind) return;
  const seen = (colour: Colour) => {
    const [red, green, blue] = over(colour, ground);
    return over([red, green, blue, Number(own.opacity)], behind);
  };
  const widths = [own.borderTopWidth, own.borderRightWidth, own.borderBottomWidth, own.borderLeftWidth];
  return {
    text: seen(read(own.color)),
    background: seen(ground),
    behind,
    ...(widths.every((width) => Number.parseFloat(width)) && { border: seen(read(own.borderTopColor)) }),
  };
}
