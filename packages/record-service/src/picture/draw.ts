import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { regimes } from 'askfirst/policy';
import type { RecordEvent } from 'askfirst/records';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.js';
import { KeptError } from './kept.js';

const WINDOW = { width: 1280, height: 720 };
const MOST_HEIGHT = 8000;

/** Reserved: no such host exists, https://www.rfc-editor.org/rfc/rfc2606 */
const ORIGIN = 'https://shown.invalid';

export interface Drawing {
  /** PNG. */
  readonly picture: Buffer;
  /** The hash of the texts in it, by the function of the kept build itself. */
  readonly texts: string;
}

export interface ToDraw {
  readonly event: RecordEvent;
  /** The event before it, if there is one: what had been answered by then was not asked. */
  readonly before: RecordEvent | null;
  /** Folder of the build's script files. */
  readonly build: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Some place where the law of the event holds. */
const placeOf = (regime: string) => regimes.find(({ id }) => id === regime)?.places[0];

const escaped = (json: string) => json.replaceAll('<', '\\u003c');

const pageOf = ({ event, options }: ToDraw) => {
  const { ui } = options as { ui?: object };
  const region = placeOf(event.regime);
  const config = { ...options, ...(region && { region }), ui: { ...ui, ...(event.locale && { lang: event.locale }) } };
  return `<!doctype html><html lang="${/^[\w-]*$/.exec(event.locale ?? '') ?? ''}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>What was shown</title>
<script type="application/json" data-askfirst-config>${escaped(JSON.stringify(config))}</script>
<script src="/build/askfirst.js"></script>
${event.method === 'inline' ? '<consent-preferences></consent-preferences>' : ''}</html>`;
};

/** Serves the page and the files of the build, and lets nothing out. */
async function serve(context: BrowserContext, drawn: ToDraw): Promise<void> {
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(drawn) });
    const file = join(drawn.build, basename(pathname));
    if (!pathname.startsWith('/build/') || !existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: readFileSync(file) });
  });
}

/** The record of the event before, in the visitor's browser at that time. */
const recordOf = ({ recordId, seq: _, at: __, ...event }: RecordEvent) =>
  JSON.stringify({
    v: 1,
    id: recordId,
    policy: event.policy,
    locale: event.locale,
    method: event.method,
    regime: event.regime,
    checked: null,
    choices: event.choices,
  });

async function layerOf(page: Page, method: string) {
  const layers: Record<string, string> = {
    banner: 'askfirst-ui [part~=banner]',
    preferences: 'askfirst-ui dialog[part~=dialog]',
    inline: 'consent-preferences [part~=inline]',
  };
  const selector = layers[method];
  if (!selector) throw new KeptError(`Nothing was shown: the answer came from "${method}".`);
  if (method === 'preferences') {
    await page.waitForFunction('window.askfirst?.start');
    await page.evaluate('window.askfirst.open()');
  }
  const layer = page.locator(selector).first();
  await layer.waitFor({ timeout: 10_000 }).catch(() => {
    throw new KeptError(`With this build and these options nothing is asked in ${method}.`);
  });
  return layer;
}

/** A window as high as it takes to show the whole layer without scrolling; the visitor could scroll, a picture cannot. */
async function showWhole(page: Page, layer: Locator): Promise<void> {
  const hidden = await layer.evaluate((element) =>
    Math.max(...[element, ...element.querySelectorAll('*')].map((each) => each.scrollHeight - each.clientHeight)),
  );
  const { width, height } = page.viewportSize() ?? WINDOW;
  // The layer may take only a part of the window's height.
  if (hidden > 0) await page.setViewportSize({ width, height: Math.min(height + 2 * hidden, MOST_HEIGHT) });
}

/**
 * Draws what a visitor had before them, from the files of the build and the options that the event names.
 *
 * @throws KeptError if there is no browser, or nothing was shown.
 */
export async function draw(drawn: ToDraw): Promise<Drawing> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new KeptError('There is no Chromium here. Install one: npx playwright-core install --with-deps chromium');
  const { event, before } = drawn;
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext({ viewport: WINDOW, ...(event.locale && { locale: event.locale }) });
    await serve(context, drawn);
    const page = await context.newPage();
    // A moment before the answer: what had expired by then was asked again.
    await page.clock.setFixedTime(Date.parse(event.at) - 1);
    const stored = before && recordOf(before);
    // As text, because it runs in the page.
    if (stored) await page.addInitScript(`localStorage.setItem('askfirst', ${JSON.stringify(stored)})`);
    if (event.gpc)
      await page.addInitScript(`Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })`);
    await page.goto(`${ORIGIN}/`);
    const layer = await layerOf(page, event.method);
    const texts = await layer.evaluate(
      async (element, file): Promise<string> => (await import(file)).textsHash(element),
      '/build/askfirst-records.js',
    );
    await showWhole(page, layer);
    return { picture: await page.screenshot({ fullPage: true }), texts };
  } finally {
    await browser.close();
  }
}
