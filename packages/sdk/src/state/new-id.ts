/** Declared here, because the types of browsers and of servers differ. */
declare const crypto: { getRandomValues(numbers: Uint32Array): Uint32Array };

/**
 * 128 random bits, which say nothing about the visitor. `randomUUID` would need a secure context:
 * https://w3c.github.io/webcrypto/#Crypto-method-randomUUID
 */
export const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
