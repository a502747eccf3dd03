import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import { isLive } from '../policy/choice.js';
import type { Choice } from '../policy/types.js';
import type { State } from '../state/types.js';

/** Whether the visitor's yes to a service has replaced a no while this page was open: a vendor may have kept what happened until then. */
export function refusedHere(state: State, { win }: Env, service: Service): boolean {
  const record = state.record();
  const opened = win.performance?.timeOrigin ?? 0;
  return state.categories
    .filter(({ services }) => services.includes(service))
    .some(({ key, within }) => {
      const choiceIn = (choices: Readonly<Record<string, Choice>> | undefined) => {
        const choice = choices?.[within ?? key];
        return choice?.services?.[key] ?? choice;
      };
      const now = choiceIn(record?.choices);
      const before = choiceIn(record?.earlier);
      return (
        now?.granted && before?.granted === false && isLive(before, state.inputs.now()) && Date.parse(now.at) >= opened
      );
    });
}
