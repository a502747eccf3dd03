/**
 * Makes everything that a user gets, into `release/`: the npm packages, a zip for plain static hosting, the bill of materials and
 * what the changelog says. Without `--dry-run` it runs every test and publishes the packages, which is for CI only.
 *
 * @example npm run release -- --dry-run
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { publishedPackages } from './published-packages.mjs';
import { makeArchive } from './release/archive.mjs';
import { sectionOf } from './release/changelog.mjs';
import { makeBillOfMaterials } from './release/sbom.mjs';

const OUT = 'release';
const FOLDERS = publishedPackages();

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const isDryRun = values['dry-run'];
const output = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' }).trim();
const packages = FOLDERS.map((folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')));
const [{ version }] = packages;
const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version);

/** Why there can be no release, in one sentence. */
function reasonAgainst() {
  const { CI, NODE_AUTH_TOKEN, ACTIONS_ID_TOKEN_REQUEST_URL, GITHUB_REPOSITORY } = process.env;
  if (!isDryRun && !(CI && NODE_AUTH_TOKEN && ACTIONS_ID_TOKEN_REQUEST_URL))
    return 'Only CI publishes, with a token for npm (NODE_AUTH_TOKEN) and the permission to sign (id-token: write): run "npm run release -- --dry-run" here.';
  const other = packages.find((each) => each.version !== version);
  if (other)
    return `The packages have to be of one version, but ${packages[0].name} is ${version} and ${other.name} is ${other.version}.`;
  if (!notes) return `CHANGELOG.md says nothing about ${version}.`;
  const changed = output('git', 'status', '--porcelain');
  if (changed) return `A release is built from a commit, but these files are in none or differ from it:\n${changed}`;
  if (isDryRun) return undefined;
  // npm compares it with where the package was built, and refuses another.
  const unnamed = packages.find(({ repository }) => !repository?.url?.includes(GITHUB_REPOSITORY));
  if (unnamed)
    return `The repository of ${unnamed.name} in its package.json has to be ${GITHUB_REPOSITORY}, where it is built.`;
  return undefined;
}

function build() {
  // Nothing of an earlier commit stays.
  for (const folder of FOLDERS) rmSync(`${folder}/dist`, { recursive: true, force: true });
  execFileSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function makeFiles() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  const workspaces = FOLDERS.flatMap((folder) => ['-w', folder]);
  execFileSync('npm', ['pack', '--loglevel=error', `--pack-destination=${OUT}`, ...workspaces], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(`${OUT}/askfirst-${version}.zip`, makeArchive(version));
  const committed = new Date(output('git', 'log', '-1', '--format=%cI')).toISOString();
  writeFileSync(`${OUT}/askfirst-${version}.cdx.json`, makeBillOfMaterials(committed));
  writeFileSync(`${OUT}/NOTES.md`, `${notes}\n`);
}

/** Prints what there is, and writes the sums where a user can compare them. */
function list() {
  const files = readdirSync(OUT).map((name) => {
    const content = readFileSync(`${OUT}/${name}`);
    return { name, bytes: content.length, sum: createHash('sha256').update(content).digest('hex') };
  });
  for (const { name, bytes, sum } of files)
    console.log(`${name.padEnd(30)} ${String(bytes).padStart(8)} bytes  sha256 ${sum}`);
  writeFileSync(`${OUT}/SHA256SUMS`, files.map(({ name, sum }) => `${sum}  ${name}\n`).join(''));
}

/** Whether npm has this version already, so that a run that failed halfway can be repeated. */
function isPublished(name) {
  try {
    return String(execFileSync('npm', ['view', `${name}@${version}`, 'version'], { stdio: 'pipe' })).trim() === version;
  } catch {
    return false;
  }
}

function publish() {
  for (const { name } of packages) {
    if (isPublished(name)) console.log(`${name} ${version} is on npm already.`);
    else {
      const tarball = `./${OUT}/${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
      execFileSync('npm', ['publish', tarball, '--provenance', '--access=public'], { stdio: 'inherit' });
    }
  }
}

const reason = reasonAgainst();
if (reason) {
  console.error(reason);
  process.exitCode = 1;
} else {
  // Landings leave out what repeats a proof. A test that fails ends this here, and none sees the token.
  if (!isDryRun)
    execFileSync('npm', ['test', '--', '--whole'], {
      stdio: 'inherit',
      env: { ...process.env, NODE_AUTH_TOKEN: undefined },
    });
  build();
  makeFiles();
  list();
  if (!isDryRun) publish();
}
