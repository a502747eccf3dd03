export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** One rule of a style sheet. */
export interface StyleRule {
  readonly selector: string;
  /** The conditions around it, such as `(prefers-color-scheme: dark)`. */
  readonly media: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** Where the block that opens at an index ends. */
function endOf(css: string, open: number): number {
  for (let at = open, depth = 0; at < css.length; at++) {
    if (css[at] === '{') depth++;
    if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}

const declarationIn = (text: string): Declaration[] => {
  const [, name, value, mark] = /^\s*([\w-]+)\s*:(.*?)(!\s*important\s*)?$/is.exec(text) ?? [];
  if (!name || value === undefined) return [];
  // The names of custom properties have a case: https://www.w3.org/TR/css-variables-1/#defining-variables
  return [{ name: name.startsWith('--') ? name : name.toLowerCase(), value: value.trim(), isImportant: !!mark }];
};

/** Whether a block holds in some windows or browsers only: one for every screen does not, and one for what is not supported does. */
const isSometimes = (name: string, condition: string): boolean =>
  name === 'media' ? !/^(only\s+)?(all|screen)$/i.test(condition) : name === 'supports' && /^not\b/i.test(condition);

function read(css: string, parent: string, media: readonly string[]): StyleRule[] {
  const rules: StyleRule[] = [];
  const declarations: Declaration[] = [];
  let at = 0;
  while (at < css.length) {
    const stop = css.slice(at).search(/[;{]/);
    const end = stop < 0 ? css.length : at + stop;
    const head = css.slice(at, end).trim();
    if (css[end] !== '{') {
      declarations.push(...declarationIn(head));
      at = end + 1;
      continue;
    }
    const close = endOf(css, end);
    const body = css.slice(end + 1, close);
    const [, name, condition = ''] = /^@(media|supports|layer|container|scope)\b(.*)$/s.exec(head) ?? [];
    if (name)
      rules.push(...read(body, parent, isSometimes(name, condition.trim()) ? [...media, condition.trim()] : media));
    else if (!head.startsWith('@'))
      for (const each of head.split(',')) {
        const selector = each.trim();
        const nested = selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`;
        rules.push(...read(body, nested.trim(), media));
      }
    at = close + 1;
  }
  return parent && declarations.length ? [{ selector: parent, media, declarations }, ...rules] : rules;
}

/**
 * Reads the rules of a style sheet, nested ones too. It follows no `@import`, and weighs rules by their order alone.
 *
 * @example parseStyles('a { color: red }') // [{ selector: 'a', media: [], declarations: [{ name: 'color', value: 'red', isImportant: false }] }]
 */
export const parseStyles = (css: string): StyleRule[] =>
  read(css.replace(/\/\*.*?\*\//gs, '').replace(/"[^"]*"|'[^']*'/g, '""'), '', []);

/** The value of each property and variable. */
export type Values = ReadonlyMap<string, string>;

/** What some rules come to: the last declaration counts, and one with `!important` before all others. */
export const valuesOf = (rules: readonly StyleRule[]): Values =>
  new Map(
    rules
      .flatMap(({ declarations }) => declarations)
      .sort((one, other) => Number(one.isImportant) - Number(other.isImportant))
      .map(({ name, value }) => [name, value]),
  );
