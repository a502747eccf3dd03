import type { Page } from 'playwright-core';

/** Ends that a browser saves or shows by itself. */
const NOT_A_PAGE =
  /\.(?:7z|avif|bmp|css|csv|docx?|dmg|epub|exe|gif|gz|ico|ics|jpe?g|js|json|mjs|mov|mp3|mp4|msi|ogg|pdf|png|pptx?|rar|rss|svg|tar|tgz|txt|wav|webm|webp|woff2?|xlsx?|xml|zip)$/i;
/** What a click counts, and not what a page is. */
const OF_CAMPAIGNS = /^(?:utm_\w+|gclid|dclid|fbclid|msclkid|ttclid|wbraid|gbraid|mc_[ce]id|ref)$/i;

/**
 * The address of a page without what does not tell pages apart: campaigns, and fragments unless a client-side router uses them.
 *
 * @returns undefined for what is no page.
 * @example pageAddress('https://example.com/a?utm_source=x#top') // 'https://example.com/a'
 */
export function pageAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol) || NOT_A_PAGE.test(url.pathname)) return undefined;
  for (const name of [...url.searchParams.keys()]) if (OF_CAMPAIGNS.test(name)) url.searchParams.delete(name);
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  url.username = url.password = '';
  return url.href;
}

/** The addresses that a page links to, also in open shadow roots, as they stand there. */
export const allLinks = (page: Page): Promise<string[]> =>
  page
    .evaluate(() => {
      const links: string[] = [];
      const read = (root: Document | ShadowRoot) => {
        for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')) links.push(link.href);
        for (const each of root.querySelectorAll('*')) if (each.shadowRoot) read(each.shadowRoot);
      };
      read(document);
      return links;
    })
    .catch(() => []);

/** A visitor who follows it is somebody else afterwards. */
export const SIGNS_OUT = /\b(?:log-?out|sign-?out|abmelden|deconnexion|cerrar-sesion|uitloggen)\b/i;

/** Other pages of the same host that a page links to, each once, in their order. */
export async function linksOf(page: Page): Promise<string[]> {
  const own = new URL(page.url());
  const links = (await allLinks(page)).map(pageAddress).filter((link) => link !== undefined);
  return [...new Set(links)].filter(
    (link) => new URL(link).host === own.host && link !== pageAddress(own.href) && !SIGNS_OUT.test(link),
  );
}
