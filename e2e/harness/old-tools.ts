import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Page, type Server, SITE } from './test.js';

/** The consent tools that a site may have used before: the real ones, from their packages, as they write what a visitor answers. */

const require = createRequire(import.meta.url);
const packageFile = (path: string) => readFileSync(require.resolve(path), 'utf8');

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { getOrCreateConsentRuntime } from 'c15t'; window.getRuntime = getOrCreateConsentRuntime;",
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

interface OldSite {
  /** What the tool's page has in its head, and the files that it asks for. */
  readonly head: string;
  readonly files: () => Promise<Record<string, string>> | Record<string, string>;
  /** Answers for analytics and marketing, by the tool's own means. Runs in the page. */
  readonly answer: string;
  /** Says in the page that the tool is ready. */
  readonly ready: string;
}

const KLARO = `{ elementID: 'klaro', services: ['matomo', 'ads'].map((name) => ({ name, purposes: ['x'] })) }`;

export const oldSites: Readonly<Record<string, OldSite>> = {
  'vanilla-cookieconsent': {
    head: '<script src="/old/vcc.js"></script>',
    files: () => ({ 'vcc.js': packageFile('vanilla-cookieconsent/dist/cookieconsent.umd.js') }),
    ready: 'window.CookieConsent',
    answer: `CookieConsent.run({
      categories: { necessary: { readOnly: true, enabled: true }, analytics: {}, marketing: {} },
      language: { default: 'en', translations: { en: { consentModal: {}, preferencesModal: { sections: [] } } } },
    }).then(() => CookieConsent.acceptCategory(Object.keys(answer).filter((key) => answer[key])))`,
  },
  klaro: {
    head: '<script src="/old/klaro.js"></script>',
    files: () => ({ 'klaro.js': packageFile('klaro/dist/klaro-no-css.js') }),
    ready: 'window.klaro',
    answer: `(() => {
      const manager = klaro.getManager(${KLARO});
      manager.updateConsent('matomo', answer.analytics);
      manager.updateConsent('ads', answer.marketing);
      manager.saveAndApplyConsents();
    })()`,
  },
  orejime: {
    head: `<script>window.orejimeConfig = { privacyPolicyUrl: '/', purposes: ['matomo', 'ads'].map((id) => ({ id, title: id })) }</script>
      <script src="/old/orejime.js" defer></script>`,
    files: () => ({ 'orejime.js': packageFile('orejime/dist/orejime-standard-en.js') }),
    ready: 'window.orejime?.manager',
    answer: `(() => {
      orejime.manager.setConsent('matomo', answer.analytics);
      orejime.manager.setConsent('ads', answer.marketing);
    })()`,
  },
  tarteaucitron: {
    head: `<script src="/old/tarteaucitron.js"></script>
      <script>tarteaucitron.init({ privacyUrl: '', cookieName: 'tarteaucitron', useExternalCss: true });</script>`,
    files: () => ({
      'tarteaucitron.js': packageFile('tarteaucitronjs/tarteaucitron.js'),
      'tarteaucitron.services.js': packageFile('tarteaucitronjs/tarteaucitron.services.js'),
      'lang/tarteaucitron.en.js': packageFile('tarteaucitronjs/lang/tarteaucitron.en.js'),
    }),
    ready: 'window.tarteaucitron?.services?.matomo',
    answer: `(() => {
      tarteaucitron.cookie.create('matomo', answer.analytics);
      tarteaucitron.cookie.create('facebookpixel', answer.marketing);
    })()`,
  },
  c15t: {
    head: '<script src="/old/c15t.js"></script>',
    files: async () => ({ 'c15t.js': await bundled() }),
    ready: 'window.getRuntime',
    answer: `(async () => {
      const { consentStore } = getRuntime({ mode: 'offline', consentCategories: ['necessary', 'measurement', 'marketing'] });
      await new Promise((done) => setTimeout(done, 200));
      consentStore.getState().setSelectedConsent('measurement', answer.analytics);
      consentStore.getState().setSelectedConsent('marketing', answer.marketing);
      await consentStore.getState().saveConsents('custom');
    })()`,
  },
};

/** Opens a page of the site as it was with the tool, and answers there. */
export async function answerIn(page: Page, server: Server, tool: string, answer: Record<string, boolean>) {
  const { head, files, ready, answer: code } = oldSites[tool] as OldSite;
  for (const [name, body] of Object.entries(await files()))
    server.reply(`/old/${name}`, { type: 'text/javascript', body });
  server.page(
    `/old/${tool}`,
    `<!doctype html><html lang="en"><head><title>Old</title>${head}</head><body></body></html>`,
  );
  await page.goto(`${SITE}/old/${tool}`);
  await page.waitForFunction(ready);
  await page.evaluate(`(async (answer) => { await ${code}; })(${JSON.stringify(answer)})`);
}

/** What the tool left: names of cookies and of keys in storage. */
export const leftBy = (page: Page, names: RegExp): Promise<string[]> =>
  page.evaluate(
    (source) =>
      [...document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''), ...Object.keys(localStorage)].filter(
        (name) => new RegExp(source).test(name),
      ),
    names.source,
  );
