import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: 'abc12345',
  script: 'https://widget.intercom.io/widget/abc12345',
  queued: { intercomSettings: { app_id: 'abc12345' }, Intercom: [] },
  globals: ['Intercom'],
  brought: [],
  withdrawn: [['Intercom', 'shutdown']],
  again: [['Intercom', 'boot', { app_id: 'abc12345', disabled: false }]],
};
