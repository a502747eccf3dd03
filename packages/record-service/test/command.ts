/** The built command in a process of its own, as owners run it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../src/chain/entry.js';
import type { ChainLine } from '../src/chain/export-line.js';
import { ADMIN, ORIGIN, SECRET } from './service.js';

const COMMAND = fileURLToPath(new URL('../dist/command/record-service.js', import.meta.url));

export interface RunningCommand {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly pid: number;
  /** What it printed, of both kinds. */
  readonly said: () => string;
  /** Ends it, and waits until it has ended. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

/**
 * Starts it on a free port.
 *
 * @param folder Where its data and its configuration lie.
 * @param url `DATABASE_URL`; embedded if left out.
 */
export async function startCommand(folder: string, url?: string, more: object = {}): Promise<RunningCommand> {
  const config = join(folder, 'record-service.json');
  const sites = { shop: { origins: [ORIGIN], secret: SECRET }, other: { origins: ['https://other.example'] } };
  writeFileSync(config, JSON.stringify({ limits: { requestsPerMinute: 10_000_000 }, sites, ...more }));
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, ASKFIRST_ADMIN_TOKEN: ADMIN, ...(url !== undefined && { DATABASE_URL: url }) };
  const flags = ['--config', config, '--port', '0', '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [COMMAND, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = await new Promise<string>((done, fail) => {
    const listen = (text: Buffer) => {
      said += text;
      const found = /^Consent records: (\S+)$/m.exec(said)?.[1];
      if (found) done(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => fail(new Error(`The service did not start:\n${said}`)));
  });
  return {
    address,
    pid: child.pid as number,
    said: () => said,
    end: async (signal) => {
      child.kill(signal);
      await ended(child);
    },
  };
}

export interface Answer {
  /** 0 if there was none, because the connection broke. */
  readonly status: number;
  readonly text: string;
}

/** Of all requests. */
export const agent = new Agent({ keepAlive: true, maxSockets: 20 });

interface Request {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** Says that so many bytes will come, and sends none of them. */
  readonly bytesToCome?: number;
}

/** One request. It never rejects. */
export const ask = (
  address: string,
  path: string,
  { method = 'GET', headers = {}, body, bytesToCome }: Request = {},
): Promise<Answer> =>
  new Promise((done) => {
    const length = bytesToCome === undefined ? {} : { 'content-length': bytesToCome };
    const sent = request(address + path, { method, headers: { ...headers, ...length }, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        text += part;
      });
      answer.once('end', () => {
        done({ status: answer.statusCode ?? 0, text });
        if (bytesToCome !== undefined) sent.destroy();
      });
      answer.once('error', () => done({ status: 0, text }));
    });
    sent.on('error', () => done({ status: 0, text: '' }));
    if (bytesToCome === undefined) sent.end(body);
    else sent.flushHeaders();
  });

/** Sends events as a page of the site "shop" does. */
export const post = (address: string, events: unknown): Promise<Answer> =>
  ask(address, '/v1/shop/events', {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify(events),
  });

/** One entry of an export, with its chain. */
export interface ExportedEntry extends Entry {
  readonly chain: string;
}

/** All entries of the site's export, in the order of each chain. */
export async function exportedEntries(address: string): Promise<ExportedEntry[]> {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const { status, text } = await ask(address, '/v1/shop/export?format=jsonl', { headers });
  if (status !== 200) throw new Error(`The export answered ${status}: ${text}`);
  return text
    .split('\n')
    .filter((line) => line.startsWith('{"type":"chain"'))
    .flatMap((line) => {
      const { head, entries } = JSON.parse(line) as ChainLine;
      return entries.map((entry) => ({ ...entry, chain: head }));
    });
}
