import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import { createHandler } from 'examples/server/handler.mjs';
import { expect, type Server, witness } from '../../engines/harness/test.js';
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

/** Puts one of the five sites on the server, with a lie in it or none. @param edits of its pages; more may be added later */
export function mountSite(server: Server, site: string, edits: readonly Edit[], lie?: Lie) {
  // A page of the visit before may have sent something while it was closed.
  server.log.length = 0;
  const editPage: Edit = (html, request, response) =>
    [...edits, lie?.edit ?? asItIs, withWitness].reduce((page, edit) => edit(page, request, response), html);
  const answer = createHandler({ site, editPage });
  server.mount((request, response) => {
    if (lie?.cookie) changeCookies(response, lie.cookie);
    return answer(request, response);
  });
  lie?.server?.(server);
}

/** Passes only if the promise fails, by an assertion, and for the lie's sake. */
export async function expectCaught({ name, shows }: Lie, kept: Promise<void>) {
  const error = await kept.then(
    () => undefined,
    (reason: Error & { matcherResult?: unknown }) => reason,
  );
  if (!error) throw new Error(`Nobody noticed ${name}.`);
  if (!error.matcherResult) throw error;
  expect(stripVTControlCharacters(error.message), `what the promise says of ${name}`).toMatch(shows);
}

/** One shows that the promise can turn red. All of them are told with ASKFIRST_LIES=all. */
export const toldLies = (lies: readonly Lie[]) => (process.env.ASKFIRST_LIES === 'all' ? lies : lies.slice(0, 1));
