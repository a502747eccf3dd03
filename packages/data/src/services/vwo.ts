import type { Service, Source } from '../types.js';

/**
 * The 100 days are the vendor's default, which a site can change. A test over several domains sets the same cookies for
 * dev.visualwebsiteoptimizer.com too; the page cannot remove those. The SmartCode hides the page until it has loaded, so the
 * whole snippet has to wait for a yes, not its request alone.
 */
export const service = {
  id: 'vwo',
  name: 'VWO',
  provider: 'Wingify Software Pvt. Ltd.',
  country: 'IN',
  category: 'analytics',
  policyUrl: 'https://wingify.com/privacy-policy/',
  hosts: ['*.visualwebsiteoptimizer.com', '*.vwo.com', '*.wingify.com', 'd5phz18u4wuww.cloudfront.net'],
  stores: [
    { name: '_vis_opt_exp_*', kind: 'cookie', lifetime: [100, 'day'] },
    { name: '_vis_opt_s', kind: 'cookie', lifetime: [100, 'day'] },
    { name: '_vis_opt_test_cookie', kind: 'cookie', lifetime: 'session' },
    { name: '_vis_opt_out', kind: 'cookie', lifetime: [10, 'year'] },
    { name: '_vwo_uuid_v2', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '_vwo_*', kind: 'cookie', lifetime: 'unknown' },
    { name: '_vwo_*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.vwo.com/hc/en-us/articles/360033990873',
    'https://vwo.com/oldappkb/what-are-the-various-cookies-used-by-visual-website-optimizer/',
    'https://gist.github.com/vwo-kb/e9c1682612f7ebe3bedd0a92f78d3f10',
    'https://github.com/torchbox/torchbox.com/pull/401/files',
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
