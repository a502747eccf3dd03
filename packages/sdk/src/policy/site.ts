import type { Options } from './types.js';

/**
 * The name that tells the sites of one origin apart: the option `site`, else the cookie's domain, the controller, or the account or
 * provider of the first service.
 *
 * @example siteOf({ controller: { name: 'Anna' }, services: [googleAnalytics('G-ANNA1')] }) // 'Anna'
 */
export const siteOf = ({ site, cookieDomain, controller, services: [first] = [] }: Options): string =>
  site || cookieDomain || controller?.name || first?.tagId || first?.provider || '';
