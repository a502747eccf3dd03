import { expect, type Page } from '@playwright/test';
import { settle } from './probe.js';
import type { Server } from './server.mjs';

const TAGS = 'tags.example.net/';

/** Names asked of the tag server so far. */
export const asked = (server: Server) =>
  server
    .requests(TAGS)
    .map((url) => url.slice(TAGS.length))
    .sort();

/** Waits until just these have been asked for, and that nothing comes after. */
export async function expectAsked(page: Page, server: Server, names: string[]) {
  await expect.poll(() => asked(server)).toEqual([...names].sort());
  await settle(page);
  expect(asked(server)).toEqual([...names].sort());
}
