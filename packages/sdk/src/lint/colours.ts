import type { Colour } from '../policy/contrast.js';

/** The names that CSS has had from the start; any other is unknown here. https://www.w3.org/TR/css-color-4/#named-colors */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#fff',
  maroon: '#800000',
  red: '#f00',
  purple: '#800080',
  fuchsia: '#f0f',
  green: '#008000',
  lime: '#0f0',
  olive: '#808000',
  yellow: '#ff0',
  navy: '#000080',
  blue: '#00f',
  teal: '#008080',
  aqua: '#0ff',
  orange: '#ffa500',
  transparent: '#0000',
  none: '#0000',
};

const fromHex = (digits: string): Colour => {
  const pairs = digits.length < 5 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
};

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
const fromHsl = (hue: number, saturation: number, lightness: number): number[] =>
  [0, 8, 4].map((offset) => {
    const at = (offset + hue / 30) % 12;
    const spread = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });

const share = (text = '1') => (text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text));

/**
 * Reads a colour. `undefined` for one that only a browser can compute, such as `oklch()` or `color-mix()`.
 *
 * @example parseColour('rgb(0 0 0 / 50%)') // [0, 0, 0, 0.5]
 */
export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase();
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(NAMED[value] ?? value)?.[1];
  if (hex) return fromHex(hex);
  const [, kind, list = ''] = /^(rgb|hsl)a?\(([\d.,/%\s-]+|[\d.]+deg[\d.,/%\s]+)\)$/.exec(value) ?? [];
  if (!kind) return undefined;
  const [one = '', two = '', three = '', alpha] = list.split(/[\s,/]+/).filter(Boolean);
  const channels =
    kind === 'hsl'
      ? fromHsl(
          ((Number.parseFloat(one) % 360) + 360) % 360,
          Number.parseFloat(two) / 100,
          Number.parseFloat(three) / 100,
        )
      : [one, two, three].map((each) => (each.endsWith('%') ? share(each) * 255 : Number(each)));
  const colour = [...channels, share(alpha)] as unknown as Colour;
  return colour.every(Number.isFinite) ? colour : undefined;
}
