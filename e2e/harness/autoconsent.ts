import { readFileSync } from 'node:fs';
import { test as base, type Page } from './test.js';

/** What the engine reports, by `type`: `cmpDetected`, `popupFound`, `optOutResult`, `selfTestResult` and others. */
export interface Message {
  type: string;
  cmp?: string;
  result?: boolean;
  details?: unknown;
}

const read = (specifier: string) => readFileSync(new URL(import.meta.resolve(specifier)), 'utf8');
const engine = readFileSync(
  new URL('autoconsent.playwright.js', import.meta.resolve('@duckduckgo/autoconsent')),
  'utf8',
);
interface Rule {
  runContext?: { urlPattern?: string };
}
/** The engine's own rules for any site. */
const stock: Rule[] = JSON.parse(read('@duckduckgo/autoconsent/rules/rules.json')).autoconsent.filter(
  ({ runContext }: Rule) => !runContext?.urlPattern,
);
/** The rule we publish. */
export const published = JSON.parse(read('askfirst/autoconsent.json'));

/**
 * Runs DuckDuckGo's engine in each document of a page from now on, in a world of its own as an extension does, with its own rules and
 * one more. Once it has refused it tests itself, as the extension does.
 */
async function run(page: Page, action: 'optOut' | 'optIn', rule: object | undefined) {
  const messages: Message[] = [];
  const session = await page.context().newCDPSession(page);
  const config = { enabled: true, autoAction: action, heuristicMode: 'reject' };
  const rules = { autoconsent: rule ? [...stock, rule] : stock };
  const answers: Record<string, object> = {
    init: { type: 'initResp', config, rules },
    optOutResult: { type: 'selfTest' },
  };
  session.on('Runtime.bindingCalled', async ({ payload, executionContextId: contextId }) => {
    const message: Message = JSON.parse(payload);
    messages.push(message);
    const answer = answers[message.type];
    const expression = `autoconsentReceiveMessage(${JSON.stringify(answer)})`;
    // A page that goes away takes its world with it.
    if (answer) await session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  });
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Runtime.addBinding', { name: 'toExtension', executionContextName: 'autoconsent' });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: 'autoconsent',
    source: `autoconsentSendMessage = async (message) => toExtension(JSON.stringify(message)); ${engine}`,
  });
  return { messages, stop: () => session.detach() };
}

interface Fixtures {
  /**
   * Lets the engine answer on the pages that are opened from now on.
   *
   * @param rule Default: the published one. Null leaves the engine with its own.
   * @returns What it has said so far; it grows.
   */
  autoconsent: (action: 'optOut' | 'optIn', rule?: object | null) => Promise<Message[]>;
}

export const test = base.extend<Fixtures>({
  autoconsent: async ({ page }, use) => {
    let stop: (() => Promise<void>) | undefined;
    await use(async (action, rule = published) => {
      await stop?.();
      const running = await run(page, action, rule ?? undefined);
      stop = running.stop;
      return running.messages;
    });
    await stop?.();
  },
});
