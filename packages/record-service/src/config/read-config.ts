import { existsSync, readFileSync } from 'node:fs';
import Value from 'typebox/value';
import { Config } from './config.js';

/** What the person who wrote the configuration has to change; its message says what. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The file that is read if none is named. */
export const CONFIG_FILE = 'record-service.json';

const LOOPBACK = 'loopback';

function checkOrigins(config: Config, file: string): void {
  for (const [site, { origins }] of Object.entries(config.sites ?? {}))
    for (const origin of origins)
      if (origin !== LOOPBACK && !(URL.canParse(origin) && new URL(origin).origin === origin))
        throw new ConfigError(
          `${file}: "${origin}" of the site "${site}" is no origin. Write scheme and host, without a path, such as https://shop.example.`,
        );
}

/** A token names no site: it is its secret that says for which one it counts. */
function checkSecrets({ sites = {} }: Config, file: string): void {
  for (const key of ['secret', 'adminToken'] as const) {
    const owners = new Map<string, string>();
    for (const [site, { [key]: value }] of Object.entries(sites)) {
      if (value === undefined) continue;
      const other = owners.get(value);
      if (other !== undefined)
        throw new ConfigError(
          `${file}: the sites "${other}" and "${site}" have the same "${key}", which would open one with what is for the other. Give each its own.`,
        );
      owners.set(value, site);
    }
  }
}

/**
 * Checks a configuration.
 *
 * @param file Names it in messages.
 * @throws ConfigError
 */
export function checkConfig(value: unknown, file: string): Config {
  if (!Value.Check(Config, value)) {
    const [error] = Value.Errors(Config, value);
    const where = error?.instancePath || 'the whole';
    // What the schema does not know has the schema "false".
    const what = error?.message === 'schema is false' ? 'is unknown' : error?.message;
    throw new ConfigError(`${file}: ${where} ${what}. schema/config.json says what may stand there.`);
  }
  checkOrigins(value, file);
  checkSecrets(value, file);
  return value;
}

/**
 * Reads the configuration; an empty one if no file is named and there is none.
 *
 * @throws ConfigError
 */
export function readConfig(named?: string): Config {
  const file = named ?? CONFIG_FILE;
  if (!existsSync(file)) {
    if (named) throw new ConfigError(`There is no file ${file}.`);
    return {};
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigError(`${file} is no JSON: ${(error as Error).message}`);
  }
  return checkConfig(value, file);
}

/** Whether pages of an origin may send to a site. */
export function mayOriginSend(origins: readonly string[], origin: string): boolean {
  if (origins.includes(origin)) return true;
  if (!origins.includes(LOOPBACK) || !URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}
