import { type Contract, switchOf } from '../contract.js';

export const contract: Contract = {
  tagId: 'C4A5B6D7E8F9G0H1I2J3',
  script: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C4A5B6D7E8F9G0H1I2J3&lib=ttq',
  queued: { ttq: [['grantConsent'], ['page']] },
  ...switchOf('ttq', 'ttq.grantConsent', 'ttq.revokeConsent'),
};
