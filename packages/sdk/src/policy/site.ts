import type { ConsentRecord, Options } from './types.js';

/**
 * Who asks, in one text: it tells the sites of one origin apart. A site may name itself; else its controller does, and where
 * nobody is named the account or the provider of its first service.
 *
 * @example siteOf({ controller: { name: 'Anna' }, services: [googleAnalytics('G-ANNA1')] }) // 'Anna'
 */
export const siteOf = ({ site, cookieDomain, controller, services: [first] = [] }: Options): string =>
  site || cookieDomain || controller?.name || first?.tagId || first?.provider || '';

/** Whether a record is this site's, or none that says whose it is: those of 0.1.0 do not. */
export const isOwn = (record: ConsentRecord | null, site: string | undefined): boolean =>
  (record?.site ?? site) === site;
