/** Attribute of a released frame or image, by which a copy of it is recognised, see effects/lazy.ts. Part of the contract. */
export const LAZY = 'data-consent-lazy';
