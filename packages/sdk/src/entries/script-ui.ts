import { googleAnalytics } from '@askfirst/data/services/google-analytics';
import { googleTagManager } from '@askfirst/data/services/google-tag-manager';

/** The chunk of the script build that asks, in English. */
export { locale } from '@askfirst/data/locales/en';
export * from './ask.js';

/** What the core leaves out about the vendors it knows. */
export const facts = { ga4: googleAnalytics, gtm: googleTagManager };
