import type { Contract } from '../contract.js';

// It hears every category. In the tests `analytics` is what is granted and withdrawn.
const wordpress = (statistics: string) => [
  ['wp_set_consent', 'functional', 'allow'],
  ['wp_set_consent', 'preferences', 'deny'],
  ['wp_set_consent', 'statistics-anonymous', statistics],
  ['wp_set_consent', 'statistics', statistics],
  ['wp_set_consent', 'marketing', 'deny'],
];

export const contract: Contract = {
  globals: ['wp_set_consent'],
  brought: wordpress('allow'),
  withdrawn: wordpress('deny'),
  again: wordpress('allow'),
};
