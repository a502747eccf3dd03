/** Requests as the browser's protocol tells of them: who caused each, and what it carried. */
import type { Cause } from '../model.js';
import { type Initiator, initiatorCauses } from './causes.js';
import type { Message, Target } from './targets.js';

/** One address that was asked for. Times are milliseconds since 1970. */
export interface ToldHop {
  id: string;
  url: string;
  method: string;
  /** `Document`, `Script`, `Ping`, as the protocol has it. */
  type: string;
  at: number;
  target: Target;
  /** Address of the document or worker that asked. */
  document: string;
  isMainFrame: boolean;
  causes: Cause[];
  /** Who answered or forwarded before, the first one first. */
  redirects: string[];
  body?: string;
  status?: number;
  failed?: string;
  fromCache: boolean;
  fromServiceWorker: boolean;
}

const BODY = 4096;
/** Collects what is told, in order. */
export class Told {
  readonly hops: ToldHop[] = [];
  /** Documents that the main frame showed, with the moment they came. */
  readonly pages: { url: string; at: number }[] = [];
  readonly #open = new Map<string, ToldHop>();
  /** Those whose moment the protocol does not say: when it was told. */
  readonly #late: ToldHop[] = [];
  /** Frames below the page. */
  readonly #frames = new Map<string, { url: string; parent?: string }>();

  listen({ method, params, target }: Message): void {
    switch (method) {
      case 'Network.requestWillBeSent':
        this.#request(params, target);
        break;
      case 'Network.responseReceived': {
        const hop = this.#open.get(params.requestId);
        if (!hop) break;
        hop.status = params.response.status;
        hop.fromCache ||= !!params.response.fromDiskCache;
        hop.fromServiceWorker = !!params.response.fromServiceWorker;
        break;
      }
      case 'Network.requestServedFromCache': {
        const hop = this.#open.get(params.requestId);
        if (hop) hop.fromCache = true;
        break;
      }
      case 'Network.loadingFailed': {
        const hop = this.#open.get(params.requestId);
        if (hop) hop.failed = params.blockedReason ?? params.errorText;
        this.#open.delete(params.requestId);
        break;
      }
      case 'Network.loadingFinished':
        this.#open.delete(params.requestId);
        break;
      case 'Network.webSocketCreated':
        this.#late.push(
          this.connect('WebSocket', params.url, target, { initiator: params.initiator, id: params.requestId }),
        );
        break;
      case 'Network.webTransportCreated':
        this.#late.push(
          this.connect('WebTransport', params.url, target, { initiator: params.initiator, id: params.transportId }),
        );
        break;
      case 'Network.webSocketHandshakeResponseReceived': {
        const hop = this.#open.get(params.requestId);
        if (hop) hop.status = params.response.status;
        break;
      }
      case 'Network.webSocketFrameSent': {
        const hop = this.#open.get(params.requestId);
        if (hop) hop.body = `${hop.body ?? ''}${params.response.payloadData}`.slice(0, BODY);
        break;
      }
      case 'Page.frameNavigated': {
        const { id, parentId, url } = params.frame;
        if (target.kind === 'frame' || parentId)
          this.#frames.set(id, { parent: parentId, ...this.#frames.get(id), url });
        else if (target.kind === 'page' && url !== 'about:blank') this.pages.push({ url, at: Date.now() });
        break;
      }
      case 'Page.frameAttached':
        this.#frames.set(params.frameId, { url: '', parent: params.parentFrameId });
        break;
      case 'Page.navigatedWithinDocument':
        if (target.kind === 'page' && !this.#frames.has(params.frameId)) {
          this.pages.push({ url: params.url, at: Date.now() });
        }
        break;
    }
  }

  /** A connection that is no request. @param at its moment; by default now */
  connect(
    type: string,
    url: string,
    target: Target,
    { initiator = { type: 'other' }, id = url, at = Date.now() }: { initiator?: Initiator; id?: string; at?: number },
  ): ToldHop {
    return this.#add(id, {
      url,
      method: 'GET',
      type,
      at,
      target,
      document: target.kind === 'page' ? this.#page() : target.url,
      isMainFrame: target.kind === 'page',
      causes: initiatorCauses(initiator, false),
      redirects: [],
    });
  }

  /** What this target was told to have done until now, it did before this moment. */
  before(at: number, { sessionId }: Target): void {
    for (const hop of this.#late) if (hop.target.sessionId === sessionId && hop.at >= at) hop.at = at - 1;
  }

  /** Address of the document that shows this frame. */
  #around(frameId: string): string {
    const parent = this.#frames.get(frameId)?.parent;
    return (parent && this.#frames.get(parent)?.url) || this.#page();
  }

  #page = () => this.pages.at(-1)?.url ?? '';

  #add(id: string, hop: Omit<ToldHop, 'id' | 'fromCache' | 'fromServiceWorker'>): ToldHop {
    const causes = hop.causes.length ? hop.causes : [{ kind: 'unknown' as const, url: hop.document }];
    const added = { ...hop, causes, id, fromCache: false, fromServiceWorker: false };
    this.#open.set(id, added);
    this.hops.push(added);
    return added;
  }

  // biome-ignore lint/suspicious/noExplicitAny: parameters of one method of the protocol.
  #request(params: any, target: Target): void {
    const { requestId: id, request, redirectResponse, frameId } = params;
    const before = this.#open.get(id);
    // A frame of another process is told of by its own session and by that of its parent.
    if (before && (!redirectResponse || before.target.sessionId !== target.sessionId)) return;
    const url = request.url + (request.urlFragment ?? '');
    if (!/^(https?|wss?):/.test(url)) return;
    if (before) before.status = redirectResponse.status;
    const isMainFrame = target.kind === 'page' && !this.#frames.has(frameId);
    const isFrame = !isMainFrame && params.type === 'Document';
    const isWorker = target.kind === 'worker' || target.kind === 'service-worker';
    const document = isWorker ? target.url : isFrame ? this.#around(frameId) : params.documentURL;
    const causes = initiatorCauses(params.initiator, request.isLinkPreload);
    if (!causes.length && isWorker) causes.push({ kind: target.kind as 'worker', url: target.url });
    if (!causes.length && isFrame) causes.push({ kind: 'frame', url: document });
    if (!causes.length && params.type === 'Document') causes.push({ kind: 'navigation' });
    this.#add(id, {
      url,
      method: request.method,
      type: params.type ?? 'Other',
      at: params.wallTime * 1000,
      target,
      document,
      isMainFrame,
      causes: before
        ? [{ kind: 'redirect', url: before.url }, ...before.causes.filter(({ kind }) => kind !== 'redirect')]
        : causes,
      redirects: before ? [...before.redirects, before.url] : [],
      ...(request.postData && { body: request.postData.slice(0, BODY) }),
    });
  }
}
