import { parseArgs } from 'node:util';
import { declare } from './declare.js';
import { migrate } from './migrate.js';
import { Misuse, type Output } from './output.js';

const HELP = `askfirst: what a site declares, and how it moves here. Nothing is sent anywhere.

  askfirst declaration <options.json> [--format md|html] [--lang <code>] [--out <file> | --check <file>]
      The list of services that <consent-declaration> shows, from the options of the site.
      --format   md or html (default: md)
      --lang     language of the texts, such as de or pt-BR (default: ui.lang of the options, else en)
      --out      write it to a file
      --check    fail if the file is not what would be written

  askfirst migrate <folder or saved page>
      Names the consent tool and the vendors that the pages use, and prints the options for Askfirst,
      with what a person still has to decide. Writes nothing.

Exit codes: 0 done; 1 the file differs, the options are wrong, or nothing was found; 2 wrong use.
`;

/**
 * Runs the command.
 *
 * @param args What stands behind `askfirst`.
 * @returns The exit code: 0, 1 or 2, as the help says.
 * @example await run(['declaration', 'options.json'], output) // 0
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        format: { type: 'string' },
        lang: { type: 'string' },
        out: { type: 'string' },
        check: { type: 'string' },
      },
    });
    const [command, path, ...more] = positionals;
    if (values.help || !command) {
      output.print(HELP);
      return values.help ? 0 : 2;
    }
    if (command !== 'declaration' && command !== 'migrate')
      throw new Misuse(`There is no command "${command}". Commands: declaration, migrate.`);
    if (!path || more[0])
      throw new Misuse(
        command === 'migrate'
          ? 'Name one folder or one saved page: askfirst migrate ./public'
          : 'Name one file with the options of the site: askfirst declaration options.json',
      );
    if (command === 'declaration') return await declare(path, values, output);
    if (values.format || values.lang || values.out || values.check)
      throw new Misuse('migrate takes no options: it only prints.');
    return await migrate(path, output);
  } catch (error) {
    const isMisuse = error instanceof Misuse || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!isMisuse) throw error;
    output.complain(`${(error as Error).message}\n\naskfirst --help says more.\n`);
    return 2;
  }
}
