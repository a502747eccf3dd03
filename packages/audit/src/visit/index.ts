export type { Prepare, VisitOptions } from '../page/options.js';
export { prepareState } from './prepare.js';
export { visitPage } from './visit.js';
