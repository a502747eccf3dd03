import type { Export } from './export.js';

const line = (type: string, value: object) => `${JSON.stringify({ type, ...value })}\n`;

/** One JSON object a line, of which `type` says what it is: `site`, then each `root`, then each `chain`. */
export async function* toJsonLines({ site, roots, chains }: Export): AsyncGenerator<string> {
  yield line('site', site);
  for (const root of roots) yield line('root', root);
  for await (const chain of chains) yield line('chain', chain);
}

/** One JSON object: `format`, `site`, `exportedAt`, `roots`, `chains`. */
export async function* toJson({ site, roots, chains }: Export): AsyncGenerator<string> {
  yield `${JSON.stringify({ ...site, roots }).slice(0, -1)},"chains":[`;
  let separator = '\n';
  for await (const chain of chains) {
    yield separator + JSON.stringify(chain);
    separator = ',\n';
  }
  yield '\n]}\n';
}
