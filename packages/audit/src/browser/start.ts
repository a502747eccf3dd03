/** Starts a browser that remembers nothing and writes down what it sends. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { makeTemporary } from '../temporary.js';
import { ensureBrowser, userAgentOf } from './find.js';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface BrowserOptions {
  /** Flags of Chromium besides our own, such as `--host-resolver-rules`. */
  args?: string[];
  /** Path of the browser, instead of the one that is found. */
  executablePath?: string;
  /** What the visitor's browser looks like: viewport, locale, time zone, headers. */
  context?: Omit<ContextOptions, 'args' | 'executablePath'>;
  /** Cookies and storage it begins with: a file that Playwright wrote, or what is in it. */
  storageState?: Parameters<BrowserContext['setStorageState']>[0];
}

export interface Started {
  context: BrowserContext;
  /** `Chromium 156.0.8078.108` is `156.0.8078.108`. */
  version: string;
  /** WebSocket address of the browser's DevTools protocol. */
  endpoint: string;
  /** File to which the browser writes its network log; whole once the browser is closed. */
  netLog: string;
  /** Closes the browser and keeps its files. May be called twice. */
  quit(): Promise<void>;
  /** Closes the browser and deletes its profile. May be called twice. */
  close(): Promise<void>;
}

const FLAGS = [
  '--disable-gpu',
  // One process less: nothing is drawn by a graphics processor.
  '--in-process-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Some banners do not show themselves to a browser that says it is driven.
  '--disable-blink-features=AutomationControlled',
  '--remote-debugging-port=0',
  // Cookies and headers, but no bodies.
  '--net-log-capture-mode=IncludeSensitive',
];

/** Cookies of third parties are kept, as in a browser whose settings were never touched. */
const PREFERENCES = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/** The browser writes the port and path of its DevTools protocol here, port first. */
async function readEndpoint(profile: string): Promise<string> {
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/**
 * Starts a Chromium with a profile of its own, which is deleted at the end.
 *
 * @throws Error if there is no browser, or it does not start.
 * @example
 * const started = await startBrowser();
 * try { await started.context.pages()[0].goto('https://example.com'); } finally { await started.close(); }
 */
export async function startBrowser(options: BrowserOptions = {}): Promise<Started> {
  const executablePath = options.executablePath ?? ensureBrowser();
  const userAgent = userAgentOf(executablePath);
  const temporary = makeTemporary();
  const profile = join(temporary.path, 'profile');
  const netLog = join(profile, 'net-log.json');
  let context: BrowserContext | undefined;
  try {
    await mkdir(join(profile, 'Default'), { recursive: true });
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
    context = await chromium.launchPersistentContext(profile, {
      ...options.context,
      executablePath,
      artifactsDir: join(temporary.path, 'artifacts'),
      // What the browser itself keeps for a while goes with the rest.
      env: { ...process.env, TMPDIR: temporary.path },
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        ...FLAGS,
        `--log-net-log=${netLog}`,
        ...(userAgent ? [`--user-agent=${userAgent}`] : []),
        ...(options.args ?? []),
      ],
    });
    if (options.storageState) await context.setStorageState(options.storageState);
    const opened = context;
    let quitting: Promise<void> | undefined;
    const quit = () => (quitting ??= opened.close());
    return {
      context,
      version: context.browser()?.version() ?? (await readVersion(context)),
      endpoint: await readEndpoint(profile),
      netLog,
      quit,
      async close() {
        await quit().catch(() => {});
        await temporary.remove();
      },
    };
  } catch (error) {
    await context?.close().catch(() => {});
    await temporary.remove();
    throw error;
  }
}

async function readVersion(context: BrowserContext): Promise<string> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return product.replace(/^.*\//, '');
}
