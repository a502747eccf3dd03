import type { Law } from '../types.js';
export const laws: Readonly<Record<string, (() => Promise<{ law: Law }>) | undefined>> = {
  'us-california': () => import('./us-california.js'),
};
