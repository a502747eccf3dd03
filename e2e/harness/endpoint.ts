import { readFileSync } from 'node:fs';
import { builtFile, type Server } from './server.mjs';

/** One line of a consent log, as the owner's server got it. */
export interface Received {
  recordId: string;
  seq: number;
  at: string;
  choices: Record<string, { granted: boolean }>;
  subject?: string;
  [field: string]: unknown;
}

/** An owner's own server: keeps each event of a consent log once, and what forms send it. */
export function endpoint(server: Server) {
  const events: Received[] = [];
  const forms: URLSearchParams[] = [];
  const state = {
    status: 204,
    /** What it answers with besides the status. */
    answer: {} as Record<string, string>,
    page: '',
    /** Never answers. */
    hangs: false,
    posts: 0,
    headers: {} as Record<string, unknown>,
  };
  server.mount(async (request, response) => {
    const built = request.url?.match(/^\/askfirst\/([\w.-]+\.js)/)?.[1];
    if (built)
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(builtFile(built)));
    let body = '';
    for await (const part of request) body += part;
    if (request.url?.startsWith('/api/records')) {
      state.posts += 1;
      state.headers = request.headers;
      if (state.hangs) return;
      if (state.status < 300 && !state.page)
        for (const event of JSON.parse(body) as Received[])
          if (!events.some(({ recordId, seq }) => recordId === event.recordId && seq === event.seq)) events.push(event);
    }
    if (request.url === '/api/form') forms.push(new URLSearchParams(body));
    if (request.url?.startsWith('/api/records')) response.writeHead(state.status, state.answer).end(state.page);
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Another page</title>');
  });
  return { state, events, forms };
}
