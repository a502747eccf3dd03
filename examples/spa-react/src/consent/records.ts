import { type RecordEvent, sendRecords } from 'askfirst/records';
import { ask } from '../account/server.js';
import { consent, options } from './consent.js';

/** The log of choices, kept by the server as proof: until the account is deleted, and 30 days more. */
export const records = sendRecords(consent, {
  url: '/api/m-factory/records',
  options,
  retention: { until: 'accountDeletion', plus: 'P30D' },
});

/** What the server has kept about this browser and this account, oldest first. */
export async function keptEvents(): Promise<RecordEvent[]> {
  await records.flush();
  const { events } = await ask<{ events: RecordEvent[] }>('GET', `records?record=${consent.record()?.id ?? ''}`);
  return events;
}
