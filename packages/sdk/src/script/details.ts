import { lawTexts, secondLayer } from '@askfirst/data/locales/en';
import { services } from '@askfirst/data/services';
import { provide } from '../ui/details.js';

/** The chunk of the script build with the second layer, the rest of the English texts, and the vendors' facts. */
export * from '../ui/details.js';

// A visitor who opens the preferences may withdraw. Loaded now, the chunk can refuse requests at once.
import('../effects/withdrawal/withdrawal.js').catch(() => {});

provide({
  texts: { ...secondLayer, law: lawTexts },
  facts: services,
  catalogue: async (ids) => (await import('../chunks/catalogue.js')).factsOf(ids),
});
