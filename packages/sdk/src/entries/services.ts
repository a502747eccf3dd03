import type { Service } from '@askfirst/data';
import { googleAnalytics as ga4 } from '@askfirst/data/services/google-analytics';
import { googleTagManager as gtm } from '@askfirst/data/services/google-tag-manager';
import { withTagId } from '../policy/tag-id.js';

/**
 * Google Analytics 4.
 *
 * @param id Measurement id, `G-XXXX`.
 * @example createConsent({ services: [googleAnalytics('G-XXXX')] })
 */
export const googleAnalytics = (id: string): Service<'analytics'> => withTagId(ga4, id);

/**
 * Google Tag Manager.
 *
 * @param id Container id, `GTM-XXXX`.
 * @param category What the visitor has to allow before the container loads.
 * @example createConsent({ services: [googleTagManager('GTM-XXXX', 'marketing')] })
 */
export const googleTagManager = <C extends string = 'analytics'>(
  id: string,
  category = gtm.category as string as C,
): Service<C> => withTagId({ ...gtm, category }, id);
