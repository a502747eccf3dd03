import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveCategories } from '../../sdk/src/policy/categories.js';
import { googleSignals } from '../../sdk/src/policy/google-signals.js';
import { allows, needs, parseTemplate, runScenario, type Template, type Value } from './sandbox.js';

const template = parseTemplate(readFileSync(new URL('../template.tpl', import.meta.url), 'utf8'));
const SEVEN = Object.keys(googleSignals([], {})).sort();

describe('the template’s own tests', () => {
  test('are found', () => expect(template.scenarios.length).toBeGreaterThan(9));
  test.each(template.scenarios)('$name', (scenario) => void runScenario(template, scenario));

  test.each([
    ['the denied default', 'setDefaultConsentState(everywhere);', ''],
    ['the update', 'updateConsentState(state);', ''],
    ['the order of update and event', 'updateConsentState(state);\n', 'dataLayerPush({});updateConsentState(state);\n'],
    ['the wait for the law', 'if (!consent.regime) return;', ''],
    ['the check of a place', '|| !row.region[0]) return;', ') ;'],
    ['the end of the wait', 'consent.ask && !consent.gpc', 'true'],
    ['Global Privacy Control', ' && !consent.gpc', ''],
    ['a repeated update', 'if (now === told) return;', ''],
    ['necessary', "category !== 'necessary' && granted", 'granted'],
    ['the permission', 'if (forbidden.length)', 'if (false)'],
    ['who speaks to Google', "attributes['data-consent-mode'] = 'off';", ''],
  ])('turn red without %s', (_, part, instead) => {
    expect(template.code).toContain(part);
    const broken: Template = { ...template, code: template.code.replace(part, instead) };
    const results = template.scenarios.map((scenario) => {
      try {
        runScenario(broken, scenario);
        return true;
      } catch {
        return false;
      }
    });
    expect(results).toContain(false);
  });
});

describe('signals', () => {
  const keys = ['functional', 'analytics', 'marketing'];
  const categories = resolveCategories({ categories: Object.fromEntries(keys.map((key) => [key, {}])) });
  test.each(keys)('%s grants what it grants with the script tag', (key) => {
    const granted = { necessary: true, [key]: true };
    const state = googleSignals(categories, granted);
    const code = `runCode(mockData);
      follow({ granted: ${JSON.stringify(granted)}, ask: false, regime: 'gdpr' });
      assertApi('updateConsentState').wasCalledWith(${JSON.stringify(state)});`;
    expect(Object.values(state)).toContain('granted');
    runScenario(template, { name: key, code });
  });
});

describe('permissions', () => {
  const used = new Set(template.scenarios.flatMap((scenario) => runScenario(template, scenario)));

  test('each function that the code requires is called in a test, with a permission if it needs one', () => {
    const required = [...template.code.matchAll(/= require\('(\w+)'\)/g)].map(([, name]) => name as string);
    expect([...used].sort()).toEqual(required.sort());
    for (const name of required) expect(template.code.split(name).length, name).toBeGreaterThan(3);
  });

  test('none is there that the code does not use', () => {
    const kinds = new Set([...used].flatMap((name) => needs[name]?.({}, {}) ?? []).map(([kind]) => kind as string));
    // What is set and granted has no keys above.
    kinds.add('access_consent').add('write_data_layer');
    expect(Object.keys(template.permissions).sort()).toEqual([...kinds].sort());
    const { access_consent, access_globals, write_data_layer } = template.permissions;
    expect(SEVEN).toHaveLength(7);
    expect(access_consent?.consentTypes.map((row: Value) => row.consentType).sort()).toEqual(SEVEN);
    expect(access_consent?.consentTypes.some((row: Value) => row.read)).toBe(false);
    expect(access_globals?.keys).toEqual([
      { key: 'askfirstTagManager', read: false, write: false, execute: true },
      { key: 'dataLayer', read: true, write: true, execute: false },
    ]);
    for (const key of (write_data_layer?.keyPatterns ?? []) as string[])
      expect(template.code).toContain(`${key}: true`);
  });

  test('scripts come from a folder called askfirst, by https', () => {
    const may = (url: string) => allows(template.permissions, 'inject_script', url);
    expect(may('https://www.example.com/askfirst/0.1.0/askfirst-tag-manager.js')).toBe(true);
    expect(may('http://www.example.com/askfirst/askfirst-tag-manager.js')).toBe(false);
    expect(may('https://www.example.com/other/askfirst-tag-manager.js')).toBe(false);
  });
});

describe('fields', () => {
  const fields = template.parameters.flatMap((field) => [field, ...(field.subParams ?? [])]);
  const named = fields.filter(({ type }) => type !== 'GROUP').map(({ name }) => name as string);

  test('are those that the code reads', () => {
    const read = [...template.code.matchAll(/\bdata\.(\w+)/g)].map(([, name]) => name as string);
    expect([...new Set(read)].filter((name) => !name.startsWith('gtmOn')).sort()).toEqual([...named].sort());
  });

  test('take a folder of one’s own host, and nothing that is none', () => {
    const { valueValidators } = fields.find(({ name }) => name === 'folder');
    const right = new RegExp(valueValidators[1].args[0]);
    for (const folder of ['https://www.example.com/askfirst/0.1.0/', 'https://example.com/askfirst/'])
      expect(folder).toMatch(right);
    for (const folder of [
      '/askfirst/',
      'http://example.com/askfirst/',
      'https://example.com/askfirst',
      'https://x/?/askfirst/',
    ])
      expect(folder).not.toMatch(right);
  });
});

test('the code keeps to the sandbox: no class, no regular expression, no template text, no spread', () =>
  expect(template.code.replace(/\/\/.*$/gm, '')).not.toMatch(
    /\bnew |`|\.\.\.|[=(,] ?\/[^/*]|\bclass |\basync |\bthis\b/,
  ));
