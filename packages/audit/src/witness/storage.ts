/** What a visit stores besides cookies: when each came, who stored it, whether it stays. */
import type { SeenStorage } from '../model.js';
import type { Stored } from './stored.js';
import type { Message } from './targets.js';

type Kind = SeenStorage['kind'];

/** A hook saw a script store or remove something. Times are milliseconds since 1970. */
interface Call {
  at: number;
  script?: string;
  /** The same for what a script does without letting anything else happen in between. */
  breath?: number;
}

/** The last calls, by what they are about. */
class Calls {
  readonly #calls: (Call & { kind: Kind; key: string })[] = [];

  add(kind: Kind, key: string, call: Call): void {
    this.#calls.push({ kind, key, ...call });
    if (this.#calls.length > 200) this.#calls.shift();
  }

  last(kind: Kind, key: string, at: number): Call | undefined {
    return this.#calls.findLast((call) => call.kind === kind && call.key === key && at - call.at < SAME_MOMENT);
  }
}

const isDom = (kind: Kind) => kind === 'localStorage' || kind === 'sessionStorage';

/** A database may be opened some time before it is first seen; a key of storage is told at once. */
const SAME_MOMENT = 3_000;
/** How long a database may take from the call to its first listing. */
const OPENING = 1_000;

/** `https://shop.example/^0https://site.example` is a partition of `https://shop.example`. */
const originOf = (storageKey: string) => storageKey.split('^')[0]?.replace(/\/$/, '') ?? '';

/** One entry for each time that something was stored where there was nothing. */
export class StorageWitness {
  readonly #seen: SeenStorage[] = [];
  readonly #alive = new Map<string, SeenStorage>();
  readonly #writers = new Calls();
  readonly #removers = new Calls();
  readonly #writerOf = new WeakMap<SeenStorage, Call>();

  /** An event of the protocol's DOMStorage domain. */
  listen({ method, params }: Message): void {
    const { storageId } = params;
    if (!storageId) return;
    const at = Date.now();
    const origin = originOf(storageId.storageKey ?? storageId.securityOrigin);
    const kind = storageId.isLocalStorage ? 'localStorage' : 'sessionStorage';
    switch (method) {
      case 'DOMStorage.domStorageItemAdded':
      case 'DOMStorage.domStorageItemUpdated':
        this.#stored(origin, { kind, key: params.key, size: params.newValue.length }, at);
        break;
      case 'DOMStorage.domStorageItemRemoved':
        this.#removed(origin, kind, params.key, at);
        break;
      case 'DOMStorage.domStorageItemsCleared':
        for (const entry of [...this.#alive.values()]) {
          if (entry.origin === origin && entry.kind === kind) this.#removed(origin, kind, entry.key, at);
        }
        break;
    }
  }

  /** A script called what stores. A database and a cache are there from then on. */
  wrote(kind: Kind, key: string, origin: string, call: Call): void {
    const { at, script } = call;
    if (!isDom(kind)) {
      this.#stored(origin, { kind, key }, at, script);
      return;
    }
    // The event may have come before.
    const entry = this.#alive.get(`${kind} ${origin} ${key}`);
    if (entry && !entry.setBy && script && Math.abs(entry.at - at) < SAME_MOMENT) {
      entry.setBy = script;
      entry.at = Math.min(at, entry.at);
    }
    this.#writers.add(kind, key, call);
  }

  /** A script called what removes. Of an entry of storage the event tells, later. */
  removed(kind: Kind, key: string, origin: string, call: Call): void {
    if (isDom(kind)) this.#removers.add(kind, key, call);
    else this.#removed(origin, kind, key, call.at);
  }

  /** Some of what an origin stores at this moment. */
  held(origin: string, stored: Stored[], at: number): void {
    for (const entry of stored) this.#stored(origin, entry, at);
  }

  /** All that an origin stores at this moment. */
  look(origin: string, stored: Stored[], at: number): void {
    const keys = new Set(stored.map(({ kind, key }) => `${kind} ${origin} ${key}`));
    this.held(origin, stored, at);
    for (const [key, entry] of [...this.#alive]) {
      // Partitions of an origin differ in their keys and are told apart by no event, so events alone speak of these.
      if (at - entry.at < OPENING) continue;
      if (entry.origin === origin && !isDom(entry.kind) && !keys.has(key))
        this.#removed(origin, entry.kind, entry.key, at);
    }
  }

  #stored(origin: string, { kind, key, size }: Stored, at: number, script?: string): void {
    const id = `${kind} ${origin} ${key}`;
    const current = this.#alive.get(id);
    if (current) {
      if (size !== undefined) current.size = size;
      current.at = Math.min(at, current.at);
      return;
    }
    const writer = this.#writers.last(kind, key, at);
    const setBy = script ?? writer?.script;
    const entry: SeenStorage = {
      kind,
      origin,
      key,
      ...(size !== undefined && { size }),
      // The event tells of it when the browser comes round to it, the hook at once.
      at: writer?.at ?? at,
      ...(setBy && { setBy }),
      remains: true,
    };
    if (writer) this.#writerOf.set(entry, writer);
    this.#seen.push(entry);
    this.#alive.set(id, entry);
  }

  #removed(origin: string, kind: Kind, key: string, at: number): void {
    const id = `${kind} ${origin} ${key}`;
    const entry = this.#alive.get(id);
    if (!entry) return;
    const remover = this.#removers.last(kind, key, at);
    const isTrial = remover?.breath !== undefined && remover.breath === this.#writerOf.get(entry)?.breath;
    entry.remains = false;
    entry.removedAt = isTrial ? entry.at : (remover?.at ?? at);
    this.#alive.delete(id);
  }

  /** @param zero moment of the first navigation, in milliseconds since 1970 */
  entries(zero: number): SeenStorage[] {
    return this.#seen.map((entry) => ({
      ...entry,
      at: Math.round(entry.at - zero),
      ...(entry.removedAt !== undefined && { removedAt: Math.round(entry.removedAt - zero) }),
    }));
  }
}
