import type { Law, RegimeRules } from '@askfirst/data';
import { laws } from '@askfirst/data/regimes/laws';

/** What a law wants shown. Where the owner asks although the law would not, it is shown as a law that asks. */
export async function lawOf({ id, rules }: RegimeRules): Promise<Law | undefined> {
  const law = (await laws[id]?.())?.law;
  return law && !Object.keys(rules)[0] ? { ...law, model: 'opt-in' } : law;
}
