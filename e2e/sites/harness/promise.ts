import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import { createHandler } from 'examples/server/handler.mjs';
import {
  type EngineName,
  expect,
  type Profile,
  type Server,
  SITE,
  type Tab,
  test,
  witness,
} from '../../engines/harness/test.js';
import { WHOLE } from '../../harness/whole.js';
import { first } from './edits.js';

/** Changes a page of the site on its way out; may set headers, too. */
export type Edit = (html: string, request: IncomingMessage, response: ServerResponse) => string;

/** Something that must not be, planted to see that the promise notices it. */
export interface Lie {
  name: string;
  edit?: Edit;
  /** What other hosts answer, or the site in the place of one of its files. */
  server?: (server: Server) => void;
  /** Changes a cookie the site's server sets. */
  cookie?: (header: string) => string;
  /** The words by which the failed assertion names the lie. */
  shows: RegExp;
}

/** One visitor on one site, with a browser that remembers nothing. */
export interface Visit {
  tab: Tab;
  profile: Profile;
  server: Server;
  engineName: EngineName;
  /** Opens a page of the site. */
  open: (path?: string, tab?: Tab) => Promise<void>;
  /** Changes the pages from here on: conditions of the visit, not lies. */
  edit: (edit: Edit) => void;
}

type Keep = (visit: Visit) => Promise<void>;
type Fixtures = Pick<Visit, 'tab' | 'profile' | 'server' | 'engineName'>;

interface PromiseOptions {
  /** About consent, so all engines have to show it: one promise of each site in every run, the rest with ASKFIRST_SITES=all. */
  consent?: boolean | 'every run';
  lies: Lie[];
}

const asItIs: Edit = (html) => html;
/** `window.restored`, and errors the page does not catch. */
const withWitness: Edit = first(witness());

function changeCookies(response: ServerResponse, change: (header: string) => string) {
  const write = response.writeHead.bind(response) as (status: number, headers?: OutgoingHttpHeaders) => ServerResponse;
  response.writeHead = ((status: number, headers?: OutgoingHttpHeaders) => {
    const cookie = headers?.['Set-Cookie'];
    return write(status, cookie ? { ...headers, 'Set-Cookie': change(`${cookie}`) } : headers);
  }) as typeof response.writeHead;
}

/** Passes only if the promise fails, by an assertion, and for the lie's sake. */
async function expectCaught({ name, shows }: Lie, kept: Promise<void>) {
  const error = await kept.then(
    () => undefined,
    (reason: Error & { matcherResult?: unknown }) => reason,
  );
  if (!error) throw new Error(`Nobody noticed ${name}.`);
  if (!error.matcherResult) throw error;
  expect(stripVTControlCharacters(error.message), `what the promise says of ${name}`).toMatch(shows);
}

/**
 * Makes the tests of one site. Each promise is a function of a visit: it has to hold on the site as it is, and to fail with
 * each lie planted in it. Chromium is told the lies; Firefox and WebKit have to see the promises about consent kept.
 *
 * @param name Who promises.
 * @param site The example that keeps the promises.
 * @example
 * const promise = promisesOf('FactoryOps AI', 'marketing-site');
 * promise('no cookie before a choice', { consent: true, lies: [scriptCookie] }, async ({ tab, open }) => {
 *   await open();
 *   expect(await jar(tab)).toEqual([]);
 * });
 */
export function promisesOf(name: string, site: string) {
  const begin = (fixtures: Fixtures, lie?: Lie): Visit => {
    // A page of the visit before may have sent something while it was closed.
    fixtures.server.log.length = 0;
    const edits: Edit[] = [];
    const editPage: Edit = (html, request, response) =>
      [...edits, lie?.edit ?? asItIs, withWitness].reduce((page, edit) => edit(page, request, response), html);
    const answer = createHandler({ site, editPage });
    fixtures.server.mount((request, response) => {
      if (lie?.cookie) changeCookies(response, lie.cookie);
      return answer(request, response);
    });
    lie?.server?.(fixtures.server);
    return {
      ...fixtures,
      open: (path = '', tab = fixtures.tab) => tab.open(`${SITE}/${path}`),
      edit: (edit) => void edits.push(edit),
    };
  };

  return (title: string, { consent, lies }: PromiseOptions, keep: Keep) =>
    test.describe(`${name}: ${title}`, () => {
      const everywhere = consent === 'every run' || (consent && process.env.ASKFIRST_SITES === 'all');
      const tag = everywhere ? ['@consent'] : [];
      test('kept', { tag }, ({ tab, profile, server, engineName }) =>
        keep(begin({ tab, profile, server, engineName })),
      );
      // One shows that the promise can turn red. All 151 are told with ASKFIRST_LIES=all.
      for (const lie of process.env.ASKFIRST_LIES === 'all' ? lies : lies.slice(0, 1))
        test(`broken by ${lie.name}`, { tag: WHOLE }, ({ tab, profile, server, engineName }) =>
          expectCaught(lie, keep(begin({ tab, profile, server, engineName }, lie))),
        );
    });
}
