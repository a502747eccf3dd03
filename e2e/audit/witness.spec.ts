import { type Finding, judge, type Promises, recognise, type Visit } from '@askfirst/audit';
import { expect, test } from '@playwright/test';
import { type Server, startServer } from '../harness/server.mjs';
import { CLEAN, LIES, serve } from './faults/fault.js';
import { promisedServices, storageFaults } from './faults/stored.js';
import { wireFaults } from './faults/wire.js';
import { look } from './harness/look.js';

// One visit for all faults and one for their twins.
test.describe.configure({ mode: 'default' });

let server: Server;
let lies: Visit;
let clean: Visit;
let findings: Finding[];
let looks: string[];

const promises = { services: promisedServices } as Promises;
const broken = (visit: Visit) => judge([recognise(visit)], promises).filter(({ result }) => result === 'broken');

/** What a page can find out about the witness without looking for it. Runs in the page. */
async function traces(): Promise<string[]> {
  const found: string[] = [];
  const check = (what: string, isAsEver: boolean) => isAsEver || found.push(what);
  const native = (call: unknown) => `${call}`.endsWith('{ [native code] }');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  check('document.cookie', native(cookie?.set) && cookie?.set?.name === 'set cookie' && !!cookie.configurable);
  check(
    'toDataURL',
    native(HTMLCanvasElement.prototype.toDataURL) && HTMLCanvasElement.prototype.toDataURL.length === 0,
  );
  check(
    'own names',
    Object.keys(window).every((name) => !/askfirst|audit|hook/i.test(name)),
  );
  document.cookie = 'basket=2; secure; max-age=60';
  check('a cookie is set', document.cookie.includes('basket=2'));
  localStorage.setItem('basket', '2');
  check('an entry is set', localStorage.basket === '2');
  try {
    Document.prototype.cookie = 'x';
    found.push('no error for a wrong receiver');
  } catch (error) {
    check('the error is the own one', error instanceof TypeError && !`${(error as Error).stack}`.includes('Reflect'));
  }
  let prepared = 0;
  Error.prepareStackTrace = () => `${++prepared}`;
  document.cookie = 'basket=3; secure; max-age=60';
  check('no stack is read', prepared === 0);
  Error.prepareStackTrace = undefined;
  check('webdriver', !navigator.webdriver && !/headless/i.test(navigator.userAgent));
  return found;
}

test.beforeAll(async () => {
  server = await startServer();
  serve(server, [...wireFaults, ...storageFaults]);
  [lies, clean] = await Promise.all([
    look(server, LIES),
    look(server, CLEAN, async (page) => (looks = await page.evaluate(traces))),
  ]);
  findings = broken(lies);
});

test.afterAll(() => server.close());

for (const { name, subject, promise = 'nothing-before-choice', cause } of [...wireFaults, ...storageFaults]) {
  test(`finds ${name}`, () => {
    const found = findings.filter(
      (finding) => finding.promise === promise && ` ${finding.says}`.includes(` ${subject} `),
    );
    expect(found, findings.map(({ says }) => says).join('\n')).toHaveLength(1);
    expect(found[0]?.page).toBe(LIES);
    if (cause) expect(found[0]?.causes?.map(({ kind }) => kind)).toContain(cause);
  });
}

test('does not blame the clean twins', () => {
  expect(broken(clean)).toEqual([]);
  // They did do what they did.
  for (const path of [
    '/own.js',
    '/stock',
    '/stock?installed',
    '/stock?shared',
    '/bye',
    '/live',
    '/pixel.gif',
    '/metrics/collect?v=2',
  ]) {
    expect(clean.requests.map(({ url }) => url.replace(/^\w+:\/\/[^/]+/, ''))).toContain(path);
  }
  expect(clean.storage.map(({ key }) => key).sort()).toEqual(['basket', 'catalogue', 'offline', 'step']);
  // One by each of two interfaces, which differ in the path that they choose.
  expect(clean.cookies.map(({ name }) => name).sort()).toEqual(['basket', 'basket', 'embedded', 'language', 'login']);
});

test('sees every request that the server got, and no other', () => {
  const told = [...lies.requests, ...clean.requests]
    // The server speaks neither QUIC nor STUN.
    .filter(({ fromCache, type }) => !fromCache && !['webtransport', 'webrtc'].includes(type))
    .map(({ url }) => new URL(url).host + new URL(url).pathname + new URL(url).search);
  expect(told.sort()).toEqual(server.requests(/^/).sort());
});

test('is not seen by the page, and changes nothing that it does', () => {
  expect(looks).toEqual([]);
});

test('says when, for how long and by whom a cookie was set', () => {
  const cookie = (name: string) => lies.cookies.find((each) => each.name === name);
  expect(cookie('by_script')).toMatchObject({
    by: 'script',
    setBy: expect.stringContaining('/lie-cookie.js'),
    lifetimeAsked: 3600,
    lifetimeKept: 3600,
    remains: true,
  });
  expect(cookie('hidden')).toMatchObject({ by: 'http', httpOnly: true, secure: true });
  expect(cookie('partitioned')).toMatchObject({ by: 'http', partitioned: true, sameSite: 'none' });
  // Chromium keeps no cookie for longer than 400 days.
  expect(cookie('language')).toMatchObject({ lifetimeAsked: 400 * 86_400 });
  for (const { at } of lies.cookies) expect(at).toBeGreaterThan(0);
});
