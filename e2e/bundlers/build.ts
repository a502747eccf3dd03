import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Server } from '../harness/test.js';
import { WORK } from './install.js';

const require = createRequire(import.meta.url);

/** Path of a package's own command line. */
export function commandOf(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), bin[name] ?? bin.tsc);
}

/** A test runner's NODE_ENV is none of a bundler's business. */
export const env = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' };

/** Runs a package's own command line in a folder, and gives what it printed. */
export async function cli(cwd: string, name: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [commandOf(name), ...args], { cwd, env });
  return stdout;
}

/** Folder of an app beside the installed packages, where it finds those and not the workspace's. */
export const folderOf = (app: string) => join(WORK, 'apps', app);

/** The plain app once more, for one bundler. */
function plainFor(bundler: string): string {
  cpSync(folderOf('plain'), folderOf(bundler), { recursive: true });
  return folderOf(bundler);
}

export interface Built {
  /** Folder with everything a server has to serve. */
  out: string;
  /** Path of the page's script in it; bundlers that write the page themselves need none. */
  entry?: string;
}

/** Each bundler as its documentation starts, with nothing that is said about Askfirst. */
export const bundlers: Record<string, () => Promise<Built>> = {
  async vite() {
    const folder = plainFor('vite');
    await cli(folder, 'vite', 'build', '--logLevel', 'warn');
    return { out: join(folder, 'dist') };
  },
  async 'vite with a base'() {
    const folder = plainFor('vite-base');
    await cli(folder, 'vite', 'build', '--base', './', '--logLevel', 'warn');
    return { out: join(folder, 'dist') };
  },
  async webpack() {
    const folder = plainFor('webpack');
    await cli(folder, 'webpack-cli', '--mode', 'production', '--entry', './main.js');
    return { out: join(folder, 'dist'), entry: 'main.js' };
  },
  async esbuild() {
    const folder = plainFor('esbuild');
    const outdir = join(folder, 'dist');
    const output = { bundle: true, minify: true, format: 'esm', splitting: true, outdir } as const;
    await build({ entryPoints: [join(folder, 'main.js')], ...output });
    return { out: outdir, entry: 'main.js' };
  },
  async rollup() {
    const folder = plainFor('rollup');
    await cli(folder, 'rollup', 'main.js', '-d', 'dist', '-p', 'node-resolve', '--silent');
    return { out: join(folder, 'dist'), entry: 'main.js' };
  },
};

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Puts what was built on the site, in a folder such as `/` or `/shop/`. */
export function serve(server: Server, { out, entry }: Built, at: string): void {
  if (entry) {
    const page = readFileSync(join(folderOf('plain'), 'index.html'), 'utf8');
    writeFileSync(join(out, 'index.html'), page.replace('/main.js', `${at}${entry}`));
  }
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(file)];
    const path = file === 'index.html' ? '' : file;
    if (type) server.reply(at + path, { type, body: readFileSync(join(out, file)) });
  }
}
