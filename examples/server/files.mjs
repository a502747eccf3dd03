import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

const found = (path) => stat(path).catch(() => undefined);

/** The file a path means, the folder it is in, and whether the path lacks the slash of a folder. */
async function locate(mounts, pathname) {
  // `/view` has to become `/view/` before relative links work.
  const unfinished = mounts.some(([path]) => path === `${pathname}/`);
  const [path, folder] = mounts.find(([path]) => pathname.startsWith(path));
  const target = resolve(folder, `.${sep}${pathname.slice(path.length)}`);
  if (!`${target}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)) return { folder };
  const file = pathname.endsWith('/') ? join(target, 'index.html') : target;
  return { folder, unfinished, file: (await found(file))?.isFile() ? file : undefined };
}

/** Serves the files of some folders, never anything outside them. */
export function createFiles(mounts, editPage) {
  return async (request, response) => {
    const reply = (status, headers, body) => {
      response.writeHead(status, { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405, { Allow: 'GET, HEAD' });

    const { pathname, search } = new URL(request.url, 'http://localhost');
    const { folder, unfinished, file } = await locate(mounts, decodeURIComponent(pathname));
    if (unfinished) return reply(308, { Location: `${pathname}/${search}` });

    const served = file ?? join(folder, '404.html');
    if (!file && !(await found(served))) return reply(404, { 'Content-Type': 'text/plain' }, 'Not found');
    const type = TYPES[extname(served)] ?? 'application/octet-stream';
    let body = await readFile(served);
    if (editPage && extname(served) === '.html') body = Buffer.from(editPage(body.toString(), request, response));

    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = { 'Content-Type': type, 'Content-Length': body.length, ETag: etag };
    // The viewer's worker stands in for third parties on the pages of every example.
    if (served.endsWith('worker.js')) headers['Service-Worker-Allowed'] = '/';
    if (!file) return reply(404, headers, body);
    if (request.headers['if-none-match'] === etag) return reply(304, { ETag: etag });
    reply(200, headers, body);
  };
}
