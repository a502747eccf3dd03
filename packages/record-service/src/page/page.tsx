/** The operator's page. It has no data until somebody signs in: its script asks for them with the token, and keeps that in memory. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Statistics } from '../statistics/model.js';
import { StatisticsView } from './statistics-view.js';

/** Nothing but this service's own two files, and an empty icon; no page may frame it. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function Document({ children }: { children: ComponentChildren }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>Consent records</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="page.css" />
        <script type="module" src="page.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}

function SignIn({ site }: { site: string }) {
  return (
    <main class="sign-in">
      <h1>Consent records</h1>
      <p>How many visitors said yes, by category, law, language, layout and day.</p>
      <form>
        <label>
          Site
          <input name="site" value={site} autocomplete="username" autocapitalize="none" spellcheck={false} required />
        </label>
        <label>
          Admin token
          <input name="token" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit">Show</button>
        <p class="problem" role="alert" />
      </form>
      <p class="soft">The token stays in the memory of this page and is forgotten when you close or reload it.</p>
    </main>
  );
}

const html = (children: ComponentChildren) => `<!doctype html>\n${renderToString(<Document>{children}</Document>)}\n`;

/**
 * What everybody gets.
 *
 * @param site Name that stands in the form.
 */
export const signInPage = (site: string): string => html(<SignIn site={site} />);

/** What the script shows in its place. */
export const statisticsPage = (statistics: Statistics): string => html(<StatisticsView statistics={statistics} />);
