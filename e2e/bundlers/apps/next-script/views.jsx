import Link from 'next/link';
import Script from 'next/script';
import { Alive } from './alive.jsx';
import shop from './shop.json';

/** A root layout with Askfirst in `next/script`. The spec writes `shop.json`. */
export function Site({ strategy, children }) {
  return (
    <html lang="en">
      <head>
        <script type="text/plain" data-consent="analytics" src={shop.HEAD_TAG} />
      </head>
      <body>
        <Script src="/askfirst/askfirst.js" strategy={strategy} {...shop.attributes} />
        {children}
        <Alive />
      </body>
    </html>
  );
}

export function View({ base, name }) {
  const view = shop.VIEWS.find((other) => other.toLowerCase() === name);
  return (
    <main>
      <h1>{view}</h1>
      <nav>
        {shop.VIEWS.map((other) => (
          <Link key={other} href={`${base}/${other.toLowerCase()}`} prefetch={false}>
            {other}
          </Link>
        ))}
      </nav>
      <iframe title="Film" data-consent="marketing" data-src={shop.FILM} />
      <img alt="" data-consent="marketing" data-src={shop.PICTURE} />
      <template data-consent="marketing" dangerouslySetInnerHTML={{ __html: shop.OFFERS }} />
      <script type="text/plain" data-consent="analytics" src={shop.BODY_TAG} />
      <p>
        <button type="button" data-consent-open>
          Privacy settings
        </button>
      </p>
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: people write it so. */}
        <a href="#" data-consent-open>
          Cookies
        </a>
      </p>
    </main>
  );
}
