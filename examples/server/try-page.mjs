import { readFile } from 'node:fs/promises';
import { readForm } from '../snippet/read-form.js';
import { askedCategories, writeFastPath, writeFrame, writeOneLine } from '../snippet/write-snippet.js';
import { scripts } from './folders.mjs';

const read = (file) => readFile(file, 'utf8');

/**
 * A page that carries the snippet a visitor of "Write my snippet" has put together, with this server's own files and on its own host.
 *
 * @param {URLSearchParams} form
 * @returns {Promise<string>} HTML
 */
export async function tryPage(form) {
  const [page, head, sri] = await Promise.all([
    read(new URL('../snippet/try.html', import.meta.url)),
    read(`${scripts}/head.js`),
    read(`${scripts}/sri.json`),
  ]);
  const choices = { ...readForm(form), folder: '/askfirst', cookieDomain: '', nonce: false };
  const integrity = JSON.parse(sri)['askfirst.js'];
  const snippet =
    form.get('install') === 'fast-path' ? writeFastPath(choices, integrity, head) : writeOneLine(choices, integrity);
  const tags = askedCategories(choices).map(
    (key) => `<template data-consent="${key}"><p>Released: ${key}</p></template>`,
  );
  if (choices.frame.address) tags.push(writeFrame(choices));
  return page.replace('<!-- snippet -->', () => snippet).replace('<!-- tags -->', () => tags.join('\n      '));
}
