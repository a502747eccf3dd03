import type { Category, GoogleSignal, Options } from './types.js';

/** The Google signals of each standard category, https://support.google.com/analytics/answer/13802165 */
export const usualSignals = {
  __proto__: null,
  functional: ['functionality_storage', 'personalization_storage'],
  analytics: ['analytics_storage'],
  marketing: ['ad_storage', 'ad_user_data', 'ad_personalization'],
  necessary: ['security_storage'],
} as unknown as Readonly<Record<string, readonly GoogleSignal[] | undefined>>;

/**
 * The categories of a site, `necessary` first, then in the order in which its options name them.
 *
 * @example resolveCategories({ services: [googleAnalytics('G-XXXX')] }).map(({ key }) => key) // ['necessary', 'analytics']
 */
export function resolveCategories({ services = [], categories = {}, revision }: Options): Category[] {
  return [...new Set(['necessary', ...services.flatMap((each) => each.category), ...Object.keys(categories)])].map(
    (key) => {
      const members = services.filter((each) => [each.category].flat().includes(key));
      const covers = members.map((each) => each.id);
      if (revision) covers.push(`@${revision}`);
      return {
        __proto__: null,
        // GPC is about sale, sharing and targeted advertising, not about measurement for the site itself: https://w3c.github.io/gpc/
        gpc: key === 'marketing',
        signals: usualSignals[key] ?? [],
        ...categories[key],
        key,
        services: members,
        covers,
      } as Category;
    },
  );
}
