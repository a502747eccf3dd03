import type { Locator } from '@playwright/test';

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
