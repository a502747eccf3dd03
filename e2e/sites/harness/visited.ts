import { fileURLToPath } from 'node:url';
import {
  type AuditFixtures,
  test as audit,
  type State,
  type Visit,
  type VisitOptions,
} from '@askfirst/audit/playwright';
import { mergeTests } from '@playwright/test';
import { test as engines, type Server, SITE } from '../../engines/harness/test.js';
import { onlyServer } from '../../harness/browser.mjs';
import { WHOLE, wholeIf } from '../../harness/whole.js';
import { expectCaught, type Lie, mountSite, toldLies } from './planted.js';

const test = mergeTests(engines, audit);

/** Milliseconds. Waiting for what comes late is left to what the visitor does. */
const PAUSES = { quiet: 150, dwell: 0 };

interface Fixtures extends Pick<AuditFixtures, 'visit'> {
  server: Server;
}

interface Visited extends Required<Pick<VisitOptions, 'act'>> {
  state: State;
  /** The first page: an audit reads the declaration, and what is said of Global Privacy Control, there. */
  path: string;
  /** Whether the site's own spec proves it, too: then the visit is left to the whole run. */
  repeats?: boolean;
  /** What others answer. */
  server?: Lie['server'];
  lies: Lie[];
}

/** The file in which a site says what it promises, for an audit. */
export const promisesFile = (site: string) =>
  fileURLToPath(new URL(`../../../examples/${site}/promises.json`, import.meta.url));

/**
 * Makes tests of one site as {@link promisesOf} does, for promises that an audit can judge: the visitor of `@askfirst/audit` comes once,
 * in a Chromium of its own, and what was seen has to be as promised. With each lie in the site it has not to be.
 *
 * @example
 * const visited = visitsOf('OOretz Factory', 'ooretz');
 * visited('nothing but the list', { state: 'gpc', path: 'privacy.html', act, lies: [strayGtag] }, (seen) => {
 *   expect(seen).toKeep(promisesFile('ooretz'));
 * });
 */
export function visitsOf(name: string, site: string) {
  return (
    title: string,
    { state, path, act, repeats = false, server: replies, lies }: Visited,
    keep: (seen: Visit) => void,
  ) => {
    const look = async ({ server, visit }: Fixtures, lie?: Lie) => {
      replies?.(server);
      mountSite(server, site, [], lie);
      keep(await visit(`${SITE}/${path}`, state, { ...PAUSES, act, args: onlyServer(server) }));
    };
    test.describe(`${name}: ${title}`, () => {
      test('kept', { tag: wholeIf(repeats) }, ({ server, visit }) => look({ server, visit }));
      for (const lie of toldLies(lies))
        test(`broken by ${lie.name}`, { tag: WHOLE }, ({ server, visit }) =>
          expectCaught(lie, look({ server, visit }, lie)),
        );
    });
  };
}
