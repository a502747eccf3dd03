/** The chunk of the script build with the lint, for pages in development. */
export * from '../lint/lint.js';
