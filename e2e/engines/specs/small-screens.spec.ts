import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Reading, reading } from '../../harness/lines.js';
import { expect, SITE, test } from '../harness/test.js';

/** A machine without Thai letters shows a box for each, which is wider. By weight: where the letters are. */
const LETTERS = {
  400: import.meta.resolve('@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff2'),
  600: import.meta.resolve('@fontsource/noto-sans-thai/files/noto-sans-thai-thai-600-normal.woff2'),
};
const FONT = `<style>${Object.keys(LETTERS)
  .map(
    (weight) =>
      `@font-face { font-family: Thai; font-weight: ${weight}; src: url(/thai-${weight}.woff2); unicode-range: U+0E00-0E7F }`,
  )
  .join('')} :root { --askfirst-font: Thai, system-ui, sans-serif }</style>`;

/** Whether the letters of a frame are there. It runs in the page. */
const hasFonts = (frame: number) => window.frames[frame]?.document.fonts.status === 'loaded';

const ALL = ['title', 'purposes', 'withdrawal', 'policy', 'answers', 'choose'];
/** Windows of these sizes, each a frame of one page, and what has to be read in it without scrolling. */
const FRAMES: { size: [number, number]; lang: string; layout: string; seen: string[]; dir?: string }[] = [
  ...['en', 'de', 'fr', 'es', 'th'].flatMap((lang) =>
    ['bar', 'card', 'modal'].map((layout) => ({ size: [390, 664] as [number, number], lang, layout, seen: ALL })),
  ),
  { size: [390, 664], lang: 'en', layout: 'bar', seen: ALL, dir: 'rtl' },
  { size: [390, 664], lang: 'de', layout: 'card', seen: ALL, dir: 'rtl' },
  { size: [320, 568], lang: 'de', layout: 'bar', seen: ALL },
  { size: [320, 568], lang: 'de', layout: 'card', seen: ALL },
  { size: [844, 390], lang: 'de', layout: 'bar', seen: ALL },
  { size: [640, 360], lang: 'fr', layout: 'card', seen: ['purposes', 'answers', 'choose'] },
  { size: [320, 256], lang: 'en', layout: 'bar', seen: ['title', 'purposes', 'answers', 'choose'] },
  { size: [320, 256], lang: 'de', layout: 'bar', seen: ['answers', 'choose'] },
  { size: [320, 256], lang: 'de', layout: 'modal', seen: ['answers', 'choose'] },
  { size: [320, 256], lang: 'th', layout: 'bar', seen: ['answers', 'choose'] },
];

test('on small screens what the law wants read is in sight, no line is cut, and the answers stay where they are', async ({
  tab,
  put,
  server,
}) => {
  for (const [weight, file] of Object.entries(LETTERS))
    server.reply(`/thai-${weight}.woff2`, { body: readFileSync(fileURLToPath(file)), type: 'font/woff2' });
  for (const [index, { lang, layout, dir }] of FRAMES.entries())
    put(`/${index}/`, {
      lang,
      head: lang === 'th' ? FONT : '',
      attributes: `data-categories="functional analytics marketing" data-controller="Beispielbetriebe e. V." data-policy-url="/privacy/" data-layout="${layout}"`,
      body: `<main><h1>A page</h1>${dir ? '<p id="right">From right to left</p>' : ''}</main>`,
    });
  const frames = FRAMES.map(
    ({ size: [width, height] }, index) =>
      `<iframe src="/${index}/" width="${width}" height="${height}" title="${index}"></iframe>`,
  );
  server.page('/', `<!doctype html><title>Windows</title><link rel="icon" href="data:,">${frames.join('')}`);
  await tab.open(`${SITE}/`);
  const problems: Record<string, unknown> = {};
  for (const [index, { size, lang, layout, seen, dir = '' }] of FRAMES.entries()) {
    await expect.poll(() => tab.evaluate(reading, index), { timeout: 15_000 }).not.toBeNull();
    await expect.poll(() => tab.evaluate(hasFonts, index)).toBe(true);
    if (dir)
      await tab.evaluate((frame) => {
        const host = window.frames[frame]?.document.querySelector('askfirst-ui') as HTMLElement;
        host.dir = 'rtl';
      }, index);
    const found = (await tab.evaluate(reading, index)) as Reading;
    const hidden = seen.filter((thing) => !found.seen.includes(thing));
    const isGood = !hidden.length && !found.cut.length && !found.broken.length && found.equal > 0.9 && found.rest >= 20;
    if (!isGood) problems[`${lang} ${layout} ${size.join(' × ')} ${dir}`] = { ...found, hidden };
  }
  expect(problems).toEqual({});
});
