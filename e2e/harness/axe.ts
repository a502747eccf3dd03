import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** Violations of WCAG 2.2 AA (and axe's best practices) inside an element, one line for each node. */
export async function axe(page: Page, selector: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(
    ([include, tags]) => window.axe.run({ include: [include] }, { runOnly: tags, resultTypes: ['violations'] }),
    [selector, TAGS] as const,
  );
  return (violations as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}
