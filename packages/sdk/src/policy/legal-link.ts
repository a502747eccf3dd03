import type { Law, LegalLink, LegalPanel } from '@askfirst/data';

/**
 * The link that a law asks for.
 *
 * @param panel What it leads to; without it the one link that stands for all, if the law knows one.
 * @example legalLink(california)?.text // 'Your Privacy Choices'
 * @example legalLink(california, 'limit')?.text // 'Limit the Use of My Sensitive Personal Information'
 */
export function legalLink({ links = [] }: Law, panel?: LegalPanel | null): LegalLink | undefined {
  if (panel) return links.flat().find(({ panels }) => panels.includes(panel));
  return (links.find((set) => !set[1]) ?? links[0])?.[0];
}
