import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new-service.mjs', ...args], { cwd: root, encoding: 'utf8' });

test('new-service writes over no service that exists, and refuses what is no id', () => {
  expect(run('hotjar')).toMatchObject({ status: 1, stderr: expect.stringContaining('a service "hotjar" already') });
  for (const args of [[], ['Example Stats'], ['../x'], ['example-stats', '--protocol', '../x']])
    expect(run(...args)).toMatchObject({ status: 1, stdout: '' });
});
