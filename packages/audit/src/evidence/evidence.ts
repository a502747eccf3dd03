/** Writes what an audit saw so that it can be shown later that nothing was changed since. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { LongReport, Visit } from '../model.js';
import { jsonParts } from '../report/json.js';
import { writeParts } from '../write-parts.js';
import { harOf } from './har.js';
import { link, MANIFEST } from './manifest.js';

export interface Evidence {
  /** @param name Path within the folder, with `/`. */
  add(name: string, content: string | Uint8Array): void;
  /**
   * One visit: its requests as HAR, what was stored, all that was seen, and its pictures.
   *
   * @param pictures The folder that the names of its pictures are in.
   */
  addVisit(visit: Visit, pictures?: string): void;
  /**
   * The report and the plan, and the end of the list.
   *
   * @returns The last link of the chain: who keeps it elsewhere can show that the whole folder is of that day.
   */
  close(report: LongReport): string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * @param folder Made if it is not there.
 * @throws Error if there is something in it already.
 */
export function openEvidence(folder: string): Evidence {
  if (existsSync(folder) && readdirSync(folder).length)
    throw new Error(`Evidence is written into an empty folder, and ${folder} is not: name another one.`);
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, MANIFEST);
  writeFileSync(manifest, '');
  let chain = '';
  let files = 0;
  let visits = 0;

  const addParts = (name: string, parts: Iterable<string | Uint8Array>) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const { size, sha256 } = writeParts(path, parts);
    const said = { name, size, sha256, at: new Date().toISOString() };
    chain = link(chain, said);
    appendFileSync(manifest, `${JSON.stringify({ ...said, chain })}\n`);
    files++;
  };
  const add: Evidence['add'] = (name, content) => addParts(name, [content]);

  return {
    add,
    addVisit(visit, pictures) {
      const own = `visits/${String(++visits).padStart(4, '0')}-${visit.state.replace(/[^a-z0-9]+/gi, '-')}`;
      add(`${own}/requests.har`, json(harOf(visit)));
      add(`${own}/storage.json`, json({ cookies: visit.cookies, storage: visit.storage }));
      add(`${own}/visit.json`, json(visit));
      for (const { screenshot } of visit.moments)
        if (screenshot && pictures && existsSync(join(pictures, screenshot)))
          add(`${own}/${basename(screenshot)}`, new Uint8Array(readFileSync(join(pictures, screenshot))));
    },
    close(report) {
      const { tool, browser, startedAt, endedAt, plan, site, isPartial } = report;
      add('plan.json', json({ site, ...plan }));
      add(
        'run.json',
        json({
          tool,
          browser,
          node: process.version,
          system: `${platform()} ${release()} ${arch()}`,
          startedAt,
          endedAt,
          isPartial,
        }),
      );
      addParts('report.json', jsonParts(report));
      const said = { end: files };
      chain = link(chain, said);
      appendFileSync(manifest, `${JSON.stringify({ ...said, chain })}\n`);
      return chain;
    },
  };
}
