import type { Colour } from '../policy/contrast.js';
import type { Options } from '../policy/types.js';
import { lintAnswers, lintWords } from './answers.js';
import { type Finding, finding } from './codes.js';
import { parseColour } from './colours.js';
import { declarationsFor, lookOf } from './styled-answer.js';
import { parseStyles, type StyleRule, type Values, valuesOf } from './stylesheet.js';

/** The owner's CSS properties by name, or the text of a style sheet. */
export type Theme = Readonly<Record<string, string>> | string;

type Scheme = 'light' | 'dark';

/** One way in which the page may be shown. */
interface Setting {
  readonly prefers: Scheme;
  /** A condition of `@media` that holds besides, for example a width. */
  readonly condition?: string | undefined;
}

/** What browsers draw for the system's colours. Chromium's dark canvas; those of others differ by a few shades. */
const SYSTEM: Readonly<Record<Scheme, Readonly<Record<string, string>>>> = {
  light: { canvas: '#fff', canvastext: '#000' },
  dark: { canvas: '#121212', canvastext: '#fff' },
};
const PREFERS = /prefers-color-scheme\s*:\s*(light|dark)/;
/** On paper there is no question, and with forced colours the system draws both answers alike. */
const ELSEWHERE = /\bprint\b|forced-colors/;
/** A variable may stand for others; one that stands for itself never ends. */
const DEEPEST = 20;

/** The schemes that the page says it has. */
const colorSchemeOf = (rules: readonly StyleRule[]): string =>
  valuesOf(rules.filter(({ selector }) => /^(:root|html)$/.test(selector))).get('color-scheme') ?? '';

const holds = (media: readonly string[], { prefers, condition }: Setting): boolean =>
  media.every((each) => each === condition || PREFERS.exec(each)?.[1] === prefers);

/** What stands before our element in a selector: a state of the page, such as a class for the dark. */
const stateIn = (selector: string): string =>
  (/^(.*?)[\s>]+askfirst-ui[^\s>]*$/.exec(selector)?.[1] ?? '').replace(/(^|\s)(html|body|:root)(?![\w-])/g, '').trim();

/** Makes each state a condition, as `@media` is one: what a page says for its dark state is no part of its light one. */
function withStates(rules: readonly StyleRule[]): readonly StyleRule[] {
  const states = new Set(rules.map(({ selector }) => stateIn(selector)).filter(Boolean));
  return rules.map((rule) => {
    const root = rule.selector.replace(/^(html|body|:root)(?=\W)/, '');
    const state = states.has(root) ? root : stateIn(rule.selector);
    if (!state) return rule;
    return { ...rule, selector: state === root ? ':root' : rule.selector, media: [...rule.media, state] };
  });
}

/** The settings in which the style sheet says something of its own. */
function settingsOf(rules: readonly StyleRule[], colorScheme: string): Setting[] {
  const media = [...new Set(rules.flatMap((rule) => rule.media))];
  const isBoth = media.some((each) => PREFERS.test(each)) || /light dark|dark light/.test(colorScheme);
  const schemes: readonly Scheme[] = isBoth ? ['light', 'dark'] : ['light'];
  const conditions = [undefined, ...media.filter((each) => !PREFERS.test(each) && !ELSEWHERE.test(each))];
  return schemes.flatMap((prefers) => conditions.map((condition) => ({ prefers, condition })));
}

/** Replaces `var()` and `light-dark()`, the innermost first. */
function resolve(value: string, variables: Values, scheme: Scheme, depth = 0): string {
  const next = value
    .replace(
      /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g,
      (_, name, other) => variables.get(name) ?? other?.trim() ?? '',
    )
    .replace(/light-dark\(((?:[^(),]|\([^()]*\))*),((?:[^()]|\([^()]*\))*)\)/g, (_, light, dark) =>
      (scheme === 'light' ? light : dark).trim(),
    );
  return next === value || depth === DEEPEST ? value : resolve(next, variables, scheme, depth + 1);
}

/** The theme in one setting. */
function lintSetting(rules: readonly StyleRule[], scheme: Scheme): Finding[] {
  const variables = valuesOf(rules.filter(({ selector }) => /^(:root|html|body|\*)$|askfirst-ui$/.test(selector)));
  const unread: Finding[] = [];
  const read = (value: string, path: string): Colour | undefined => {
    const text = resolve(value, variables, scheme).toLowerCase();
    const colour = parseColour(SYSTEM[scheme][text] ?? text);
    if (!colour) unread.push(finding('unknown-colour', `${path} has ${value}`, path));
    return colour;
  };
  const token = (name: string, other: Colour | undefined): Colour | undefined => {
    const value = variables.get(name);
    return value === undefined ? other : read(value, name);
  };
  // The defaults are those of ui/styles.css.
  const surface = token('--askfirst-surface', read('Canvas', ''));
  const text = token('--askfirst-text', read('CanvasText', ''));
  const background = token('--askfirst-accent', text);
  const color = token('--askfirst-on-accent', surface);

  const [yes, no] = [declarationsFor(rules, 'accept'), declarationsFor(rules, 'reject')];
  const apart = [...new Set([...yes.keys(), ...no.keys()])].filter((name) => yes.get(name) !== no.get(name));
  const path = apart.length ? '::part(reject)' : '--askfirst-accent';
  const [accept, reject] = [yes, no].map((values) =>
    lookOf(values, { color, background, behind: surface }, (value) => read(value, '::part(button)')),
  ) as [ReturnType<typeof lookOf>, ReturnType<typeof lookOf>];
  const compared = lintAnswers(accept, reject, path);
  return [
    ...unread,
    ...lintWords({ color: text, background: surface }, '--askfirst-text'),
    ...compared,
    // What no comparison has seen.
    ...(apart.length && !compared.length ? [finding('answers-styled-apart', apart.join(', '), '::part(button)')] : []),
  ];
}

/**
 * The owner's theme, light and dark, and under each condition that it names. Sizes are unknown without a page.
 *
 * @param theme Custom properties by name, or CSS.
 */
export function lintTheme(theme: Theme, { ui = {} }: Options = {}): Finding[] {
  const css =
    typeof theme === 'string'
      ? theme
      : `:root{${Object.entries(theme)
          .map((each) => each.join(':'))
          .join(';')}}`;
  const rules = withStates(parseStyles(css));
  const findings = settingsOf(rules, colorSchemeOf(rules)).flatMap((setting) => {
    const held = rules.filter(({ media }) => holds(media, setting));
    const colorScheme = colorSchemeOf(held);
    const isDark = /dark/.test(colorScheme) && (setting.prefers === 'dark' || !/light/.test(colorScheme));
    return lintSetting(held, ui.scheme ?? (isDark ? 'dark' : 'light'));
  });
  // The same in several settings.
  return [...new Map(findings.map((each) => [`${each.path} ${each.message}`, each])).values()];
}
