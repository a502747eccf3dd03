import { settle } from '../../engines/harness/probe.js';
import { expect } from '../../engines/harness/test.js';
import * as common from '../lies/common.js';
import { first, instead, script } from './edits.js';
import type { Lie } from './planted.js';
import type { Visit } from './promise.js';
import { away, jar, stored } from './witness.js';

/** The promises that sites without a question have in common. */

const askingAfterAll: Lie = {
  name: 'a service that needs a question',
  edit: instead('data-controller', 'data-ga4="G-STRAY" data-controller'),
  shows: /part=.{0,2}banner/,
};

const freshBanner: Lie = {
  name: 'a notice of its own making',
  edit: first(
    script(`addEventListener('DOMContentLoaded', () => {
      document.body.insertAdjacentHTML('beforeend', '<div class="cookie-banner" role="dialog">We use cookies</div>');
    });`),
  ),
  shows: /cookie-banner/,
};

/** What asks all the same. */
export const QUESTIONS = [askingAfterAll, freshBanner];

/** What must not be on any page of such a site. */
export const STRAYS = [
  common.strayGtag,
  common.webFont,
  common.trackingPixel,
  common.beacon,
  common.serverCookie,
  common.scriptCookie,
  common.storedId,
  common.sessionId,
  common.database,
  ...QUESTIONS,
];

/** One of each sort, for the sites after the first. */
export const SOME_STRAYS = [
  common.strayGtag,
  common.webFont,
  common.trackingPixel,
  common.serverCookie,
  common.storedId,
];

/** What the watch can see; it names hosts. */
export const UNDECLARED: Lie[] = [
  { ...common.strayGtag, shows: /request www\.googletagmanager\.com/ },
  common.webFont,
  { ...common.scriptCookie, shows: /cookie guest/ },
  common.storedId,
];

/** What an audit has to name. */
export const UNLISTED: Lie[] = [
  { ...common.strayGtag, shows: /request to www\.googletagmanager\.com/ },
  common.webFont,
  common.trackingPixel,
  common.beacon,
  { ...common.serverCookie, shows: /The cookie visitor/ },
  { ...common.scriptCookie, shows: /The cookie guest/ },
  { ...common.storedId, shows: /The entry visitor_id in local storage/ },
  { ...common.sessionId, shows: /The entry visit_id in session storage/ },
  { ...common.database, shows: /visitor_ids/ },
];

/** Nobody is asked, nothing is kept, and nobody but the site's own server hears of the visit. */
export async function leavesNoTrace({ tab, server, open }: Visit, pages: string[]) {
  const nothingHappened = async () => {
    expect(away(server)).toEqual([]);
    expect(await jar(tab)).toEqual([]);
    expect(await stored(tab)).toEqual([]);
    expect(await tab.evaluate(questions)).toEqual([]);
  };
  for (const path of pages) {
    await open(path);
    expect(await tab.evaluate(() => document.contentType && document.title), `there is ${path}`).not.toBe('');
    await nothingHappened();
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
  }
  await settle();
  await nothingHappened();
}

/** Everything in the page that looks like a question about cookies: runs in the page. */
export const questions = () => {
  const ours = document.querySelector('askfirst-ui')?.shadowRoot?.querySelectorAll('[part~="banner"], dialog') ?? [];
  const others = document.querySelectorAll('dialog[open], [role~="dialog"], [class*="banner"], [id*="banner"]');
  return [...ours, ...others].map(({ outerHTML }) => outerHTML);
};

/** Runs the watch a site uses in development, and hands over what it has found on the first page where it finds something. */
export async function watched({ tab, open, edit }: Visit, pages: string[]): Promise<string[]> {
  edit((html) =>
    html.replace(
      /<script src="\/askfirst\/askfirst\.js".*?<\/script>/,
      (core) => `${core}<script>
        window.findings = [];
        document.addEventListener('askfirst:undeclared', ({ detail }) => findings.push(detail.kind + ' ' + detail.name));
      </script><script src="/askfirst/askfirst-watch.js"></script>`,
    ),
  );
  for (const path of pages) {
    await open(path);
    await settle(150);
    const findings = await tab.evaluate(() => window.findings);
    if (findings.length) return findings;
  }
  return [];
}

declare global {
  interface Window {
    findings: string[];
  }
}
