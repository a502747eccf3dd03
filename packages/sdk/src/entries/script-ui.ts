/** The chunk of the script build that asks, in English. */
export { firstLayer as locale } from '@askfirst/data/locales/en';
export { mount } from '../ui/mount.js';
export * from '../ui/ours.js';
export * from '../ui/parts.js';
export * from '../ui/shell.js';
export * from '../ui/words.js';
export * from './ask.js';
