import { describe, expect, test } from 'vitest';
import { explain } from '../../src/help/explain.js';
import type { ExplainedCode, Problem } from '../../src/policy/problems.js';

const DENIED = 'Until then everything stays denied.';
/** What a mistake that is none in looks ends with, and which are. */
const HOLDS = /\. Until then (everything|every affected category) stays denied\.$/;
const HARMLESS = /^(key|object|value)$/;

/** A problem of each kind: which words say what is wrong, and which how to fix it. */
const configuration: Record<string, [Problem, RegExp, RegExp]> = {
  json: [['json', new SyntaxError('Unexpected token')], /data-askfirst-config.*Unexpected token/, /Fix the JSON/],
  key: [
    ['key', 'polcyUrl', 'options', 'controller, policy'],
    /"polcyUrl".*data-polcy-url/,
    /Known options: controller, policy.*data-policy-url/,
  ],
  object: [['object', 'ui'], /^ui /, /has to be an object/],
  list: [['list', 'services'], /^services /, /has to be a list/],
  value: [['value', 'ui.layout', 'top', 'bar, card'], /"top".*ui\.layout/, /Allowed: bar, card/],
  region: [['region', 'EU'], /"EU"/, /such as DE or US-CA/],
  'category-key': [['category-key', '2nd'], /"2nd"/, /Start with a letter/],
  service: [['service', 'chat'], /"chat"/, /needs an id, a name, a provider and a category/],
  store: [
    ['store', 'chat_id', 'chat', 'cookie, cacheStorage', 'day, week'],
    /"chat_id".*"chat"/,
    /Kinds: cookie, cacheStorage.*\[13, "month"\].*day, week/,
  ],
  duplicate: [['duplicate', 'chat'], /"chat"/, /Give each its own/],
  'tag-id': [['tag-id', 'ga4', 'UA-1'], /"UA-1".*ga4/, /should look like G-XXXX/],
  'not-necessary': [['not-necessary', 'ga4'], /"ga4"/, /Put it into analytics or marketing/],
  'not-exempt': [['not-exempt', 'ga4'], /"ga4"/, /Remove its exemption/],
};

