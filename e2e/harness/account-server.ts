import type { Server } from './server.mjs';

/** An owner's own server: one account, its choice, and a version that a save has to name. */
export function accountServer(server: Server) {
  const state = {
    record: null as string | null,
    version: 0,
    /** Answers nothing but errors. */
    isDown: false,
    /** Says no version, as an endpoint of another origin does that exposes none. */
    hidesVersion: false,
    /** Finds every version wrong. */
    refusesSaves: false,
    /** Names its versions as weak, and knows none of them again. */
    isWeak: false,
    saves: [] as { choices: Record<string, { granted: boolean; at: string; until: string }> }[],
    /** Runs once, right before the next save: another device. */
    meanwhile: undefined as ((state: { record: string | null; version: number }) => void) | undefined,
  };
  server.mount(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const answer = (status: number, text = '') =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(state.record && !state.hidesVersion && { etag: `${state.isWeak ? 'W/' : ''}"${state.version}"` }),
        })
        .end(text);
    if (request.url !== '/api/consent') return answer(404);
    if (state.isDown) return answer(500);
    if (request.method === 'GET') return state.record ? answer(200, state.record) : answer(204);
    state.meanwhile?.(state);
    state.meanwhile = undefined;
    const isRight = state.record
      ? request.headers['if-match'] === `"${state.version}"`
      : request.headers['if-none-match'] === '*';
    if (!isRight || state.refusesSaves) return answer(412);
    state.record = body;
    state.version += 1;
    state.saves.push(JSON.parse(body));
    return answer(204);
  });
  return state;
}
