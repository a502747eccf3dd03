import type { Page } from 'playwright-core';

/** Whether a page could be looked at, and what stood in the way, one sentence each. */
export interface Opened {
  readonly isOpen: boolean;
  readonly problems: readonly string[];
}

const seconds = (milliseconds: number) => `${Math.round(milliseconds / 100) / 10} s`;

/** Why a browser could not open a page, for people. Its codes: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
function whyNot(message: string, timeout: number): string {
  const code = message.match(/net::(ERR_\w+)/)?.[1];
  if (/Download is starting|ERR_ABORTED/.test(message)) return 'The address is a download, not a page.';
  if (code === 'ERR_TOO_MANY_REDIRECTS') return 'The address redirects without end.';
  if (code?.startsWith('ERR_CERT') || code?.startsWith('ERR_SSL'))
    return `The browser does not trust the certificate of the site (${code}).`;
  if (code === 'ERR_NAME_NOT_RESOLVED') return 'The host name is not known.';
  if (code === 'ERR_CONNECTION_REFUSED') return 'No server answers there.';
  if (code) return `The page could not be opened (${code}).`;
  if (/Timeout/.test(message)) return `The page did not answer within ${seconds(timeout)}.`;
  return `The page could not be opened: ${message.split('\n')[0]}.`;
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, '');

const asksForPassword = (page: Page): Promise<boolean> =>
  page
    .locator('input[type=password] >> visible=true')
    .first()
    .isVisible()
    .catch(() => false);

/**
 * Opens a page as far as it will.
 *
 * @param onStart is called once the document has begun
 * @param timeout milliseconds until it has to answer, and again until it has to have loaded
 */
export async function openPage(page: Page, url: string, timeout: number, onStart = () => {}): Promise<Opened> {
  const problems: string[] = [];
  const response = await page.goto(url, { waitUntil: 'commit', timeout }).catch((error: Error) => error);
  if (response instanceof Error) return { isOpen: false, problems: [whyNot(response.message, timeout)] };
  onStart();
  const isLoaded = await page.waitForLoadState('load', { timeout }).then(
    () => true,
    () => false,
  );
  if (!isLoaded) problems.push(`The page had not finished loading after ${seconds(timeout)}.`);
  const status = response?.status() ?? 200;
  if (hostOf(page.url()) !== hostOf(url))
    return {
      isOpen: false,
      problems: [...problems, `The address leads to another host: ${new URL(page.url()).host}.`],
    };
  const isWall = status === 401 || status === 407 || (page.url() !== url && (await asksForPassword(page)));
  if (isWall) problems.push('The page asks for a password: a script for --prepare can sign in.');
  else if (status >= 400) problems.push(`The server answered ${status}.`);
  return { isOpen: status < 400, problems };
}

/**
 * Keeps what would stand in the way away: dialogs are dismissed, downloads stopped, further windows closed.
 *
 * @returns what happened, one sentence each; it grows
 */
export function watchObstacles(page: Page): string[] {
  const seen: string[] = [];
  const tell = (sentence: string) => {
    if (!seen.includes(sentence)) seen.push(sentence);
  };
  page.on('dialog', (dialog) => {
    // Leaving is what the visitor wants.
    if (dialog.type() === 'beforeunload') return void dialog.accept().catch(() => {});
    tell(`The page opened a dialog (${dialog.type()}): “${dialog.message().slice(0, 200)}”. It was dismissed.`);
    void dialog.dismiss().catch(() => {});
  });
  page.on('download', (download) => {
    tell(`The page started a download: ${download.url().slice(0, 200)}. It was stopped.`);
    void download.cancel().catch(() => {});
  });
  page.on('popup', (popup) => {
    tell(`The page opened a window: ${popup.url().slice(0, 200)}. It was closed.`);
    void popup.close().catch(() => {});
  });
  page.on('crash', () => tell('The page crashed.'));
  return seen;
}
