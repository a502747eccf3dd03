/** What may be typed, and what it means. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config/read-config.js';
import { Hindrance, reasonOf, sentenceFor } from './hindrance.js';
import { EXIT, Misuse, type Output } from './output.js';
import { type KeepFlags, keepCommand, type PictureFlags, pictureCommand } from './picture-command.js';
import { type ServeFlags, serveCommand } from './serve-command.js';
import { type VerifyFlags, verifyCommand } from './verify-command.js';

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It has to be a number from 0 to 65535.');
  return port;
}

/** 32 bytes in base64url, as roots name it. */
function keysOf(key: string, before: readonly string[] = []): string[] {
  if (!/^[\w-]{43}$/.test(key))
    throw new InvalidArgumentError('It is no public key: copy "publicKey" of a root, 43 characters.');
  return [...before, key];
}

const EXIT_CODES = `
Exit codes: 0 fine; 1 it could not start, or what was verified is not as it was written; 3 wrong use.`;

function programOf(output: Output, exit: (code: number) => void): Command {
  const program = new Command('record-service')
    .description('Receives consent records and keeps them: in the PostgreSQL of DATABASE_URL, or embedded in a folder.')
    .version(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version)
    .exitOverride()
    .configureOutput({ writeOut: output.print, writeErr: output.complain })
    .option('--config <file>', 'the configuration (default: record-service.json, if there is one)')
    .option('--host <name>', 'where it listens (default: 127.0.0.1)')
    .option('--port <number>', 'where it listens (default: 4180)', portOf)
    .option('--data <folder>', 'where the embedded database and the keys lie (default: askfirst-records)')
    .addHelpText('after', EXIT_CODES)
    .action(async (flags: ServeFlags) => exit(await serveCommand(flags, output)));
  program
    .command('verify <file>')
    .description('says whether an export, JSON or JSONL, is as it was written; it asks nobody')
    .option('--key <key>', 'a public key that may have signed the days; may be repeated', keysOf)
    .option('--roots <file>', 'roots that were published earlier: answers of /v1/<site>/roots, as JSON or JSON lines')
    .action(async (file: string, flags: VerifyFlags) => exit(await verifyCommand(file, flags, output)));
  // Flags of the service are those of its commands, too.
  const withData = (flags: object) => ({ ...program.opts(), ...flags });
  program
    .command('keep [folder]')
    .description('keeps the script files of a release, and options, so that what was shown can be drawn years later')
    .option('--options <file>', 'options of the site, as JSON')
    .configureHelp({ showGlobalOptions: true })
    .action(async (folder: string | undefined, flags: KeepFlags) =>
      exit(await keepCommand(folder, withData(flags), output)),
    );
  program
    .command('picture <hash>')
    .description('draws what the visitor of an event had before them, and compares its texts with the event')
    .option('--from <export>', 'an export, JSON or JSONL (default: the database)')
    .option('--out <file>', 'the picture, PNG (default: the beginning of the hash)')
    .configureHelp({ showGlobalOptions: true })
    .action(async (hash: string, flags: PictureFlags) => exit(await pictureCommand(hash, withData(flags), output)));
  return program;
}

/**
 * Runs the command.
 *
 * @param args What stands behind `record-service`.
 * @returns The exit code.
 * @example await run(['--port', '8080'], output) // 0, once it was told to end
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.wrongUse;
  try {
    await programOf(output, (given) => {
      code = given;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode ? EXIT.wrongUse : EXIT.fine;
    if (error instanceof Misuse || error instanceof ConfigError) {
      output.complain(`${error.message}\n`);
      return EXIT.wrongUse;
    }
    const sentence = error instanceof Hindrance ? error.message : sentenceFor(error);
    output.complain(`${sentence ?? `The record service could not go on: ${reasonOf(error)}`}\n`);
    return EXIT.failed;
  }
}
