import type { Visit } from '../model.js';
import { judge } from '../promises/judge.js';
import { rulesOf } from '../promises/rules.js';
import { type Promises, strictPromises } from '../promises/schema.js';
import { type Trace, tracesOf } from '../promises/traces.js';

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
const list = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;

const hostsOf = (traces: readonly Trace[]): string[] =>
  unique(traces.filter(({ kind }) => kind === 'request').map(({ host, name, isForeign }) => (isForeign ? host : name)));
const namesOf = (traces: readonly Trace[]): string[] =>
  unique(traces.filter(({ kind }) => kind !== 'request').map(({ kind, name }) => `${kind} ${name}`));

/** The promises that a visit did not keep, so that the spec does not begin red. */
function brokenIn(visit: Visit, promises: Promises): string[] {
  return unique(judge([visit], promises).flatMap(({ promise, result }) => (result === 'broken' ? [promise] : [])));
}

function testOf(visit: Visit, promises: Promises): string {
  const traces = tracesOf(visit, rulesOf(strictPromises, []));
  const [hosts, broken] = [hostsOf(traces), brokenIn(visit, promises)];
  const kept = broken.length
    ? [
        `  // Not kept when this was written: mend it, then take the line out.`,
        `  expect(seen).toKeep({ ...promises, ${broken.map((each) => `${quoted(each)}: false`).join(', ')} });`,
      ]
    : ['  expect(seen).toKeep(promises);'];
  return [
    `test(${quoted(`${visit.page}, ${visit.state}`)}, async ({ visit }) => {`,
    `  const seen = await visit(${quoted(visit.page)}, ${quoted(visit.state)});`,
    `  expect(seen).toHaveSentNothing(${hosts[0] ? `{ except: ${list(hosts)} }` : ''});`,
    `  expect(seen).toStoreOnly(${list(namesOf(traces))});`,
    ...kept,
    '});',
  ].join('\n');
}

/**
 * A Playwright spec that keeps a site as it was seen: it contacts and stores no more than then, and keeps what it kept.
 *
 * @param visits Recognised visits. Those that could not be made are left out.
 * @returns The text of a file such as `promises.spec.ts`.
 */
export function specOf(visits: Iterable<Visit>, promises: Promises = strictPromises): string {
  const tests: string[] = [];
  for (const visit of visits) if (!visit.problems[0]) tests.push(testOf(visit, promises));
  return `${[
    `import { expect, type Promises, test } from '@askfirst/audit/playwright';`,
    `/** What the site promises. */\nconst promises: Promises = ${JSON.stringify(promises, null, 2)};`,
    ...tests,
  ].join('\n\n')}\n`;
}
