export { hosts } from './hosts/index.js';
export type * from './types.js';
