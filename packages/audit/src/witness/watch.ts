/** The witness of one visit: what leaves and what stays, of the whole browser. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Started } from '../browser/index.js';
import type { Fingerprint, Moment, Visit } from '../model.js';
import { inTime } from './clock.js';
import { type CookieSnapshot, joinCookies, type KeptCookie, type ScriptCookie } from './cookies.js';
import type { HookKind } from './hooks.js';
import { joinRequests } from './join.js';
import { readSetCookie } from './lifetime.js';
import { Moments } from './moments.js';
import { type NetLog, readNetLog } from './net-log.js';
import { StorageWitness } from './storage.js';
import { type Stored, storedInFrames } from './stored.js';
import { attach, type Message, type Targets } from './targets.js';
import { stackCauses, Told } from './told.js';

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
  readonly #writes: ScriptCookie[] = [];
  readonly #fingerprints: Fingerprint[] = [];
  readonly #snapshots: CookieSnapshot[] = [];
  readonly #looks: Promise<unknown>[] = [];
  /** Origins of the worlds that scripts run in, by session and number. */
  readonly #origins = new Map<string, string>();
  readonly #nonce = randomUUID();
  #targets!: Targets;

  constructor(started: Started, page: Page) {
    this.#started = started;
    this.page = page;
  }

  async begin(): Promise<this> {
    this.#targets = await attach(this.#started.endpoint, this.#nonce, (message) => this.#listen(message));
    return this;
  }

  #listen(message: Message): void {
    const { method, params, target } = message;
    if (method === 'Runtime.consoleAPICalled') this.#hooked(message);
    else if (method === 'Runtime.executionContextCreated') {
      this.#origins.set(`${target.sessionId} ${params.context.id}`, params.context.origin);
    } else if (method.startsWith('DOMStorage.')) this.#storage.listen(message);
    else this.#told.listen(message);
  }

  #hooked({ params, target }: Message): void {
    const [nonce, kind, json, breath] = params.args.map(({ value }: { value: unknown }) => value);
    if (nonce !== this.#nonce) return;
    const at: number = params.timestamp;
    const detail = JSON.parse(json);
    const script = stackCauses(params.stackTrace)[0]?.url;
    const by = script ? { script } : {};
    const context = this.#origins.get(`${target.sessionId} ${params.executionContextId}`);
    // A worker has its address there.
    const place = context?.startsWith('http') ? context : target.url;
    const origin = URL.canParse(place) ? new URL(place).origin : '';
    switch (kind as HookKind) {
      case 'cookie': {
        const { name, lifetime } = readSetCookie(detail[0], at);
        this.#writes.push({ at, name, breath, ...(lifetime !== undefined && { lifetime }), ...by });
        break;
      }
      case 'cookieStore': {
        const [name, expires] = detail;
        this.#writes.push({ at, name, breath, ...(expires && { lifetime: (expires - at) / 1000 }), ...by });
        break;
      }
      case 'storage':
        this.#storage.wrote(detail[0], detail[1], origin, { at, breath, ...by });
        break;
      case 'indexedDB':
      case 'cacheStorage':
        this.#storage.wrote(kind, detail[0], origin, { at, ...by });
        break;
      case 'deleted':
        this.#storage.removed(detail[0], detail[1], origin, { at, breath });
        break;
      case 'pressed': {
        const [isTrusted, stored] = detail;
        this.#moments.heard({ at, isTrusted });
        // Both are told of late, and this in the order in which it happened: what is known now was before the press.
        this.#told.before(at, target);
        this.#storage.held(origin, stored, at - 1);
        break;
      }
      case 'fingerprint':
        this.#fingerprints.push({ api: detail[0], at, ...by });
        break;
    }
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
        events: during(log.cookies),
        writes: this.#writes,
        snapshots: this.#snapshots,
        pageAt,
        zero,
      }),
      storage: this.#storage.entries(zero),
      fingerprints: this.#fingerprints.map((read) => ({ ...read, at: Math.round(read.at - zero) })),
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
