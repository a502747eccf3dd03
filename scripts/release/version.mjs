// Makes a version of all changesets: the packages, whoever depends on them, the docs, CHANGELOG.md, package-lock.json.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPackages } from '../published-packages.mjs';
import { addVersion, itemOf } from './changelog.mjs';

const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });

const plan = join(mkdtempSync(join(tmpdir(), 'askfirst-')), 'plan.json');
run('npx', '--no-install', 'changeset', 'status', `--output=${plan}`);
const { changesets, releases } = JSON.parse(readFileSync(plan, 'utf8'));
const own = releases.find(({ name }) => name === 'askfirst');
if (!own) throw new Error('No changeset is about askfirst: there is no version to make.');
const items = changesets.map(itemOf);

run('npx', '--no-install', 'changeset', 'version');
writeFileSync('CHANGELOG.md', addVersion(readFileSync('CHANGELOG.md', 'utf8'), own.newVersion, items));
run('npm', 'install', '--package-lock-only', '--ignore-scripts');
// The docs name the version and the hashes of its files.
run('npm', 'run', 'build');
run('node', 'scripts/check-docs.mjs', '--write');
// The pull request quotes the packages' own copies.
run('npm', 'run', 'prepack', ...publishedPackages().map((folder) => `--workspace=${folder}`));