const page: Record<string, [Problem, RegExp, RegExp]> = {
  category: [
    ['category', 'anlytics', { granted: { necessary: true, analytics: false } }],
    /"anlytics"/,
    /Known: necessary, analytics.*Declare/,
  ],
  law: [['law', new Error('404')], /file of the law.*404/, /Serve every file/],
  'region-promise': [['region-promise', new Error('503')], /promise for the region.*503/, /Resolve it with a code/],
  listener: [['listener', new Error('x is null')], /your listeners threw/, /Fix the listener.*x is null/],
  ungated: [
    ['ungated', { localName: 'script', outerHTML: '<script>' }],
    /<script data-consent>/,
    /Add type="text\/plain"/,
  ],
  queue: [['queue'], /queue cannot be used/, /Make it an array/],
  late: [['late'], /before the consent default/, /first in <head>/],
  'google-snippet': [
    ['google-snippet', 'https://www.googletagmanager.com/gtag/js?id=G-1'],
    /own snippet is still in the page.*id=G-1/,
    /Remove the snippet/,
  ],
  'ungated-service': [
    ['ungated-service', 'script', 'https://x.example/a.js', 'Pixel', 'marketing'],
    /<script> loads Pixel from https:\/\/x\.example\/a\.js before any consent/,
    /type="text\/plain" data-consent="marketing".*tagId/,
  ],
  'json-unread': [['json-unread'], /was not read/, /Put it before/],
  undeclared: [
    ['undeclared', 'iframe', 'maps.example', 'functional'],
    /<iframe>.*maps\.example.*"functional"/,
    /hosts: \["/,
  ],
  lang: [['lang', 'it', 'en'], /no texts in "it"/, /ui\.texts/],
  interface: [['interface', new Error('404')], /interface did not load.*404/, /Serve its files beside the script/],
  hidden: [['hidden'], /not visible/, /filter list or your own styles/],
  'no-consent': [['no-consent'], /component was given no consent/, /ConsentProvider.*app\.provide/],
  withdrawal: [
    ['withdrawal', new Error('404')],
    /did not load or failed, so not everything was removed.*404/,
    /Serve "askfirst-withdrawal\.js" beside the script/,
  ],
  signal: [['signal', new Error('404'), 'heat'], /"heat".*404/, /Serve "askfirst-signal-heat\.js" beside the script/],
  moving: [
    ['moving', 'foreign-markup', new Error('404')],
    /another consent tool.*404/,
    /Serve "askfirst-foreign-markup\.js"/,
  ],
  unmapped: [['unmapped', 'C0009', 'OneTrust'], /OneTrust waits for "C0009"/, /under names/],
  'no-time': [['no-time', 'Klaro'], /Klaro stores no time/, /since: "/],
  script: [['script', 'heap'], /where the script of the service "heap" lies/, /Write its address as script/],
};

describe('explain', () => {
  test('has an example of every code here', () => {
    // Does not compile while a code is missing.
    const all: Record<Exclude<ExplainedCode, 'options'>, 1> = {
      json: 1,
      key: 1,
      object: 1,
      list: 1,
      value: 1,
      region: 1,
      'category-key': 1,
      service: 1,
      store: 1,
      duplicate: 1,
      'tag-id': 1,
      'not-necessary': 1,
      'not-exempt': 1,
      category: 1,
      law: 1,
      'region-promise': 1,
      listener: 1,
      ungated: 1,
      queue: 1,
      late: 1,
      'google-snippet': 1,
      'ungated-service': 1,
      'json-unread': 1,
      undeclared: 1,
      lang: 1,
      interface: 1,
      hidden: 1,
      'no-consent': 1,
      withdrawal: 1,
      signal: 1,
      moving: 1,
      unmapped: 1,
      'no-time': 1,
      script: 1,
    };
    expect(Object.keys({ ...configuration, ...page })).toEqual(Object.keys(all));
  });

  test.each(Object.entries(configuration))('%s: names it, says how to fix it, and what holds until then', (_, row) => {
    const [problem, names, mends] = row;
    const message = explain([problem]);
    expect(message).toMatch(names);
    expect(message).toMatch(mends);
    if (_ === 'region') expect(message).toMatch(/Until then the strictest rules apply\.$/);
    else expect(HOLDS.test(message)).toBe(!HARMLESS.test(_));
    expect(message).not.toMatch(/undefined|\[object|\{|\}/);
  });

  test.each(Object.entries(page))('%s: names it and says how to fix it; the rest goes on', (_, row) => {
    const [problem, names, mends] = row;
    const message = explain([problem]);
    expect(message).toMatch(names);
    expect(message).toMatch(mends);
    expect(message).not.toContain(DENIED);
    expect(message).not.toMatch(/undefined|\[object|\{|\}/);
  });

  test('knows what the id of a Tag Manager container looks like', () => {
    expect(explain([['tag-id', 'gtm', 'G-1']])).toContain('GTM-XXXX');
  });

  test('finds out what is wrong with options, and says what holds once', () => {
    const message = explain([['options', { region: 'EU', polcy: {}, revision: 5 } as never]]);
    expect(message).toContain('"EU"');
    expect(message).toContain('"polcy"');
    expect(message.split(DENIED)).toHaveLength(2);
    expect(message.endsWith(DENIED)).toBe(true);
  });

  test('says all of several problems in their order', () => {
    const message = explain([
      ['list', 'services'],
      ['ungated', { localName: 'script', outerHTML: '<script>' }],
      ['late'],
    ]);
    const places = ['services has', 'data-consent', 'Installed too late', DENIED].map((part) => message.indexOf(part));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(-1);
  });

  test.each([[undefined], [null], [{ services: [null] }], [{ categories: null }], [[]]])(
    'has something to say about the options %j',
    (options) => expect(explain([['options', options]])).toMatch(HOLDS),
  );
});
