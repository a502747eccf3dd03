import { fonts, shadows, titles } from './themes.js';

const block = (selector, lines, indent = '') =>
  [`${indent}${selector} {`, ...lines.map((line) => `${indent}  ${line};`), `${indent}}`].join('\n');

const colours = (theme, at) => Object.entries(theme.colours).map(([name, pair]) => `--askfirst-${name}: ${pair[at]}`);

/** What is the same in both schemes. */
const shape = ({ font, shadow, radius, space, width }) => [
  `--askfirst-font: ${fonts[font][1]}`,
  `--askfirst-shadow: ${shadows[shadow][1]}`,
  `--askfirst-radius: ${radius}px`,
  `--askfirst-space: ${space}px`,
  `--askfirst-width: ${width}em`,
];

const title = ({ title }) =>
  titles[title][1] ? [block('askfirst-ui::part(title)', titles[title][1].split('; '))] : [];

/** The style sheet of a theme, for a site that is light or dark as its visitors are. */
export const writeCss = (theme) =>
  `${[
    block(':root', [...colours(theme, 0), ...shape(theme)]),
    `@media (prefers-color-scheme: dark) {\n${block(':root', colours(theme, 1), '  ')}\n}`,
    ...title(theme),
  ].join('\n\n')}\n`;

/** The same in one scheme. */
export const writeCssIn = (theme, scheme) =>
  [block(':root', [...colours(theme, scheme === 'dark' ? 1 : 0), ...shape(theme)]), ...title(theme)].join('\n');
