import { sendJson } from './http.mjs';

/**
 * Cookies that came with a request, by name: the viewer cannot see those that no script may read. `DELETE` ends them all.
 */
export function panelCookies(request, response) {
  const names = (request.headers.cookie ?? '')
    .split('; ')
    .filter(Boolean)
    .map((pair) => pair.split('=')[0]);
  const ends = request.method === 'DELETE' ? names.map((name) => `${name}=; Path=/; Max-Age=0`) : [];
  sendJson(response, 200, names, { 'Set-Cookie': ends });
}
