import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '../../src/store/lock-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'askfirst-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder belongs to one service at a time', async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`another process uses ${folder}`);
  unlock();
  (await lockFolder(folder))();
});
