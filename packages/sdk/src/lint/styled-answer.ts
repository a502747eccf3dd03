import type { Colour } from '../policy/contrast.js';
import type { Look } from './answers.js';
import { parseColour } from './colours.js';
import { type StyleRule, type Values, valuesOf } from './stylesheet.js';

/** CSS pixels: `font: medium` in ui/styles.css. */
const MEDIUM = 16;
const NO_COLOUR: Colour = [0, 0, 0, 0];

/** What an answer looks like without any style of the page. */
export type Unstyled = Readonly<Record<'color' | 'background' | 'behind', Colour | undefined>>;

const pixels = (text: string): number => {
  const size = Number.parseFloat(text);
  if (Number.isNaN(size)) return MEDIUM;
  if (text.endsWith('px')) return size;
  return size * (text.endsWith('%') ? MEDIUM / 100 : MEDIUM);
};
const weight = (text: string): number => Number(text.replace('normal', '400').replace('bold', '700')) || 400;

const isHiddenBy = (values: Values): boolean => {
  const value = (name: string) => values.get(name) ?? '';
  return (
    value('display') === 'none' ||
    /^(hidden|collapse)$/.test(value('visibility')) ||
    Number.parseFloat(value('opacity')) < 0.1 ||
    /scale\(0\)/.test(value('transform')) ||
    ['width', 'max-width', 'height', 'max-height', 'font-size', 'scale'].some((name) => /^0(?![\d.])/.test(value(name)))
  );
};

/**
 * Names of the parts that a selector asks for, if it ends in `::part()`; what is hovered or focused is not compared. Elements of others
 * have parts of the same names, so the element has to be ours, or any.
 */
const partsOf = (selector: string): string[] =>
  /(?:^|[\s>*]|askfirst-ui[^\s>]*?)::part\(([^)]*)\)$/.exec(selector)?.[1]?.trim().split(/\s+/) ?? [];

/** What the page says about one answer. */
export const declarationsFor = (rules: readonly StyleRule[], answer: 'accept' | 'reject'): Values =>
  valuesOf(
    rules.filter(({ selector }) => {
      const parts = partsOf(selector);
      return parts.length && parts.every((part) => part === 'button' || part === answer);
    }),
  );

/** The colour in `border`, which names a width and a style, too. */
const colourIn = (border: string): string | undefined =>
  border.split(/\s+(?![^(]*\))/).find((each) => each !== 'none' && parseColour(each));

/**
 * How an answer looks.
 *
 * @param values What the page says about it.
 * @param read Reads a colour, and what a variable stands for.
 */
export function lookOf(values: Values, unstyled: Unstyled, read: (value: string) => Colour | undefined): Look {
  const given = (value: string | undefined, other: Colour | undefined) => {
    if (value === undefined) return other;
    return value.toLowerCase() === 'currentcolor' ? color : read(value);
  };
  const color: Colour | undefined = given(values.get('color'), unstyled.color);
  const border = values.get('border') ?? '';
  return {
    color,
    background: given(values.get('background-color') ?? values.get('background'), unstyled.background),
    border: /^(none|0)\b/.test(border) ? NO_COLOUR : given(values.get('border-color') ?? colourIn(border), color),
    behind: unstyled.behind,
    opacity: Number.parseFloat(values.get('opacity') ?? '1'),
    fontSize: pixels(values.get('font-size') ?? ''),
    fontWeight: weight(values.get('font-weight') ?? '600'),
    isHidden: isHiddenBy(values),
  };
}
