import { readFileSync } from 'node:fs';
import { filterCompactRules, type IndexedCMPRuleset } from '@duckduckgo/autoconsent';
import type { CDPSession, Frame, Page } from 'playwright-core';

/**
 * DuckDuckGo's engine, which knows the buttons of some hundred tools. It works in a world of its own in each frame, so that the page
 * cannot see or change it, and only when it is asked: https://github.com/duckduckgo/autoconsent
 */
export interface Engine {
  /** Name of its rule for the tool whose question is open, or undefined. */
  readonly tool: string | undefined;
  /**
   * Answers by the rule of the tool.
   *
   * @returns Whether it worked, and the presses it took: 0 where the rule calls the tool instead of pressing its buttons.
   */
  answer(action: 'optOut' | 'optIn', timeout: number): Promise<{ isDone: boolean; presses: number }>;
  stop(): Promise<void>;
}

interface Message {
  readonly type: string;
  readonly cmp?: string;
  readonly result?: boolean;
  readonly id?: string;
  readonly code?: string;
  readonly state?: { readonly clicks: number; readonly lifecycle: string };
}

const WORLD = 'askfirst-audit';
/** More frames than this are advertising. */
const MAX_FRAMES = 12;
/** It looks once more after half a second. */
const CONFIG = {
  enabled: true,
  autoAction: null,
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: false,
  enableGeneratedRules: true,
  detectRetries: 1,
  heuristicMode: 'off',
  enableHeuristicDetection: false,
};

let files: { engine: string; rules: IndexedCMPRuleset } | undefined;
function readFiles() {
  const at = import.meta.resolve('@duckduckgo/autoconsent');
  return (files ??= {
    engine: readFileSync(new URL('autoconsent.playwright.js', at), 'utf8'),
    rules: JSON.parse(readFileSync(new URL('../rules/compact-rules.json', at), 'utf8')),
  });
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string; readonly parentId?: string };
  readonly childFrames?: readonly FrameTree[];
}
const flat = (tree: FrameTree): FrameTree['frame'][] => [tree.frame, ...(tree.childFrames ?? []).flatMap(flat)];

/** A frame of another process has a session of its own. */
async function sessionsOf(page: Page): Promise<CDPSession[]> {
  const context = page.context();
  const others = page.frames().filter((frame: Frame) => frame.parentFrame());
  const sessions = [page as Page | Frame, ...others.slice(0, MAX_FRAMES)].map((each) =>
    context.newCDPSession(each).catch(() => undefined),
  );
  return (await Promise.all(sessions)).filter((session) => session !== undefined);
}

/**
 * Lets the engine look at the page as it is now.
 *
 * @param timeout Milliseconds until it has to have found an open question.
 */
export async function startEngine(page: Page, timeout: number): Promise<Engine> {
  const { engine, rules } = readFiles();
  const sessions = await sessionsOf(page);
  const listeners = new Set<(message: Message) => void>();
  let open: { tool: string; tell: (message: object) => Promise<unknown> } | undefined;
  let presses = 0;
  /** Frames in which it still looks. */
  let looking = 0;
  let settle: (() => void) | undefined;

  async function runIn(session: CDPSession) {
    const mainWorlds = new Map<string, number>();
    const frameOfWorld = new Map<number, string>();
    const tell = (contextId: number) => (message: object) =>
      session
        .send('Runtime.evaluate', { contextId, expression: `autoconsentReceiveMessage(${JSON.stringify(message)})` })
        // A page that goes away takes its world with it.
        .catch(() => undefined);

    session.on('Runtime.executionContextCreated', ({ context: { id, auxData } }) => {
      if (auxData?.isDefault && auxData.frameId) mainWorlds.set(auxData.frameId, id);
    });
    session.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
      if (name !== 'toAudit') return;
      const message: Message = JSON.parse(payload);
      const reply = tell(executionContextId);
      if (message.type === 'eval') {
        const contextId = mainWorlds.get(frameOfWorld.get(executionContextId) ?? '');
        const answer = await session
          .send('Runtime.evaluate', {
            expression: message.code ?? '',
            returnByValue: true,
            awaitPromise: true,
            ...(contextId !== undefined && { contextId }),
          })
          .catch(() => undefined);
        await reply({ type: 'evalResp', id: message.id, result: answer?.result.value });
      }
      if (message.type === 'popupFound' && !open) open = { tool: message.cmp ?? '', tell: reply };
      if (message.state) presses = Math.max(presses, message.state.clicks);
      if (message.state?.lifecycle === 'nothingDetected') looking--;
      if (open || looking <= 0) settle?.();
      for (const listener of listeners) listener(message);
    });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'toAudit', executionContextName: WORLD });
    const { frameTree } = await session.send('Page.getFrameTree');
    for (const { id, url, parentId } of flat(frameTree).slice(0, MAX_FRAMES)) {
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
        frameId: id,
        worldName: WORLD,
      });
      frameOfWorld.set(contextId, id);
      looking++;
      const start = {
        type: 'initResp',
        config: CONFIG,
        rules: { autoconsent: [], compact: filterCompactRules(rules, { url, mainFrame: parentId === undefined }) },
      };
      await session.send('Runtime.evaluate', {
        contextId,
        expression: `autoconsentSendMessage = async (message) => toAudit(JSON.stringify(message)); ${engine}; autoconsentReceiveMessage(${JSON.stringify(start)}); undefined`,
      });
    }
  }

  const found = new Promise<void>((done) => {
    settle = done;
  });
  await Promise.all(sessions.map((session) => runIn(session).catch(() => undefined)));
  if (!open && looking > 0) await Promise.race([found, new Promise((done) => setTimeout(done, timeout))]);

  return {
    tool: open?.tool,
    async answer(action, within) {
      if (!open) return { isDone: false, presses: 0 };
      const { tell } = open;
      const isDone = await new Promise<boolean>((done) => {
        const timer = setTimeout(() => done(false), within);
        listeners.add(({ type, result }) => {
          if (type !== `${action}Result`) return;
          clearTimeout(timer);
          done(result === true);
        });
        void tell({ type: action });
      });
      return { isDone, presses };
    },
    stop: async () => {
      await Promise.all(sessions.map((session) => session.detach().catch(() => undefined)));
    },
  };
}
