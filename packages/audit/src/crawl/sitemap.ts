import { XMLParser } from 'fast-xml-parser';

/** What robots.txt says to everybody. https://www.rfc-editor.org/rfc/rfc9309 */
export interface Robots {
  readonly sitemaps: readonly string[];
  /** Whether a crawler may open a path. */
  allows(path: string): boolean;
}

/** A rule of robots.txt as a pattern: `*` is anything, `$` the end. */
const toPattern = (rule: string) =>
  new RegExp(
    `^${rule
      .replace(/[.+?^{}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\$(?!$)/g, '\\$')}`,
  );

/** @param text `User-agent: *` counts, and groups of other crawlers do not. */
export function readRobots(text: string): Robots {
  const sitemaps: string[] = [];
  const rules: { pattern: RegExp; length: number; isAllowed: boolean }[] = [];
  let isForAll = false;
  let isInAgents = false;
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = line.replace(/#.*/, '').match(/^\s*([\w-]+)\s*:\s*(.*?)\s*$/) ?? [];
    const name = key.toLowerCase();
    if (name === 'sitemap') sitemaps.push(value);
    if (name === 'user-agent') {
      isForAll = (isInAgents && isForAll) || value === '*';
      isInAgents = true;
    } else if (name) {
      isInAgents = false;
      if (isForAll && value && /^(dis)?allow$/.test(name))
        rules.push({ pattern: toPattern(value), length: value.length, isAllowed: name === 'allow' });
    }
  }
  return {
    sitemaps,
    // The longest rule counts; of two equal ones, the one that allows.
    allows: (path) =>
      rules
        .filter(({ pattern }) => pattern.test(path))
        .sort((a, b) => b.length - a.length || Number(b.isAllowed) - Number(a.isAllowed))[0]?.isAllowed ?? true,
  };
}

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, parseTagValue: false });

/**
 * The pages and further sitemaps that a sitemap names. https://www.sitemaps.org/protocol.html
 *
 * @returns Nothing for what is no sitemap.
 */
export function readSitemap(xml: string): { pages: string[]; sitemaps: string[] } {
  try {
    const { urlset, sitemapindex } = parser.parse(xml);
    const locations = (entries: unknown) =>
      list(entries as { loc?: unknown } | { loc?: unknown }[])
        .map((entry) => entry?.loc)
        .filter((loc) => typeof loc === 'string');
    return { pages: locations(urlset?.url), sitemaps: locations(sitemapindex?.sitemap) };
  } catch {
    return { pages: [], sitemaps: [] };
  }
}
