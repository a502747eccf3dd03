export type { Prepare, VisitOptions } from './options.js';
export { prepareState } from './prepare.js';
export { visitPage } from './visit.js';
