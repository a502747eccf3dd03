/** Attribute of a released frame or picture that a copy of it brings back, see effects/lazy.ts. Part of the contract. */
export const LAZY = 'data-consent-lazy';
