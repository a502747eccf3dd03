/** What the service makes for itself at its first start, and keeps beside the data where only its user may read it. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config/read-config.js';

/** A secret of the environment, or of a file that is made if there is none. */
function secretOf(fromEnvironment: string | undefined, folder: string, name: string, make: () => string): string {
  if (fromEnvironment) return fromEnvironment;
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, make(), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

const LEAST_CHARACTERS = 32;

/** The token that opens every site: `ASKFIRST_ADMIN_TOKEN`, or the file `admin-token`. */
export function adminTokenOf(env: NodeJS.ProcessEnv, folder: string): string {
  const token = secretOf(
    env.ASKFIRST_ADMIN_TOKEN,
    folder,
    'admin-token',
    () => `${randomBytes(32).toString('base64url')}\n`,
  );
  if (token.length < LEAST_CHARACTERS)
    throw new ConfigError(`ASKFIRST_ADMIN_TOKEN has ${token.length} characters: take at least ${LEAST_CHARACTERS}.`);
  return token;
}

/** The key that signs the root of each day: `ASKFIRST_SIGNING_KEY`, or the file `signing-key.pem`. Ed25519, PKCS #8 in PEM. */
export function signingKeyOf(env: NodeJS.ProcessEnv, folder: string): KeyObject {
  const pem = secretOf(env.ASKFIRST_SIGNING_KEY, folder, 'signing-key.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const mistake = new ConfigError(
    'ASKFIRST_SIGNING_KEY is no Ed25519 key. Make one with "openssl genpkey -algorithm ed25519", and give its text.',
  );
  let key: KeyObject;
  try {
    // Some hosts keep variables in one line.
    key = createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch {
    throw mistake;
  }
  if (key.asymmetricKeyType !== 'ed25519') throw mistake;
  return key;
}
