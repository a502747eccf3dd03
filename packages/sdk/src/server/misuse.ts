/** What a function says when a server calls it in a way that cannot work. */
export const misuse = (name: string, message: string): TypeError => new TypeError(`[askfirst] ${name}: ${message}`);
