const MAX_BODY_BYTES = 64 * 1024;

export async function readText(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new RangeError('The body is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The fields of a submitted form. */
export const readForm = async (request) => new URLSearchParams(await readText(request));

export const isEmail = (text) => /^\S+@\S+\.\S+$/.test(text ?? '');

/** JSON that somebody sent, or undefined if it is none. */
export function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const readJson = async (request) => parseJson(await readText(request));

/**
 * Where a form leads that the browser has sent by itself, because the page's script was not there yet: to the page its action
 * names as `next`, or back. Undefined for what a script has asked.
 */
function pageAfter({ method, url, headers }, isDone) {
  if (method !== 'POST' || !headers.accept?.includes('text/html')) return undefined;
  const next = new URL(url, 'http://localhost').searchParams.get('next') ?? '';
  const from = headers.referer ?? 'http://localhost/';
  return new URL(isDone && /^[\w-]+\.html$/.test(next) ? next : from, from).pathname;
}

export function sendJson(response, status, value, headers) {
  const page = pageAfter(response.req, status < 400);
  if (page) {
    response.writeHead(303, { ...headers, Location: page });
    response.end();
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(value && JSON.stringify(value));
}

/** The value of a cookie that came with a request, or undefined. */
export function readCookie(request, name) {
  const pair = request.headers.cookie?.split('; ').find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** A `Set-Cookie` header for a cookie that no script can read. Without `maxAge` (seconds) it ends with the browser session. */
export const authCookie = (name, value, maxAge) =>
  `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`;
