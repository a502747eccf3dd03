import { expect, test } from 'vitest';
import { inTime } from '../src/witness/clock.js';
import { Moments } from '../src/witness/moments.js';
import type { WireHop } from '../src/witness/net-log-events.js';

const PAGE = 'https://www.shop.example/';
const works = async () => true;

test('a press is at the moment at which the browser heard it, before what it caused', async () => {
  const moments = new Moments();
  moments.heard({ at: Date.now() - 5_000, isTrusted: true });
  let heardAt = 0;
  await moments.press('accepted', PAGE, async () => {
    heardAt = Date.now() + 40.25;
    moments.heard({ at: heardAt, isTrusted: true });
    // The page clicks something else in turn.
    moments.heard({ at: heardAt + 1, isTrusted: false });
    await new Promise((done) => setTimeout(done, 80));
    return true;
  });
  expect(moments.all(0)).toEqual([{ at: Math.round(heardAt), act: 'accepted', url: PAGE }]);
});

test('of several tries the last one counts, and one that failed is no moment', async () => {
  const moments = new Moments();
  const heard: number[] = [];
  const hear = (isTrusted: boolean) => {
    heard.push(Date.now());
    moments.heard({ at: Date.now(), isTrusted });
  };
  const pause = () => new Promise((done) => setTimeout(done, 20));
  await moments.press('rejected', PAGE, async () => {
    hear(true);
    await pause();
    return false;
  });
  await moments.press('rejected', PAGE, async () => {
    await pause();
    hear(true);
    await pause();
    hear(true);
    return true;
  });
  expect(moments.all(0).map(({ at }) => at)).toEqual([heard[2]]);
});

test('an answer that no event told of is from when it was begun', async () => {
  const moments = new Moments();
  const before = Date.now();
  await moments.press('rejected', PAGE, works, { screenshot: 'a.jpg' });
  moments.mark('left', PAGE);
  const [rejected, left] = moments.all(0);
  expect(rejected).toMatchObject({ act: 'rejected', screenshot: 'a.jpg' });
  expect(rejected?.at).toBeGreaterThanOrEqual(before);
  expect(left?.at).toBeGreaterThanOrEqual(rejected?.at ?? Number.POSITIVE_INFINITY);
});

test('a log that says that something left before it was asked for is set right', () => {
  const hop = (url: string, at: number) => ({ url, method: 'GET', at }) as WireHop;
  const log = {
    hops: [hop(`${PAGE}a`, 970), hop(`${PAGE}b`, 1090), hop(`${PAGE}twice`, 100), hop(`${PAGE}twice`, 500)],
    cookies: [],
    preconnects: [{ url: 'https://tag.example/', at: 2_000 }],
  };
  const told = [hop(`${PAGE}a`, 1_000), hop(`${PAGE}b#x`, 1_100), hop(`${PAGE}twice`, 600)];
  const set = inTime(log, told);
  expect(set.hops.map(({ at }) => at)).toEqual([1_000, 1_120, 130, 530]);
  expect(set.preconnects[0]?.at).toBe(2_030);
  // Late is also what waits for a network that is slow.
  expect(inTime(log, [hop(`${PAGE}a`, 900)]).hops[0]?.at).toBe(970);
});
