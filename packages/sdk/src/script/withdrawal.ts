import { services } from '@askfirst/data/services';
import { withdraw as withdrawDeclared } from '../effects/withdrawal/withdrawal.js';
import { namedById } from '../policy/named-by-id.js';

/** The chunk of the script build that removes what lost its consent. */
export const withdraw: typeof withdrawDeclared = (state, env, running, before) => {
  const go = (more = {}) => withdrawDeclared(state, env, { ...running, facts: { ...services, ...more } }, before);
  const ids = namedById(state.options.services);
  if (!ids[0]) go();
  else
    import('../chunks/catalogue.js')
      .then(({ factsOf }) => factsOf(ids))
      // What the site itself declares is removed all the same.
      .then(go, () => go());
};
