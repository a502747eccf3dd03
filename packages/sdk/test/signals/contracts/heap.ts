import { type Contract, switchOf } from '../contract.js';

export const contract: Contract = switchOf('heap', 'heap.startTracking', 'heap.stopTracking');
