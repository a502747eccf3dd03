/** What is kept to draw a question again years later: the script files of a release, and the options of a site, each by its hash. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, hashOf, optionsHash } from 'askfirst/records';

/** What cannot be kept, or is not there; its message says what to do. */
export class KeptError extends Error {
  override readonly name = 'KeptError';
}

/** Not a part of the hash that names a build, because it carries that hash. */
const CARRIES_HASH = 'askfirst-records.js';

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new KeptError(`${file} cannot be read: ${(error as Error).message}.`);
  }
};

/** The hash that names the build in a folder of script files, once each file is what `sri.json` says. */
export function buildOf(folder: string): string {
  if (!existsSync(join(folder, 'sri.json')))
    throw new KeptError(
      `${folder} has no sri.json. Give the folder of script files of a release with all its files, such as node_modules/askfirst/dist/script.`,
    );
  const { build } = parsed(join(folder, 'build.json')) as { build: string };
  const integrity = parsed(join(folder, 'sri.json')) as Record<string, string>;
  for (const [file, wanted] of Object.entries(integrity)) {
    const [algorithm = '', hash] = wanted.split(/-(.*)/s);
    const path = join(folder, file);
    if (!existsSync(path) || createHash(algorithm).update(readFileSync(path)).digest('base64') !== hash)
      throw new KeptError(`${path} is not the file of the release. Copy the folder of the release again.`);
  }
  const { [CARRIES_HASH]: _, ...named } = integrity;
  if (hashOf(named) !== build)
    throw new KeptError(`${join(folder, 'build.json')} names another build. Copy the folder of the release again.`);
  return build;
}

const HASH = /^[0-9a-f]{64}$/;

/** The folder of kept builds and options, beside the data. */
export function keptIn(data: string) {
  const place = (kind: 'builds' | 'options', hash: string) => {
    if (!HASH.test(hash)) throw new KeptError(`"${hash}" is no hash.`);
    return join(data, 'kept', kind, kind === 'options' ? `${hash}.json` : hash);
  };
  return {
    /** Keeps the script files of a release. @returns The hash of the build. */
    keepBuild(folder: string): string {
      const build = buildOf(folder);
      const to = place('builds', build);
      mkdirSync(to, { recursive: true });
      for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile()))
        copyFileSync(join(folder, name), join(to, name));
      return build;
    },
    /** Keeps the options of a site, as JSON. @returns Their hash. */
    keepOptions(file: string): string {
      const options = parsed(file) as Parameters<typeof optionsHash>[0];
      const hash = optionsHash(options);
      mkdirSync(join(data, 'kept', 'options'), { recursive: true });
      writeFileSync(place('options', hash), canonicalJson(options) as string);
      return hash;
    },
    /** The folder of a build that was kept; it is checked again. */
    build(hash: string): string {
      const folder = place('builds', hash);
      if (!existsSync(folder))
        throw new KeptError(`The build ${hash} is not kept. Keep it: record-service keep <folder of its script files>`);
      if (buildOf(folder) !== hash) throw new KeptError(`${folder} has another build than its name says.`);
      return folder;
    },
    options(hash: string): Record<string, unknown> {
      const file = place('options', hash);
      if (!existsSync(file))
        throw new KeptError(`The options ${hash} are not kept. Keep them: record-service keep --options <file>`);
      const options = parsed(file) as Record<string, unknown>;
      if (optionsHash(options) !== hash) throw new KeptError(`${file} has other options than its name says.`);
      return options;
    },
  };
}
