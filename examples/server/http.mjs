const MAX_BODY_BYTES = 64 * 1024;

async function readText(request) {
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

export function sendJson(response, status, value, headers) {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(value));
}

/** The value of a cookie that came with a request, or undefined. */
export function readCookie(request, name) {
  const pair = request.headers.cookie?.split('; ').find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** A `Set-Cookie` header for a cookie that no script can read. Without `maxAge` (seconds) it ends with the browser session. */
export const authCookie = (name, value, maxAge) =>
  `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`;
