import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.js';

/** Node puts a replacement character where a text is no UTF-8, and what is kept would not be what was sent. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new Refusal(400, 'no-json', 'The body is no UTF-8.');
  }
}

/** Bodies are JSON in UTF-8, not compressed, and without the keys that reach into prototypes. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    parse(request, textOf(body), done);
  });
  // Before the body is read, because a compressed one says nothing about how large it is.
  app.addHook('onRequest', async ({ headers }) => {
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Refusal(415, 'compressed', 'The body is compressed. Send it as it is, without "content-encoding".');
  });
}
