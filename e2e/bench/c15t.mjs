import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { VENDOR } from './server.mjs';

/** Its quickstart for React, without a backend. */
const app = (snippet) => `
import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from '@c15t/react';
import '@c15t/react/styles.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const options = {
  mode: 'offline',
  consentCategories: ['necessary', 'measurement'],
  overrides: { country: 'DE' },
  legalLinks: { privacyPolicy: { href: '/privacy' } },
  scripts: [
    { id: 'external', category: 'measurement', src: '${VENDOR}/external.js' },
    { id: 'inserted', category: 'measurement', textContent: ${JSON.stringify(snippet)} },
  ],
};
createRoot(document.getElementById('consent')).render(
  createElement(ConsentManagerProvider, { options }, createElement(ConsentBanner), createElement(ConsentDialog)),
);`;

/**
 * c15t with React and its own banner: its package without a framework has none.
 *
 * @param {string} snippet the vendor's inline snippet
 * @returns {Promise<Record<string, string>>} script and style sheet, by path on the site
 */
export async function bundleC15t(snippet) {
  const { outputFiles } = await build({
    stdin: { contents: app(snippet), resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    outfile: '/c15t.js',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [`/c15t/${path.split('/').pop()}`, text]));
}
