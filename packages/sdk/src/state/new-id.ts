/** Web Crypto, which browsers and servers share. */
declare const crypto: { getRandomValues(numbers: Uint32Array): Uint32Array };

/** 128 random bits that say nothing about the visitor. `randomUUID` would need a secure context. */
export const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
