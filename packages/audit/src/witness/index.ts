export { type Snapshot, type Witness, type Witnessed, watch } from './watch.js';
