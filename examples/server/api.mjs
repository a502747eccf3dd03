import { factorylm } from './factorylm.mjs';
import { sendJson } from './http.mjs';
import { mFactory } from './m-factory.mjs';
import { marketingSite } from './marketing-site.mjs';
import { ooretz } from './ooretz.mjs';
import { plantops } from './plantops.mjs';

const routes = { ...marketingSite, ...factorylm, ...ooretz, ...plantops, ...mFactory };

/** Answers the example sites' own server calls. */
export async function api(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const route = routes[`${request.method} ${pathname}`];
  if (!route) return sendJson(response, 404, { error: 'No such call.' });
  await route(request, response);
}
