import type { Locator, Page } from '@playwright/test';

/** WCAG contrast ratio of two computed colours, `rgb(…)` each. */
export function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => {
      const value = Number(channel) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How an element looks: its computed colours and font, and the background it lies on. */
export const look = (locator: Locator) =>
  locator.evaluate((element) => {
    const style = getComputedStyle(element);
    const opaque = (node: Element | null): string => {
      if (!node) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(node);
      return /^rgba\(.*, 0\)$/.test(backgroundColor) ? opaque(node.parentElement) : backgroundColor;
    };
    return {
      tag: element.localName,
      inParagraph: !!element.closest('p'),
      colour: style.color,
      background: opaque(element),
      behind: opaque(element.parentElement),
      border: `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor}`,
      borderColour: style.borderTopColor,
      font: `${style.fontSize} ${style.fontWeight} ${style.fontFamily}`,
      opacity: style.opacity,
    };
  });

/** Width and height of an element in CSS pixels. */
export const box = (locator: Locator) =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

/** Whether the element at the centre of a control is that control, so nothing covers it. */
export const isOnTop = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const root = element.getRootNode() as Document | ShadowRoot;
    const found = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return !!found && (found === element || element.contains(found));
  });

/** The colours that the window shows at places in it, in CSS pixels: `rgb(…)` each. */
export async function coloursAt(page: Page, places: readonly (readonly [x: number, y: number])[]): Promise<string[]> {
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  return page.evaluate(
    async ([picture, places]) => {
      const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      return places.map(([x, y]) => {
        const [red, green, blue] = context?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [];
        return `rgb(${red}, ${green}, ${blue})`;
      });
    },
    [picture, places] as const,
  );
}

type Box = Awaited<ReturnType<typeof box>>;

/** Places from without to within each side of a box, for `edgeContrast`. */
export const edgePlaces = ({ x, y, width, height }: Box): [number, number][] =>
  [3, 0, -1, -2].flatMap((out): [number, number][] => [
    [x - 1 - out, y + height / 2],
    [x + width + out, y + height / 2],
    [x + width / 2, y - 1 - out],
    [x + width / 2, y + height + out],
  ]);

/** How an edge stands out from what lies around it: the contrast of its weakest side, by the colours at its places. */
export const edgeContrast = (colours: readonly string[]): number =>
  Math.min(
    ...[0, 1, 2, 3].map((side) => {
      const [outside = '', ...edge] = colours.filter((_, index) => index % 4 === side);
      return Math.max(...edge.map((colour) => contrast(colour, outside)));
    }),
  );
