import { pathToFileURL } from 'node:url';
import { startBrowser } from '../browser/index.js';
import { browserOptions, DEFAULTS, type Prepare, type VisitOptions } from '../page/options.js';

/**
 * Signs in by the owner's script, in a browser of its own, and hands back what is stored then: visits begin with it.
 *
 * @param file Module whose default export gets a page and signs in there.
 * @throws Error with one sentence, if the module has no such function or the function throws.
 * @example
 * // login.mjs
 * export default async (page) => {
 *   await page.goto('https://example.com/login');
 *   await page.getByLabel('Password').fill(process.env.PASSWORD);
 *   await page.getByRole('button', { name: 'Sign in' }).click();
 * };
 */
export async function prepareState(
  file: string,
  options: VisitOptions = {},
): Promise<NonNullable<VisitOptions['storageState']>> {
  const { default: prepare } = (await import(pathToFileURL(file).href)) as { default?: Prepare };
  if (typeof prepare !== 'function')
    throw new Error(`${file} has no default export that is a function: export default async (page) => { … }.`);
  const started = await startBrowser(browserOptions({ ...DEFAULTS, ...options }));
  try {
    await prepare(started.context.pages()[0] ?? (await started.context.newPage()));
    return await started.context.storageState({ indexedDB: true });
  } catch (error) {
    throw new Error(`${file} could not prepare the visits: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await started.close();
  }
}
