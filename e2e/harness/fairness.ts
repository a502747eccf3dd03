import type { Locale } from '@askfirst/data';
import { LAYERS, type Layer, type Measured } from './first-layer.js';
import { contrast } from './pixels.js';

/** What the first layer has to say. */
export interface Wanted {
  layer: Layer;
  locale: Locale;
  controller: string;
  purposes: readonly string[];
  services: number;
  policy: string;
}

/** What of the first layer breaks a rule of docs/fairness.md, each with its number: `U5: object has 80 % of the size of close`. */
export function unfair(
  { lang, dir, texts, buttons, links, scrollsSideways }: Measured,
  { layer, locale, controller, purposes, services, policy }: Wanted,
): string[] {
  const problems: string[] = [];
  const rule = (holds: unknown, problem: string) => holds || problems.push(problem);
  const { yes, no } = LAYERS[layer];
  const pair = [yes, no].map((name) => buttons.find(({ part }) => part === name));
  const [go, refuse] = pair;
  if (!go || !refuse) return [`U2: there is no ${go ? no : yes}`];

  rule(buttons.length === 3, `U2: there are ${buttons.length} buttons`);
  for (const { part, isInside, isOnTop, look } of buttons) {
    rule(isInside, `U2: ${part} is not in the window`);
    rule(isOnTop, `U26: ${part} is covered`);
    rule(
      contrast(look.colour, look.background) >= 4.5,
      `U7: ${part} has words of ${look.colour} on ${look.background}`,
    );
    if (part !== 'choose')
      rule(
        Math.max(contrast(look.background, look.behind), contrast(look.edge, look.behind)) >= 3,
        `U7: ${part} has an edge of ${look.edge} on ${look.behind}`,
      );
  }
  rule(!scrollsSideways, 'U26: the page scrolls sideways');
  for (const { part, tag, inParagraph } of [go, refuse])
    rule(tag === 'button' && !inParagraph, `U4: ${part} is a ${tag}${inParagraph ? ' in a paragraph' : ''}`);

  const ratio = (refuse.box.width * refuse.box.height) / (go.box.width * go.box.height);
  rule(ratio >= 0.9 && ratio <= 1.1, `U5: ${no} has ${Math.round(ratio * 100)} % of the size of ${yes}`);
  rule(Math.abs(refuse.box.height - go.box.height) <= 0.5, `U5: ${no} and ${yes} are not of one height`);
  rule(Math.min(refuse.box.height, go.box.height) >= 44, 'U5: an answer is less than 44 px high');
  rule(
    Math.abs(refuse.box.y - go.box.y) < 1 || Math.abs(refuse.box.x - go.box.x) < 1,
    `U5: ${no} and ${yes} stand neither in a row nor in a column`,
  );
  for (const [key, value] of Object.entries(go.look)) {
    const other = refuse.look[key as keyof typeof go.look];
    rule(value === other, `U6: ${key} of ${no} is ${other}, that of ${yes} ${value}`);
  }

  for (const { words, colour, behind } of texts)
    rule(contrast(colour, behind) >= 4.5, `U7: "${words.slice(0, 20)}" is ${colour} on ${behind}`);
  const asks = texts.find(({ words }) => purposes.every((purpose) => words.includes(purpose)));
  rule(asks?.isBeforeButtons, 'U13: the purposes are not named before the buttons');
  rule(asks?.isSeen, 'U13: the purposes are not in sight');
  rule(
    texts.some(({ words, isSeen }) => isSeen && words.includes(controller)),
    'U14: who asks is not in sight',
  );
  const [link] = links;
  rule(link?.isShown && link.words === locale.policyLink, 'U15: the link to the policy is not shown');
  rule(link?.href === policy && !link.target, `U15: the link leads to ${link?.href} in ${link?.target}`);
  // What runs by notice has no partners that a yes would admit; the list is behind the third button all the same.
  if (layer === 'question') {
    const count = locale.serviceCount.replace('{count}', String(services));
    rule(
      texts.some(({ words }) => words === count),
      `U16: the number of services is not ${services}`,
    );
  }
  // The purposes stand in it in the site's own order.
  const [before = '', after = ''] =
    layer === 'question'
      ? [locale.withdraw]
      : locale.law.notice.replace('{controller}', controller).split('{purposes}');
  rule(
    texts.some(({ words }) => words.startsWith(before) && words.endsWith(after)),
    'U17: how to take it back is not said',
  );
  rule(lang === locale.lang && dir === locale.dir, `U27: it is in ${lang}, ${dir}`);
  return problems;
}
