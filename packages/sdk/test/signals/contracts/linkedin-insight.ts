import { type Contract, none } from '../contract.js';

export const contract: Contract = {
  tagId: '1234567',
  script: 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
  queued: { _linkedin_partner_id: '1234567', _linkedin_data_partner_ids: ['1234567'], lintrk: [] },
  globals: ['lintrk'],
  ...none,
};
