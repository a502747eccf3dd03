/** What a visitor does in each state. */
import { accept, acceptOnly, openAgain, reject, withdraw } from '../banner/index.js';
import type { State } from '../model.js';
import type { Settings } from '../page/options.js';
import { showsGpc } from './gpc.js';
import type { Visitor } from './visitor.js';

/** A state: the answer, if it has one, and what the visitor does then. */
export interface Plan {
  readonly answer?: (visitor: Visitor, settings: Settings, state: State) => Promise<boolean>;
  readonly goOn: (visitor: Visitor) => Promise<void>;
}

const PLANS: Readonly<Record<string, Plan>> = {
  untouched: {
    async goOn(visitor) {
      await visitor.scroll();
      await visitor.nextPage();
      await visitor.back();
    },
  },
  rejected: { answer: (visitor) => visitor.answer('rejected', reject), goOn: (visitor) => visitor.nextPage() },
  accepted: { answer: (visitor) => visitor.answer('accepted', accept), goOn: (visitor) => visitor.scroll() },
  only: {
    answer: (visitor, _, state) => visitor.answer('chose', acceptOnly(state.slice('only:'.length))),
    goOn: (visitor) => visitor.nextPage(),
  },
  withdrawn: {
    answer: async (visitor, { dwell }) =>
      (await visitor.answer('accepted', accept, dwell)) && (await visitor.answer('withdrew', withdraw)),
    goOn: (visitor) => visitor.nextPage(),
  },
  gpc: {
    async goOn(visitor) {
      await visitor.scroll();
      // Some say it beside the switch.
      if (!visitor.showsGpc && (await openAgain(visitor.page))) visitor.showsGpc = await showsGpc(visitor.page);
    },
  },
};

/** The plan of a state; undefined if there is no such state. */
export const planOf = (state: State): Plan | undefined => PLANS[state.split(':')[0] as string];
