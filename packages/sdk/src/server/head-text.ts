/** The text of `head.js`. Only the built package has it: `build.mjs` writes this module anew. */
export const headText: string = '';
