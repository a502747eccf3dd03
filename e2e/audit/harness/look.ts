import { startBrowser, type Visit, watch } from '@askfirst/audit';
import type { Page } from '@playwright/test';
import { onlyServer } from '../../harness/browser.mjs';
import type { Server } from '../../harness/server.mjs';

export { onlyServer };

/** How long a page may do what it does, in milliseconds. */
const QUIET = 700;

/** Opens a page, touches nothing, and leaves it. @param ask what is asked of the page before */
export async function look(server: Server, url: string, ask?: (page: Page) => Promise<unknown>): Promise<Visit> {
  const started = await startBrowser({ args: onlyServer(server) });
  try {
    const witness = await watch(started);
    await witness.page.goto(url);
    witness.mark('opened');
    await witness.page.waitForTimeout(QUIET);
    await ask?.(witness.page as Page);
    return { page: url, state: 'untouched', problems: [], ...(await witness.stop()) };
  } finally {
    await started.close();
  }
}
