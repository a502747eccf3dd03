export { acceptanceTexts } from './acceptance.js';
export type * from './types.js';
