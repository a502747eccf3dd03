export { geoHeaders } from './geo-headers/index.js';
export type * from './types.js';
