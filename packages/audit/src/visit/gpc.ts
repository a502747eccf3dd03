import type { Page } from 'playwright-core';
import { wordsOfBanners } from '../banner/index.js';

/** Chromium's own signal: the header and the value, in pages, frames and workers. */
export const GPC_FLAGS = ['--enable-features=GlobalPrivacyControlForce'];

/**
 * Sees to it that the signal is sent where the browser does not know the flag. Workers have the header then, but not the value.
 * What it says: https://www.w3.org/TR/gpc/
 */
export async function ensureGpc(page: Page): Promise<void> {
  const isOn = await page.evaluate(
    () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  );
  if (isOn) return;
  const context = page.context();
  await context.setExtraHTTPHeaders({ 'Sec-GPC': '1' });
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      get: () => true,
      configurable: true,
      enumerable: true,
    });
  });
}

/** All that can be read on the page, also in frames and open shadow roots. */
async function textOf(page: Page): Promise<string> {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(() => {
          const parts: string[] = [];
          const read = (root: Document | ShadowRoot) => {
            for (const each of root instanceof Document ? [root.body] : root.children) {
              // biome-ignore lint/performance/useDomNodeTextContent: what is hidden says nothing to the visitor.
              parts.push((each as HTMLElement | null)?.innerText ?? '');
            }
            for (const each of root.querySelectorAll('*'))
              if (each.shadowRoot && each.checkVisibility()) read(each.shadowRoot);
          };
          read(document);
          return parts.join('\n');
        })
        .catch(() => ''),
    ),
  );
  return texts.join('\n').toLowerCase().replace(/\s+/g, ' ');
}

/** Whether the page says that it honours Global Privacy Control, in a language of `@askfirst/data` or in usual English words. */
export async function showsGpc(page: Page): Promise<boolean> {
  const { gpc } = await wordsOfBanners();
  const text = await textOf(page);
  return gpc.exact.some((words) => text.includes(words)) || new RegExp(gpc.pattern, 'u').test(text);
}
