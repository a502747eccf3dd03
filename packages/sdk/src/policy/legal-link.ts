import type { Law, LegalLink } from '@askfirst/data';

/**
 * The link that a law asks for.
 *
 * @param panel What it opens; without it the one link that stands for all, if the law knows one.
 * @example legalLink(california)?.text // 'Your Privacy Choices'
 */
export const legalLink = ({ links = [] }: Law, panel?: string | null): LegalLink | undefined =>
  panel ? links.find((link) => link.panel === panel) : (links.find((link) => link.icon) ?? links[0]);
