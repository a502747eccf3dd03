const FOREIGN = /^(?!https?:|mailto:)[\w+.-]+:/i;

/**
 * An address that a link may lead to: of the web, of a mailbox, or one on the same site. Nothing for any other, such as
 * `javascript:`, which would run in the page. Browsers overlook blanks and control characters in it.
 */
export const linkTo = (address: unknown): string | undefined =>
  typeof address === 'string' && !FOREIGN.test(address.replace(/[^!-~]/g, '')) ? address : undefined;
