/**
 * Reads the network log that Chromium wrote of itself: every request of the whole browser, with what each carried and set.
 * Format: https://www.chromium.org/developers/design-documents/network-stack/netlog/
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { NetLog } from './net-log-events.js';
import { NetLogReader } from './net-log-reader.js';

/**
 * Reads the log of a browser that is closed, line by line.
 *
 * @throws Error if the file is missing or is no network log. A log that breaks off is read up to there.
 */
export async function readNetLog(file: string): Promise<NetLog> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let reader: NetLogReader | undefined;
  for await (const line of lines) {
    if (!reader) {
      reader = new NetLogReader(JSON.parse(`${line.replace(/,\s*$/, '')}}`).constants);
      continue;
    }
    const type = /"type":(\d+)\}[,\]]*$/.exec(line)?.[1];
    if (type === undefined || !reader.isRead(Number(type))) continue;
    try {
      reader.read(JSON.parse(line.replace(/[,\]]+$/, '')));
    } catch {
      // The browser was ended in the middle of this line.
    }
  }
  if (!reader) throw new Error(`The browser wrote no network log to ${file}.`);
  return reader;
}
