/** What may be typed, and what it means. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import Value from 'typebox/value';
import { DEFAULT_STATES } from '../audit.js';
import { State } from '../model.js';
import { type AuditFlags, auditCommand } from './audit-command.js';
import { compareCommand } from './compare-command.js';
import { EXIT, Misuse, type Output } from './exit-codes.js';
import { verifyCommand } from './verify-command.js';

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(text);
}

function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (!number) throw new InvalidArgumentError('It has to be at least 1.');
  return number;
}

function states(text: string): State[] {
  return text.split(',').map((each) => {
    const state = each.trim();
    if (!Value.Check(State, state) || state === 'only:')
      throw new InvalidArgumentError(`There is no state "${state}". States: ${DEFAULT_STATES.join(', ')}.`);
    return state;
  });
}

function viewport(text: string): NonNullable<AuditFlags['viewport']> {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  if (!width || !height) throw new InvalidArgumentError('It has to be two numbers, such as 1280x800.');
  return { width: Number(width), height: Number(height) };
}

const EXIT_CODES = `
Exit codes: 0 every promise was kept in what was seen; 1 one is broken; 2 it could not be looked at; 3 wrong use.
Nothing is sent anywhere: the browser opens the site as a visitor would, submits no form, and stays on its host.`;

function programOf(output: Output, exit: (code: number) => void): Command {
  const program = new Command('askfirst-audit')
    .description('Opens a site as its visitors do, presses Reject, and reports what was sent and stored all the same.')
    .exitOverride()
    .configureOutput({ writeOut: output.print, writeErr: output.complain })
    .argument('<url>', 'the first page of the site')
    .option('--pages <number>', 'visit at most so many pages', atLeastOne, 10)
    .option('--depth <number>', 'follow links so far from the first page', wholeNumber, 3)
    .option('--states <list>', `what visitors do, of ${DEFAULT_STATES.join(', ')} (default: all)`, states)
    .option(
      '--promises <file>',
      'what the site promises, as JSON (default: nothing that is not necessary before a yes and after a no)',
    )
    .option('--html <file>', 'write the report as a page')
    .option('--json <file>', 'write the report as JSON')
    .option('--junit <file>', 'write it as JUnit XML')
    .option('--sarif <file>', 'write it as SARIF 2.1.0')
    .option('--evidence <folder>', 'write requests, storage and pictures with a chain of hashes')
    .option('--declaration <file>', 'write the services of an Askfirst configuration from what was seen')
    .option('--spec <file>', 'write a Playwright spec that keeps the site as it is')
    .option('--prepare <file>', 'module that signs in first: export default async (page) => { … }')
    .option('--storage-state <file>', 'cookies and storage to begin with, as Playwright saves them')
    .option('--quiet <ms>', 'wait so long after each act for what comes late (default: 8000)', wholeNumber)
    .option('--dwell <ms>', 'read so long after scrolling (default: 3000)', wholeNumber)
    .option('--timeout <ms>', 'give a page so long to answer (default: 30000)', atLeastOne)
    .option('--locale <tag>', 'language of the visitor (default: en-US)')
    .option('--viewport <width>x<height>', 'size of the window (default: 1280x800)', viewport)
    .option('--at-once <number>', 'browsers side by side (default: by processors and memory)', atLeastOne)
    .option('--no-screenshots', 'take no pictures')
    .option('--browser <path>', 'Chromium to use instead of the one that is found')
    .addOption(
      new Option('--browser-flag <flag>', 'further flag of Chromium; may be repeated').argParser(
        (flag: string, before: string[] | undefined) => [...(before ?? []), flag],
      ),
    )
    .addHelpText('after', EXIT_CODES)
    .action(async (url: string, flags: AuditFlags) => exit(await auditCommand(url, flags, output)));
  program
    .command('verify <folder>')
    .description('says whether evidence is as it was written')
    .option('--chain <link>', 'the last link that the audit printed')
    .action((folder: string, flags: { chain?: string }) => exit(verifyCommand(folder, flags, output)));
  program
    .command('compare <before> <after>')
    .description('says what is new, gone or earlier between two reports of --json')
    .option('--as-json', 'print it as JSON')
    .action((before: string, after: string, { asJson }: { asJson?: true }) =>
      exit(compareCommand(before, after, asJson ? { json: asJson } : {}, output)),
    );
  return program;
}

/**
 * Runs the command.
 *
 * @param args What stands behind `askfirst-audit`.
 * @returns The exit code, as the help says.
 * @example await run(['https://example.com', '--html', 'report.html'], output) // 0
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.wrongUse;
  try {
    await programOf(output, (given) => {
      code = given;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode ? EXIT.wrongUse : EXIT.kept;
    if (!(error instanceof Misuse)) throw error;
    output.complain(`${error.message}\n\naskfirst-audit --help says more.\n`);
    return EXIT.wrongUse;
  }
}
