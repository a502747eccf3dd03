import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';

/** Run as in the console, which a Content Security Policy does not forbid. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rule that another colour scheme can break. */
export const COLOURS = ['color-contrast'];

interface Finding {
  id: string;
  nodes: { target: unknown; failureSummary?: string; any: { data?: { messageKey?: string } | null }[] }[];
}

/**
 * What axe finds wrong inside an element by WCAG 2.2 AA and its best practices, and text whose contrast it cannot tell: one line for
 * each node.
 *
 * @param page A page, or a frame in it.
 * @param selector An element of the page, or the way to one through shadow roots.
 * @param rules Names of rules or of groups of rules.
 */
export async function axe(page: Page | Frame, selector: string | string[], rules = ALL): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate(
    async ([include, runOnly]) => {
      // The shade at the edge of what scrolls would hide from axe what lies behind the words.
      const plain = new CSSStyleSheet();
      plain.replaceSync('.text, form { background-image: none !important }');
      const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      for (const root of roots) root.adoptedStyleSheets.push(plain);
      const found = await window.axe.run(
        { include: [include] },
        { runOnly, resultTypes: ['violations', 'incomplete'] },
      );
      for (const root of roots) root.adoptedStyleSheets.pop();
      return found;
    },
    [typeof selector === 'string' ? selector : { fromShadowDom: selector }, rules] as const,
  );
  const undecided = (incomplete as Finding[])
    .filter(({ id }) => COLOURS.includes(id))
    // The edge of what scrolls lies across it. In a larger window it does not.
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey !== 'elmPartiallyObscured')),
    }));
  return [...(violations as Finding[]), ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}
