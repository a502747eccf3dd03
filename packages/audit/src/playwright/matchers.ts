import type { Visit } from '../model.js';
import { causeText, subjectOf } from '../promises/broken.js';
import { judge } from '../promises/judge.js';
import { whenOf } from '../promises/phase.js';
import { checkPromises, readPromises } from '../promises/read.js';
import { rulesOf } from '../promises/rules.js';
import { type Promises, strictPromises } from '../promises/schema.js';
import { type Trace, tracesOf } from '../promises/traces.js';
import { addressOf, isHost, isName } from '../recognise/match.js';

/** What Playwright's `expect.extend` takes. */
export interface Verdict {
  readonly name: string;
  readonly pass: boolean;
  readonly message: () => string;
}

/** A visit that saw nothing would agree with anything. */
function seen(visit: Visit): Visit {
  if (visit.problems[0]) throw new Error(`${visit.page} (${visit.state}) could not be looked at: ${visit.problems[0]}`);
  return visit;
}

/** Neither does one whose visitor could not answer agree with what is asked of it after the answer. */
function everything(visit: Visit): readonly Trace[] {
  if (visit.banner?.problem)
    throw new Error(`Nobody could answer on ${visit.page} (${visit.state}): ${visit.banner.problem}`);
  return tracesOf(seen(visit), rulesOf(strictPromises, []));
}

const line = (visit: Visit, trace: Trace): string => {
  const by = causeText(trace.causes);
  return `  ${subjectOf(trace)}, ${whenOf(visit, trace.at)}${by ? `, by ${by}` : ''}`;
};

function verdict(name: string, whole: string, lines: readonly string[]): Verdict {
  return {
    name,
    pass: !lines[0],
    message: () => (lines[0] ? `${whole}\n${lines.join('\n')}` : `${whole}, and it does`),
  };
}

/** Nobody but the site was contacted, also not behind a path of its own host. */
export function toHaveSentNothing(
  visit: Visit,
  { except = [] }: { readonly except?: readonly string[] } = {},
): Verdict {
  const own = addressOf(visit.page);
  const sent = everything(visit).filter(({ kind, name }) => {
    const address = addressOf(`https://${name}`);
    return kind === 'request' && !(address && isHost(except, address, own));
  });
  return verdict(
    'toHaveSentNothing',
    `${visit.page} (${visit.state}) should have sent nothing${except[0] ? ` except to ${except.join(', ')}` : ''}`,
    sent.map((trace) => line(visit, trace)),
  );
}

/** Nothing was stored but these: names, or kinds with names (`localStorage askfirst`). One that ends in `*` means all with that start. */
export function toStoreOnly(visit: Visit, names: readonly string[]): Verdict {
  const others = everything(visit).filter(
    ({ kind, name }) =>
      kind !== 'request' && !names.some((each) => isName(each, name) || isName(each, `${kind} ${name}`)),
  );
  return verdict(
    'toStoreOnly',
    `${visit.page} (${visit.state}) should store ${names.join(', ') || 'nothing'}${names[0] ? ' only' : ''}`,
    others.map((trace) => line(visit, trace)),
  );
}

/** Every promise is kept: those given, or those of a file, or the strict ones. */
export function toKeep(visits: Visit | readonly Visit[], promises: Promises | string = strictPromises): Verdict {
  const all = ([] as readonly Visit[]).concat(visits).map(seen);
  const checked = typeof promises === 'string' ? readPromises(promises) : checkPromises(promises);
  const broken = judge(all, checked).filter(({ result }) => result === 'broken');
  return verdict(
    'toKeep',
    `${[...new Set(all.map(({ page, state }) => `${page} (${state})`))].join(', ')} should keep its promises`,
    broken.map(({ promise, says, mend }) => `  ${promise}: ${says}${mend ? ` ${mend}` : ''}`),
  );
}
