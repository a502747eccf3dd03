import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: 'phc_abc123',
  config: { api_host: 'https://eu.i.posthog.com' },
  script: 'https://eu-assets.i.posthog.com/static/array.js',
  queued: { posthog: [['opt_in_capturing', { captureEventName: false }]] },
  globals: ['posthog'],
  brought: [['posthog.opt_in_capturing', { captureEventName: false }]],
  withdrawn: [['posthog.opt_out_capturing']],
  again: [['posthog.opt_in_capturing', { captureEventName: false }]],
};
