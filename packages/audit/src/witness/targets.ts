/** Attaches to every page, frame and worker of the browser before its first script runs. */
import CDP from 'chrome-remote-interface';
import { hooksSource } from './hooks.js';

export type TargetKind = 'page' | 'frame' | 'worker' | 'service-worker';

export interface Target {
  sessionId: string;
  kind: TargetKind;
  url: string;
}

/** One message of the browser's protocol: https://chromedevtools.github.io/devtools-protocol/ */
export interface Message {
  method: string;
  // biome-ignore lint/suspicious/noExplicitAny: each method has parameters of its own, and no types are published with the client.
  params: any;
  target: Target;
}

const KINDS: Record<string, TargetKind> = {
  page: 'page',
  iframe: 'frame',
  worker: 'worker',
  shared_worker: 'worker',
  service_worker: 'service-worker',
};

/** Of a body that is sent, the browser tells no more. */
const BODY = 4096;
const ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

export interface Targets {
  all(): Target[];
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  send(method: string, params?: object, sessionId?: string): Promise<any>;
  close(): Promise<void>;
}

/**
 * @param endpoint WebSocket address of the browser's protocol
 * @param nonce word by which messages of the hooks are known
 */
export async function attach(endpoint: string, nonce: string, listen: (message: Message) => void): Promise<Targets> {
  const client = await CDP({ target: endpoint, local: true });
  const targets = new Map<string, Target>();
  const ids = new Set<string>();
  const preparing: Promise<unknown>[] = [];

  /** A target that is gone before it is prepared has nothing to tell. */
  const ask = (sessionId: string, method: string, params?: object) =>
    client.send(method, params, sessionId).catch(() => undefined);

  const prepare = ({ sessionId, kind }: Target) => {
    const source = hooksSource(nonce);
    const documents = () => [
      ask(sessionId, 'Page.enable'),
      ask(sessionId, 'DOMStorage.enable'),
      ask(sessionId, 'Page.addScriptToEvaluateOnNewDocument', { source }),
    ];
    return Promise.all([
      ask(sessionId, 'Network.enable', { maxPostDataSize: BODY }),
      ask(sessionId, 'Runtime.enable'),
      // Who asked for what is often known only across a timer or a promise.
      ask(sessionId, 'Debugger.enable', { maxScriptsCacheSize: 0 }),
      ask(sessionId, 'Debugger.setSkipAllPauses', { skip: true }),
      ask(sessionId, 'Debugger.setAsyncCallStackDepth', { maxDepth: 4 }),
      ask(sessionId, 'Target.setAutoAttach', ATTACH),
      ...(kind === 'page' || kind === 'frame' ? documents() : []),
      // A service worker has not its interfaces yet: what it stores is seen, but not which of its scripts does it.
      ...(kind === 'worker' ? [ask(sessionId, 'Runtime.evaluate', { expression: source })] : []),
      ask(sessionId, 'Runtime.runIfWaitingForDebugger'),
    ]);
  };

  client.on('event', ({ method, params, sessionId }) => {
    if (method === 'Target.attachedToTarget') {
      const { targetId, type, url } = params.targetInfo;
      const kind = KINDS[type];
      // A service worker is met twice: from the browser, and from its page.
      if (!kind || ids.has(targetId)) {
        ask(params.sessionId, 'Runtime.runIfWaitingForDebugger');
        return;
      }
      ids.add(targetId);
      const target = { sessionId: params.sessionId, kind, url };
      targets.set(target.sessionId, target);
      preparing.push(prepare(target));
    } else if (method === 'Target.detachedFromTarget') {
      targets.delete(params.sessionId);
    } else {
      const target = sessionId && targets.get(sessionId);
      if (target) listen({ method, params, target });
    }
  });

  await client.send('Target.setAutoAttach', {
    ...ATTACH,
    filter: [{ type: 'browser', exclude: true }, { type: 'tab', exclude: true }, {}],
  });
  await Promise.all(preparing);
  return {
    all: () => [...targets.values()],
    send: (method, params, sessionId) => client.send(method, params, sessionId),
    close: () => client.close(),
  };
}
