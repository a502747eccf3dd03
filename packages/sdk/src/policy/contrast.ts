/** Red, green and blue from 0 to 255, and how opaque from 0 to 1. In the colour space sRGB. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** What is seen of a colour that lies on an opaque one. */
export const over = ([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour => {
  const mix = (above: number, below: number) => above * alpha + below * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
};

/** How light an opaque colour is, from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export const luminance = ([red, green, blue]: Colour): number => {
  const linear = (channel: number) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/**
 * The contrast ratio of two opaque colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 *
 * @example contrast([0, 0, 0, 1], [255, 255, 255, 1]) // 21
 */
export const contrast = (one: Colour, other: Colour): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};
