/** Reads what the hooks tell, and passes it on to those who collect it. */
import type { Fingerprint } from '../model.js';
import { stackCauses } from './causes.js';
import type { ScriptCookie } from './cookies.js';
import type { HookKind } from './hooks.js';
import { readSetCookie } from './lifetime.js';
import type { Moments } from './moments.js';
import type { StorageWitness } from './storage.js';
import type { Message } from './targets.js';
import type { Told } from './told.js';

export class Hooked {
  readonly writes: ScriptCookie[] = [];
  readonly fingerprints: Fingerprint[] = [];
  /** Origins of the worlds that scripts run in, by session and number. */
  readonly #origins = new Map<string, string>();
  readonly #nonce: string;
  readonly #network: Told;
  readonly #storage: StorageWitness;
  readonly #moments: Moments;

  /** @param nonce word by which messages of the hooks are known */
  constructor(nonce: string, network: Told, storage: StorageWitness, moments: Moments) {
    this.#nonce = nonce;
    this.#network = network;
    this.#storage = storage;
    this.#moments = moments;
  }

  /** A message of the protocol's Runtime domain. */
  listen(message: Message): void {
    const { method, params, target } = message;
    if (method === 'Runtime.consoleAPICalled') this.#read(message);
    else if (method === 'Runtime.executionContextCreated')
      this.#origins.set(`${target.sessionId} ${params.context.id}`, params.context.origin);
  }

  #read({ params, target }: Message): void {
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
        this.writes.push({ at, name, breath, ...(lifetime !== undefined && { lifetime }), ...by });
        break;
      }
      case 'cookieStore': {
        const [name, expires] = detail;
        this.writes.push({ at, name, breath, ...(expires && { lifetime: (expires - at) / 1000 }), ...by });
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
      case 'peer':
        // As an address with a host: https://www.rfc-editor.org/rfc/rfc7064
        for (const url of detail)
          this.#network.connect('WebRTC', url.replace(/^(\w+):(?!\/\/)/, '$1://'), target, {
            at,
            initiator: { type: 'script', stack: params.stackTrace },
          });
        break;
      case 'pressed': {
        const [isTrusted, stored] = detail;
        this.#moments.heard({ at, isTrusted });
        // Both are told of late, and this in the order in which it happened: what is known now was before the press.
        this.#network.before(at, target);
        this.#storage.held(origin, stored, at - 1);
        break;
      }
      case 'fingerprint':
        this.fingerprints.push({ api: detail[0], at, ...by });
        break;
    }
  }
}
