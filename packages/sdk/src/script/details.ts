import { secondLayer } from '@askfirst/data/locales/en';
import { services } from '@askfirst/data/services';
import { provide } from '../ui/details.js';

/** The chunk of the script build for those who want to know more: with the rest of the English texts, and of the vendors' facts. */
export * from '../ui/details.js';

// Whoever sees the preferences may withdraw there: what refuses requests is at hand then.
import('../effects/withdrawal/withdrawal.js').catch(() => {});

provide({ texts: secondLayer, facts: services });
