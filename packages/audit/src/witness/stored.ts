/** Lists what every origin that has a frame on the page stores besides cookies. */
import { setTimeout as wait } from 'node:timers/promises';
import type { SeenStorage } from '../model.js';
import type { Targets } from './targets.js';

/** Kind, key and size of one thing that is stored. */
export type Stored = Pick<SeenStorage, 'kind' | 'key' | 'size'>;

/** What an origin stores at one moment, in milliseconds since 1970. */
export interface Look {
  origin: string;
  stored: Stored[];
  at: number;
}

/** Is sent to the browser as text, so it may use nothing from outside itself. */
async function list(): Promise<Look> {
  const stored: Stored[] = [];
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const [key, value] of Object.entries(globalThis[kind])) stored.push({ kind, key, size: value.length });
    } catch {
      // A sandboxed frame has none.
    }
  }
  try {
    for (const { name } of await indexedDB.databases()) if (name) stored.push({ kind: 'indexedDB', key: name });
  } catch {
    // As above.
  }
  try {
    for (const key of await caches.keys()) {
      stored.push({ kind: 'cacheStorage', key, size: (await (await caches.open(key)).keys()).length });
    }
  } catch {
    // As above, and without TLS.
  }
  return { origin: globalThis.origin, stored, at: Date.now() };
}

/** A frame whose thread is busy is not waited for, in milliseconds. */
const PATIENCE = 3_000;
/** Scripts of the page do not see what is done in here. */
const WORLD = 'askfirst-audit';

const within = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise.catch(() => undefined), wait(PATIENCE, undefined, { ref: false })]);

// biome-ignore lint/suspicious/noExplicitAny: a tree of frames as the protocol has it.
const frameIds = (tree: any): string[] => [tree.frame.id, ...(tree.childFrames ?? []).flatMap(frameIds)];

async function storedInFrame(targets: Targets, frameId: string, sessionId: string): ReturnType<typeof list> {
  const world = await targets.send('Page.createIsolatedWorld', { frameId, worldName: WORLD }, sessionId);
  const { result } = await targets.send(
    'Runtime.evaluate',
    {
      expression: `(${list})()`,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    },
    sessionId,
  );
  return result.value;
}

/** What is stored now, one look for each origin. An origin whose frames do not answer is not among them. */
export async function storedInFrames(targets: Targets): Promise<Look[]> {
  const sessions = targets.all().filter(({ kind }) => kind === 'page' || kind === 'frame');
  const looks = await Promise.all(
    sessions.map(async ({ sessionId }) => {
      const tree = await within(targets.send('Page.getFrameTree', {}, sessionId));
      const ids = tree ? frameIds(tree.frameTree) : [];
      return Promise.all(ids.map((id) => within(storedInFrame(targets, id, sessionId))));
    }),
  );
  const byOrigin = new Map<string, Look>();
  for (const look of looks.flat()) {
    if (!look?.origin.startsWith('http')) continue;
    const { stored = [], at = 0 } = byOrigin.get(look.origin) ?? {};
    byOrigin.set(look.origin, { ...look, stored: [...stored, ...look.stored], at: Math.max(at, look.at) });
  }
  return [...byOrigin.values()];
}
