import { locales } from '@askfirst/data/locales';
import type { Page } from 'playwright-core';
import type { Declared } from '../model.js';

/** Milliseconds in which it has to be filled. */
const FILLED = 3_000;

/** What `<consent-declaration>` of the page says; undefined where there is none. */
export async function readDeclared(page: Page): Promise<Declared | undefined> {
  if (!(await page.locator('consent-declaration').count())) return undefined;
  // It is filled by a file that is loaded for it.
  await page
    .locator('consent-declaration [part~=category]')
    .first()
    .waitFor({ state: 'attached', timeout: FILLED })
    .catch(() => {});
  const groups = await page
    .evaluate(() => {
      const element = document.querySelector('consent-declaration');
      if (!element) return undefined;
      const texts = (root: ParentNode, selector: string) =>
        [...root.querySelectorAll(selector)].map((each) => (each.textContent ?? '').trim());
      return [...(element.shadowRoot ?? element).querySelectorAll('[part~=category]')].map((group) => ({
        label: group.getAttribute('aria-label') ?? '',
        services: texts(group, 'h4'),
        stores: texts(group, 'tbody tr > :first-child'),
      }));
    })
    .catch(() => undefined);
  if (!groups?.length) return undefined;
  const all = await Promise.all(Object.values(locales).map((read) => read()));
  const necessary = all.map(({ locale }) => locale.categories.necessary.label);
  const list = (some: typeof groups) => ({
    services: [...new Set(some.flatMap(({ services }) => services))],
    stores: [...new Set(some.flatMap(({ stores }) => stores))],
  });
  const always = list(groups.filter(({ label }) => necessary.includes(label)));
  return { ...list(groups), necessary: [...always.services, ...always.stores] };
}
