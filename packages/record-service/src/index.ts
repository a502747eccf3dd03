export { adminTokenOf, signingKeyOf } from './command/keys.js';
export { createService, type Service, type ServiceOptions } from './service.js';
export type { Database } from './store/database.js';
export { openEmbedded } from './store/embedded.js';
export { openPostgres } from './store/postgres.js';
export { chainsOfSite } from './store/read-chains.js';
