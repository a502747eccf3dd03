import { sees } from '../../engines/harness/interface.js';
import type { Server, Tab } from '../../engines/harness/test.js';
import { first, script } from './edits.js';

/** Requests that left the site. */
export const away = (server: Server) => server.requests(/^(?!www\.shop\.example\.com\/)/);

/** Names of all cookies the browser holds. */
export const jar = async (tab: Tab) => (await tab.cookieJar()).map(({ name }) => name).sort();

/** The same with all there is to know of them; a cookie that ends with the browser's session has no `days`. */
export const cookies = async (tab: Tab) =>
  (await tab.cookieJar()).map(({ expires, ...cookie }) => ({
    ...cookie,
    ...(expires && { days: Math.round((expires - Date.now()) / 864_000) / 100 }),
  }));

/** All this page has stored beside cookies: `localStorage askfirst`, `indexedDB ids`. */
export const stored = (tab: Tab): Promise<string[]> =>
  tab.evaluate(async () =>
    [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
      ...(await caches.keys()).map((name) => `cacheStorage ${name}`),
    ].sort(),
  );

/** Addresses of the pictures nobody can see: runs in the page. */
export const smallPictures = () =>
  [...document.images].filter(({ width, height }) => width < 3 && height < 3).map(({ currentSrc }) => currentSrc);

/** What Google was told after its default, whole. */
export const updates = (tab: Tab): Promise<Record<string, string>[]> =>
  tab.evaluate(() =>
    (window.dataLayer ?? []).flatMap((entry) => {
      if (Object.prototype.toString.call(entry) !== '[object Arguments]') return [];
      const [command, name, values] = entry as unknown as [string, string, Record<string, string>];
      return command === 'consent' && name === 'update' ? [{ ...values }] : [];
    }),
  );

/** What is granted, by category. */
export const decisions = (tab: Tab): Promise<Record<string, boolean>> =>
  tab.evaluate(() => ({ ...window.askfirst.$consent.get().granted }));

/** First column and the rest of each row of the declaration: runs in the page. */
export function declaredRows(): Record<string, string[]> {
  const rows = document.querySelector('consent-declaration')?.shadowRoot?.querySelectorAll('tr:has(td)') ?? [];
  return Object.fromEntries(
    [...(rows as NodeListOf<HTMLTableRowElement>)].map(({ cells }) => {
      const [name = '', ...rest] = Array.from(cells, ({ textContent }) => textContent);
      return [name, rest];
    }),
  );
}

/** The same, once it is there. */
export async function declared(tab: Tab): Promise<Record<string, string[]>> {
  await sees(tab, ['consent-declaration', 'table']);
  return tab.evaluate(declaredRows);
}

declare global {
  interface Window {
    /** What scripts asked of the browser that tells one visitor from another. */
    asked: string[];
    /** Each cookie as it was asked for. */
    cookieWrites: string[];
  }
}

/** Counts, from the first moment of each page, what fingerprints are made of. */
export const countFingerprints = first(
  script(`{
    window.asked = [];
    const watch = (type, names) => {
      const { prototype } = window[type] ?? {};
      for (const name of prototype ? names : []) {
        const old = Object.getOwnPropertyDescriptor(prototype, name);
        if (!old) continue;
        const note = (run) => function (...args) { asked.push(type + '.' + name); return run.apply(this, args); };
        Object.defineProperty(prototype, name,
          old.get ? { ...old, get: note(old.get) } : { ...old, value: note(old.value) });
      }
    };
    watch('HTMLCanvasElement', ['toDataURL', 'toBlob']);
    watch('CanvasRenderingContext2D', ['getImageData', 'measureText']);
    watch('WebGLRenderingContext', ['getParameter', 'readPixels', 'getSupportedExtensions']);
    watch('WebGL2RenderingContext', ['getParameter', 'readPixels', 'getSupportedExtensions']);
    watch('OfflineAudioContext', ['startRendering']);
    watch('Navigator', ['userAgentData', 'userAgent', 'platform', 'plugins', 'mimeTypes', 'hardwareConcurrency',
      'deviceMemory', 'getBattery', 'maxTouchPoints', 'vendor']);
    watch('NavigatorUAData', ['getHighEntropyValues', 'brands', 'platform']);
    watch('FontFaceSet', ['check']);
    watch('Screen', ['colorDepth', 'pixelDepth', 'availWidth', 'availHeight']);
    watch('RTCPeerConnection', ['createOffer']);
  }`),
);

/** Keeps each write of a cookie as the script asked for it, before the browser shortens it. */
export const recordCookieWrites = first(
  script(`{
    window.cookieWrites = [];
    const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    Object.defineProperty(Document.prototype, 'cookie', {
      get, set(text) { cookieWrites.push(text); set.call(this, text); }, configurable: true,
    });
  }`),
);
