/** Attribute of a frame or image that Askfirst made lazy, `released` or `held`, see effects/lazy.ts. Part of the contract. */
export const LAZY = 'data-consent-lazy';
