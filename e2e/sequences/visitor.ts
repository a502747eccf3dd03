import type { BrowserContext, CDPSession, Page } from 'puppeteer-core';
import { SITE } from '../harness/server.mjs';
import { EMPTY, PAGES, type Path } from './site.js';
import type { Step } from './steps.js';

interface Difference {
  what: string;
  expected: unknown;
  seen: unknown;
}

declare global {
  interface Window {
    doc: number;
    sequence: {
      foundStored: string[];
      until(expected: object, limit: number): Promise<{ ms: number; differences: Difference[] }>;
      press(name: string): void;
      pressInDialog(name: string, switches?: object): Promise<void>;
      rest(): Promise<void>;
    };
  }
}

const TABS = [0, 1] as const;
const otherPath = (path: string): Path => (path === PAGES[0] ? PAGES[1] : PAGES[0]);

/** One visitor: a browser with two tabs, of which the second is used when a sequence comes to it. */
export class Visitor {
  readonly errors: string[] = [];
  front = 0;
  #sequence = 0;

  private constructor(
    private readonly pages: readonly Page[],
    private readonly session: CDPSession,
  ) {
    for (const page of pages) {
      page.on('pageerror', (error) => this.errors.push(String(error)));
      page.on('console', (message) => {
        if (message.text().startsWith('[askfirst]')) this.errors.push(message.text());
      });
    }
  }

  static async arrive(context: BrowserContext): Promise<Visitor> {
    const pages = await Promise.all(TABS.map(() => context.newPage()));
    return new Visitor(pages, await (pages[0] as Page).createCDPSession());
  }

  get #page(): Page {
    return this.pages[this.front] as Page;
  }

  tab(index: number): Page {
    return this.pages[index] as Page;
  }

  /** Opens the site as somebody new. Returns the number of the page. */
  async begin(sequence: number, start: Path, now: number): Promise<number> {
    this.#sequence = sequence;
    // Before the clock goes back: a page that is looked at judges its answers by the clock there is.
    for (const page of this.pages) if (new URL(page.url(), SITE).pathname !== EMPTY) await page.goto(SITE + EMPTY);
    this.errors.length = 0;
    await this.setClock(now);
    await this.show(0);
    return this.open(start);
  }

  async setClock(now: number) {
    await this.session.send('Network.setCookie', { name: 'clock', value: `${now}`, url: SITE });
  }

  async show(tab: number) {
    this.front = tab;
    await this.#page.bringToFront();
  }

  /** Looks at the other tab, and then at this one again. */
  async lookAgain() {
    await this.tab(1 - this.front).bringToFront();
    await this.#page.bringToFront();
  }

  /** Opens a page in the tab in front; the other one than it shows, unless told. */
  async open(path?: Path): Promise<number> {
    const to = path ?? otherPath(new URL(this.#page.url()).pathname);
    await this.#page.goto(`${SITE}${to}?sequence=${this.#sequence}`);
    return this.#doc();
  }

  async reload(): Promise<number> {
    await this.#page.reload();
    return this.#doc();
  }

  async back(): Promise<number> {
    const before = await this.#doc();
    // goBack() waits for a load event, which a page from the back/forward cache does not have.
    await this.#page.evaluate(() => void setTimeout(() => history.back()));
    for (;;) {
      const doc = await this.#page.evaluate(() => document.readyState === 'complete' && window.doc).catch(() => false);
      if (doc && doc !== before) return this.#doc();
    }
  }

  foundStored(): Promise<string[]> {
    return this.#page.evaluate(() => window.sequence.foundStored);
  }

  #doc(): Promise<number> {
    return this.#page.evaluate(() => window.doc);
  }

  async press(name: 'accept' | 'reject', isAsked: boolean) {
    if (isAsked) await this.#page.evaluate((button) => window.sequence.press(button), name);
    else await this.#page.evaluate((button) => window.sequence.pressInDialog(button), name);
  }

  async save(answers: object) {
    await this.#page.evaluate((switches) => window.sequence.pressInDialog('save', switches), answers);
  }

  /** Calls Askfirst as the page's own code would. */
  async call(name: Extract<Step['do'], 'decide' | 'acceptAll' | 'rejectAll' | 'withdraw'>, argument?: object | string) {
    await this.#page.evaluate((method, given) => window.askfirst[method](given as never), name, argument);
  }

  async clearStorage(by: 'page' | 'visitor') {
    if (by === 'visitor')
      await this.session.send('Storage.clearDataForOrigin', { origin: SITE, storageTypes: 'local_storage' });
    else await this.#page.evaluate(() => localStorage.clear());
  }

  async spoilStorage() {
    await this.#page.evaluate(() => localStorage.setItem('askfirst', 'spoilt'));
  }
}
