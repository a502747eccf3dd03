/** Every version of the privacy page. A new one is published at least 30 days before it holds. */
export const versions = [
  {
    version: '2026-05-17',
    publishedAt: '2026-05-17',
    effectiveAt: '2026-05-17',
    url: 'privacy.html',
    change: 'First version',
  },
  {
    version: '2026-12-15',
    publishedAt: '2026-11-10',
    effectiveAt: '2026-12-15',
    url: 'privacy.html',
    change: 'Hetzner joins, for builds in Finland',
  },
];

/** Days between publishing and taking effect that the policy promises. */
export const NOTICE_DAYS = 30;
