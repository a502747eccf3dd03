/** The witness of one visit: what leaves and what stays, of the whole browser. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Started } from '../browser/index.js';
import type { Moment, Visit } from '../model.js';
import { inTime } from './clock.js';
import { type CookieSnapshot, joinCookies, type KeptCookie, preparedCookies } from './cookies.js';
import { Hooked } from './hooked.js';
import { joinRequests } from './join.js';
import { Moments } from './moments.js';
import { readNetLog } from './net-log.js';
import type { NetLog } from './net-log-events.js';
import { StorageWitness } from './storage.js';
import { type Stored, storedInFrames } from './stored.js';
import { attach, type Message, type Targets } from './targets.js';
import { Told } from './told.js';

/** What the browser keeps at one moment. */
export interface Snapshot {
  cookies: KeptCookie[];
  storage: (Stored & { origin: string })[];
}

/** The part of a visit that the witness saw. */
export type Witnessed = Pick<
  Visit,
  'startedAt' | 'duration' | 'moments' | 'requests' | 'cookies' | 'storage' | 'fingerprints'
>;

export interface Witness {
  page: Page;
  /** Notes what the visitor does now. */
  mark(act: Moment['act']): Moment;
  /**
   * Notes what the visitor does by a press, with the moment at which the browser heard it.
   *
   * @param press presses; false if it could not
   * @param more file name of a picture
   */
  press(act: Moment['act'], press: () => Promise<boolean>, more?: Pick<Moment, 'screenshot'>): Promise<boolean>;
  /** What is stored now. */
  snapshot(): Promise<Snapshot>;
  /**
   * Leaves the page, so that what it sends at the end is seen, closes the browser, and tells what happened.
   *
   * @throws Error if the browser left no network log
   */
  stop(): Promise<Witnessed>;
}

/** How long a page that is left may go on sending, in milliseconds. */
const LEAVING = 300;
class Watch implements Witness {
  readonly page: Page;
  readonly #started: Started;
  readonly #began = Date.now();
  readonly #told = new Told();
  readonly #storage = new StorageWitness();
  readonly #moments = new Moments();
  readonly #nonce = randomUUID();
  readonly #hooked = new Hooked(this.#nonce, this.#told, this.#storage, this.#moments);
  readonly #snapshots: CookieSnapshot[] = [];
  readonly #looks: Promise<unknown>[] = [];
  #targets!: Targets;

  constructor(started: Started, page: Page) {
    this.#started = started;
    this.page = page;
  }

  async begin(): Promise<this> {
    this.#targets = await attach(this.#started.endpoint, this.#nonce, (message) => this.#listen(message));
    await this.#lookAtCookies(Date.now());
    return this;
  }

  #listen(message: Message): void {
    const { method } = message;
    if (method.startsWith('Runtime.')) this.#hooked.listen(message);
    else if (method.startsWith('DOMStorage.')) this.#storage.listen(message);
    else this.#told.listen(message);
  }

  mark(act: Moment['act']): Moment {
    if (act !== 'opened' && act !== 'left') this.#look();
    return this.#moments.mark(act, this.page.url());
  }

  press(act: Moment['act'], press: () => Promise<boolean>, more?: Pick<Moment, 'screenshot'>): Promise<boolean> {
    this.#look();
    return this.#moments.press(act, this.page.url(), press, more);
  }

  #look(): void {
    this.#looks.push(this.snapshot().catch(() => {}));
  }

  async snapshot(): Promise<Snapshot> {
    const [cookies, frames] = await Promise.all([this.#lookAtCookies(Date.now()), storedInFrames(this.#targets)]);
    for (const { origin, stored, at } of frames) this.#storage.look(origin, stored, at);
    return { cookies, storage: frames.flatMap(({ origin, stored }) => stored.map((entry) => ({ ...entry, origin }))) };
  }

  async #lookAtCookies(at: number): Promise<KeptCookie[]> {
    const { cookies } = await this.#targets.send('Storage.getCookies');
    this.#snapshots.push({ at, cookies });
    return cookies;
  }

  async stop(): Promise<Witnessed> {
    await Promise.all(this.#looks);
    await this.snapshot().catch(() => {});
    this.mark('left');
    await this.page.goto('about:blank', { timeout: 5_000 }).catch(() => {});
    await wait(LEAVING);
    const end = Date.now();
    await this.#lookAtCookies(end).catch(() => {});
    await this.#targets.close().catch(() => {});
    await this.#started.quit();
    const log = inTime(await readNetLog(this.#started.netLog), this.#told.hops);
    return this.#witnessed(log, end);
  }

  #witnessed(log: NetLog, end: number): Witnessed {
    const { hops, pages } = this.#told;
    const zero = hops.find(({ isMainFrame, type }) => isMainFrame && type === 'Document')?.at ?? this.#began;
    const during = <T extends { at: number }>(list: T[]) => list.filter(({ at }) => at >= this.#began && at <= end);
    const pageAt = (at: number) => pages.findLast((page) => page.at <= at)?.url ?? pages[0]?.url ?? '';
    return {
      startedAt: new Date(zero).toISOString(),
      duration: Math.round(end - zero),
      moments: this.#moments.all(zero),
      requests: joinRequests({ hops: during(log.hops), preconnects: during(log.preconnects) }, hops, pages, zero),
      cookies: joinCookies({
        events: [...this.#snapshots.slice(0, 1).flatMap(preparedCookies), ...during(log.cookies)],
        writes: this.#hooked.writes,
        snapshots: this.#snapshots,
        pageAt,
        zero,
      }),
      storage: this.#storage.entries(zero),
      fingerprints: this.#hooked.fingerprints.map((read) => ({ ...read, at: Math.round(read.at - zero) })),
    };
  }
}

/**
 * Watches a browser from before its first page.
 *
 * @param started a browser that has opened nothing yet
 * @throws Error if the browser's protocol cannot be reached
 * @example
 * const witness = await watch(await startBrowser());
 * await witness.page.goto('https://example.com');
 * witness.mark('opened');
 * const { requests } = await witness.stop();
 */
export async function watch(started: Started): Promise<Witness> {
  const page = started.context.pages()[0] ?? (await started.context.newPage());
  return new Watch(started, page).begin();
}
