/** The chunk a visitor downloads only if there is something to ask or to show. */
export { locale } from '@askfirst/data/locales/en';
export { mount } from '../ui/mount.js';
