import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import Value from 'typebox/value';
import { Config, Limits, SiteConfig } from './config.js';

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
          `${file}: "${origin}" of the site "${site}" is no origin as browsers send it. Write "${likely(origin)}".`,
        );
}

/** What the owner may have meant: "null" is the origin of an address that is not one of the web. */
function likely(origin: string): string {
  const meant = URL.canParse(origin) ? new URL(origin).origin : 'null';
  return meant === 'null' ? 'https://shop.example' : meant;
}

/** Ranges that have a name: https://www.npmjs.com/package/@fastify/proxy-addr */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function checkProxies({ trustProxy }: Config, file: string): void {
  for (const entry of trustProxy?.split(',') ?? []) {
    const name = entry.trim();
    const [address = '', range = '0', ...more] = name.split('/');
    if (NAMED_RANGES.includes(name) || (isIP(address) && (/^\d{1,3}$/.test(range) || isIP(range)) && !more[0]))
      continue;
    throw new ConfigError(
      `${file}: trustProxy: "${name}" is no address. Write those of your proxies, such as "127.0.0.1" or "10.0.0.0/8, fd00::/8".`,
    );
  }
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

/** The first mistake. A name that is misspelt comes before the one that is missing for it. */
function mistakeIn(value: unknown): string {
  const errors = Value.Errors(Config, value);
  for (const { keyword, instancePath: where, params } of errors) {
    if (keyword !== 'additionalProperties') continue;
    const [name] = params.additionalProperties;
    if (where === '/sites')
      return `/sites/${name} is no name of a site: up to 63 small letters, digits and hyphens, as it stands in addresses.`;
    const { properties } = where === '' ? Config : where === '/limits' ? Limits : SiteConfig;
    return `${where}/${name} is unknown. Known are ${Object.keys(properties).join(', ')}.`;
  }
  const [error] = errors;
  return `${error?.instancePath || 'the whole'} ${error?.message}. schema/config.json of @askfirst/record-service says what may stand there.`;
}

/**
 * Checks a configuration.
 *
 * @param file Names it in messages.
 * @throws ConfigError
 */
export function checkConfig(value: unknown, file: string): Config {
  if (!Value.Check(Config, value)) throw new ConfigError(`${file}: ${mistakeIn(value)}`);
  checkOrigins(value, file);
  checkProxies(value, file);
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
