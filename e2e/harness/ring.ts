import type { Page } from '@playwright/test';

/** What has the focus, and how much of a ring it has on its weakest side: 1 is a whole line of two pixels. */
export interface Ring {
  name: string;
  weakest: number;
}

/** Room around an element in which its ring is looked for, in CSS pixels. */
const ROOM = 8;

/** The element with the focus, through all shadow roots: null is the page itself. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    const name = element.textContent?.trim() || element.getAttribute('name') || element.localName;
    return { name: `${element.localName} ${name}`, host: root.host?.localName, x, y, width, height };
  });

const blur = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    (element as HTMLElement).blur();
  });

/**
 * Compares two pictures of the same place. A pixel counts as ring if it changed by a contrast of 3 : 1 or more: what it
 * lies on is what was there before. Says for each side how much of its length has a line of two such pixels.
 */
const compare = (page: Page, pictures: string[], inner: { x: number; y: number; width: number; height: number }) =>
  page.evaluate(
    async ([pictures, inner, room]) => {
      const [before, after] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height) as ImageData;
        }),
      );
      if (!before || !after) throw new Error('no pictures');
      const luminance = ({ data }: ImageData, at: number) => {
        const [red, green, blue] = [0, 1, 2].map((channel) => {
          const value = (data[at + channel] as number) / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        }) as [number, number, number];
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const isRing = (x: number, y: number) => {
        const at = 4 * (Math.round(y) * before.width + Math.round(x));
        const one = luminance(before, at);
        const other = luminance(after, at);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3;
      };
      /** Along one side: the share of places where a ring of two pixels crosses the way out of the element. */
      const side = (length: number, point: (along: number, out: number) => [number, number]) => {
        const corner = Math.min(room, length / 4);
        let hits = 0;
        let places = 0;
        for (let along = corner; along <= length - corner; along += 1, places += 1) {
          let line = 0;
          for (let out = -2; out < room - 1; out += 1) if (isRing(...point(along, out))) line += 1;
          if (line >= 2) hits += 1;
        }
        return hits / places;
      };
      const { x, y, width, height } = inner;
      return Math.min(
        side(width, (along, out) => [x + along, y - 1 - out]),
        side(width, (along, out) => [x + along, y + height + out]),
        side(height, (along, out) => [x - 1 - out, y + along]),
        side(height, (along, out) => [x + width + out, y + along]),
      );
    },
    [pictures, inner, ROOM] as const,
  );

/** Presses Tab through everything of ours that takes the focus, from where the focus is, and looks at the ring of each. */
export async function rings(page: Page, hosts: readonly string[]): Promise<Ring[]> {
  const found: Ring[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const element = await focused(page);
    const name = element?.name ?? '';
    if (!element?.host || !hosts.includes(element.host)) {
      if (found.length) break;
      continue;
    }
    if (found.some((ring) => ring.name === name)) break;
    const clip = {
      x: Math.max(0, Math.floor(element.x) - ROOM),
      y: Math.max(0, Math.floor(element.y) - ROOM),
      width: Math.ceil(element.width) + 2 * ROOM + 1,
      height: Math.ceil(element.height) + 2 * ROOM + 1,
    };
    const shoot = async () => (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
    const after = await shoot();
    await blur(page);
    const before = await shoot();
    const inner = { x: element.x - clip.x, y: element.y - clip.y, width: element.width, height: element.height };
    found.push({ name, weakest: await compare(page, [before, after], inner) });
  }
  return found;
}
