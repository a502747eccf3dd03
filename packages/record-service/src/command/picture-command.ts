import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { findInDatabase, findInExport } from '../picture/find-event.js';
import { KeptError, keptIn } from '../picture/kept.js';
import { openEmbedded } from '../store/embedded.js';
import { openPostgres } from '../store/postgres.js';
import { EXIT, Misuse, type Output } from './output.js';
import type { ServeFlags } from './serve-command.js';

export interface KeepFlags extends Pick<ServeFlags, 'config' | 'data'> {
  readonly options?: string;
}

export interface PictureFlags extends Pick<ServeFlags, 'config' | 'data'> {
  readonly from?: string;
  readonly out?: string;
}

const folderOf = ({ config, data }: Pick<ServeFlags, 'config' | 'data'>) =>
  resolve(data ?? readConfig(config).data ?? 'askfirst-records');

/** Says what cannot be done in one sentence. */
async function told(output: Output, work: () => Promise<number> | number): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    output.complain(`${error.message}\n`);
    return EXIT.failed;
  }
}

/** Keeps the script files of a release, and the options of a site. @returns An exit code. */
export const keepCommand = (folder: string | undefined, flags: KeepFlags, output: Output): Promise<number> =>
  told(output, () => {
    if (!folder && !flags.options)
      throw new Misuse('Name the folder of script files of a release, or a file of options with --options.');
    const kept = keptIn(folderOf(flags));
    if (folder) output.print(`Build ${kept.keepBuild(folder)}\n`);
    if (flags.options) output.print(`Options ${kept.keepOptions(flags.options)}\n`);
    return EXIT.fine;
  });

async function find(hash: string, { from, ...flags }: PictureFlags) {
  if (from) return findInExport(from, hash);
  const url = process.env.DATABASE_URL;
  const database = url ? openPostgres(url) : await openEmbedded(join(folderOf(flags), 'database'));
  try {
    return await findInDatabase(database, hash);
  } finally {
    await database.close();
  }
}

/** Draws what the visitor of an event had before them. @returns An exit code. */
export const pictureCommand = (hash: string, flags: PictureFlags, output: Output): Promise<number> =>
  told(output, async () => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Misuse(`"${hash}" is no hash of an event: 64 digits from 0 to f.`);
    const found = await find(hash, flags);
    if (!found) throw new KeptError(`There is no event ${hash} in ${flags.from ?? 'the database'}.`);
    const { event } = found;
    if (!event.texts)
      throw new KeptError('The event has no hash of texts: nothing was shown, or version 0.1.0 sent it.');
    if (!event.build || !event.options)
      throw new KeptError(
        `The event does not name its ${event.build ? 'options: give them to sendRecords' : 'build'}, so that it cannot be drawn.`,
      );
    const kept = keptIn(folderOf(flags));
    const { draw } = await import('../picture/draw.js');
    const drawn = await draw({ ...found, build: kept.build(event.build), options: kept.options(event.options) });
    const file = resolve(flags.out ?? `${hash.slice(0, 12)}.png`);
    writeFileSync(file, drawn.picture);
    output.print(`${file}\n`);
    if (drawn.texts === event.texts) {
      output.print('Its texts are those that the visitor saw: their hash is that of the event.\n');
      return EXIT.fine;
    }
    output.complain(
      `Its texts are NOT those that the visitor saw: their hash is ${drawn.texts}, and that of the event ${event.texts}.\n`,
    );
    return EXIT.failed;
  });
