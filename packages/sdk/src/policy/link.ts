const FOREIGN = /^(?!https?:|mailto:)[\w+.-]+:/i;

/**
 * An address that a link may have: `http:`, `https:`, `mailto:`, or one on the same site. `undefined` for any other, such as
 * `javascript:`, which would run in the page. Browsers ignore spaces and control characters before the scheme, and tabs and line
 * breaks in it: https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export const linkTo = (address: unknown): string | undefined =>
  typeof address === 'string' && !FOREIGN.test(address.replace(/[^!-~]/g, '')) ? address : undefined;
