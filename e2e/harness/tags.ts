import { expect, type Page } from '@playwright/test';
import { settle } from './probe.js';
import type { Server } from './server.mjs';

const TAGS = 'tags.example.net/';

/** A held script. */
export const held = (attributes: string, text = '', category = 'analytics'): string =>
  `<script type="text/plain" data-consent="${category}" ${attributes}>${text}</script>`;

/** A held script from the tag server. */
export const heldFile = (name: string, attributes = '', category = 'analytics'): string =>
  held(`src="https://${TAGS}${name}" ${attributes}`, '', category);

/** A held inline script that notes its name. */
export const heldInline = (name: string, attributes = '', category = 'analytics'): string =>
  held(attributes, `(window.ran = window.ran || []).push('${name}');`, category);

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
