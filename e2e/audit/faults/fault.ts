import type { Reply, Server } from '../../harness/server.mjs';
import { SITE } from '../../harness/server.mjs';

/** Something that a page does against what it promises, and the same done well. */
export interface Fault {
  /** What the page does, after "finds". */
  name: string;
  /** Markup of the page that does it, and of its twin that does nothing wrong. */
  lie: string;
  clean: string;
  /** Answers to either, by address or path. */
  replies?: Record<string, Reply>;
  /** What the finding is about: the host and path, or the name of what is stored. */
  subject: string;
  /** Key of the promise that it breaks, if it is not that nothing happens before a choice. */
  promise?: string;
  /** Kind of the nearest cause that is known. */
  cause?: string;
}

export const script = (code: string) => `<script>${code}</script>`;
export const javascript = (body: string): Reply => ({
  type: 'text/javascript; charset=utf-8',
  body,
  headers: { 'access-control-allow-origin': '*' },
});

export const LIES = `${SITE}/lies/`;
export const CLEAN = `${SITE}/clean/`;

/** Puts all that the faults do on one page, and all that their twins do on another. */
export function serve(server: Server, faults: readonly Fault[]): void {
  const page = (part: 'lie' | 'clean') =>
    `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>${faults.map((fault) => fault[part]).join('\n')}</body></html>`;
  server.page('/lies/', page('lie'));
  server.page('/clean/', page('clean'));
  for (const { replies } of faults) for (const [url, reply] of Object.entries(replies ?? {})) server.reply(url, reply);
}
