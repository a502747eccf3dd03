/** The chunk of the script build that asks, in English. */
export { locale } from '@askfirst/data/locales/en';
export * from './ask.js';
