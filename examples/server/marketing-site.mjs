import { randomUUID } from 'node:crypto';
import { replyTo } from './chat-replies.mjs';
import { isEmail, readForm, sendJson } from './http.mjs';

const MAX_THREADS = 200;
const MAX_MESSAGES = 100;

/** Conversations of this run, oldest first. They end with the server. */
const threads = new Map();

async function contact(request, response) {
  const form = await readForm(request);
  const missing = ['name', 'message'].filter((field) => !form.get(field)?.trim());
  if (!isEmail(form.get('email'))) missing.push('email');
  if (request.headers.accept?.includes('application/json')) {
    return sendJson(response, missing.length ? 422 : 200, { missing });
  }
  if (missing.length) {
    response.writeHead(422, { 'Content-Type': 'text/plain; charset=utf-8' });
    return response.end(`Please go back and fill in: ${missing.join(', ')}.`);
  }
  // Without scripts the answer is a page beside the form, whichever folder the site is served from.
  const { pathname } = new URL('thanks.html', request.headers.referer ?? 'http://localhost/');
  response.writeHead(303, { Location: pathname });
  response.end();
}

async function say(request, response) {
  const form = await readForm(request);
  const text = form.get('text')?.trim().slice(0, 2000);
  if (!text || !isEmail(form.get('email'))) return sendJson(response, 422, { missing: text ? ['email'] : ['text'] });
  const known = threads.has(form.get('session'));
  const session = known ? form.get('session') : randomUUID();
  const thread = threads.get(session) ?? [];
  thread.push({ from: 'visitor', text }, { from: 'team', text: replyTo(text, thread.length / 2) });
  threads.set(session, thread.slice(-MAX_MESSAGES));
  if (threads.size > MAX_THREADS) threads.delete(threads.keys().next().value);
  sendJson(response, 200, { session, messages: threads.get(session) });
}

function read(request, response) {
  const { searchParams } = new URL(request.url, 'http://localhost');
  sendJson(response, 200, { messages: threads.get(searchParams.get('session')) ?? [] });
}

/** The calls of the FactoryOps AI site. */
export const marketingSite = { 'POST /api/contact': contact, 'POST /api/chat': say, 'GET /api/chat': read };
