import type { Options } from './types.js';

/**
 * Who asks, in one text: it tells the sites of one origin apart. A site may name itself; else its controller does, and where
 * nobody is named the account or the provider of its first service.
 *
 * @example siteOf({ controller: { name: 'Anna' }, services: [googleAnalytics('G-ANNA1')] }) // 'Anna'
 */
export const siteOf = ({ site, cookieDomain, controller, services: [first] = [] }: Options): string =>
  site || cookieDomain || controller?.name || first?.tagId || first?.provider || '';
