/**
 * Reads a Tag Manager template and runs its code and its own tests, with the sandbox as Google describes it:
 * https://developers.google.com/tag-platform/tag-manager/templates/sandboxed-javascript
 * https://developers.google.com/tag-platform/tag-manager/templates/tests
 */
import { isDeepStrictEqual } from 'node:util';

// biome-ignore lint/suspicious/noExplicitAny: values of sandboxed code.
export type Value = any;
type Api = (...args: Value[]) => Value;

/** A permission, with its parameters as plain values. */
export type Permissions = Readonly<Record<string, Readonly<Record<string, Value>>>>;

export interface Scenario {
  readonly name: string;
  readonly code: string;
}

export interface Template {
  readonly info: Value;
  readonly parameters: Value[];
  readonly code: string;
  readonly permissions: Permissions;
  readonly scenarios: readonly Scenario[];
  readonly setup: string;
  readonly notes: string;
}

const plain = ({ type, string, boolean, listItem, mapKey, mapValue }: Value): Value => {
  if (type === 1) return string;
  if (type === 8) return boolean;
  if (type === 2) return listItem.map(plain);
  return Object.fromEntries(mapKey.map((key: Value, index: number) => [plain(key), plain(mapValue[index])]));
};

/** The lines of a block of YAML that is indented by so many blanks. */
const unindent = (block: string, blanks: number) => block.replace(new RegExp(`^ {${blanks}}`, 'gm'), '').trimEnd();

/** @throws If a section is missing. */
export function parseTemplate(text: string): Template {
  const parts = text.split(/^___([A-Z_]+)___$/m);
  const section = (name: string): string => {
    const at = parts.indexOf(name);
    if (at < 0) throw new Error(`The template has no ___${name}___.`);
    return parts[at + 1] as string;
  };
  const [scenarios = '', setup = ''] = section('TESTS').split(/^setup: \|-\n/m);
  return {
    info: JSON.parse(section('INFO')),
    parameters: JSON.parse(section('TEMPLATE_PARAMETERS')),
    code: section('SANDBOXED_JS_FOR_WEB_TEMPLATE'),
    permissions: Object.fromEntries(
      JSON.parse(section('WEB_PERMISSIONS')).map(({ instance: { key, param } }: Value) => [
        key.publicId,
        Object.fromEntries(param.map(({ key, value }: Value) => [key, plain(value)])),
      ]),
    ),
    scenarios: [...scenarios.matchAll(/^- name: (.+)\n {2}code: \|-\n((?: {4}.*\n|\n)+)/gm)].map(([, name, code]) => ({
      name: name as string,
      code: unindent(code as string, 4),
    })),
    setup: unindent(setup, 2),
    notes: section('NOTES').trim(),
  };
}

/** Whether an address fits a pattern of Tag Manager, in which `*` stands for anything. */
const fitsPattern = (pattern: string, address: string) =>
  new RegExp(`^${pattern.replace(/[.?+^$|()[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(address);

/** Whether the permissions of a template allow something, by the arguments of `queryPermission`. */
export function allows(permissions: Permissions, id: string, ...[first, second]: string[]): boolean {
  const given = permissions[id];
  switch (given && id) {
    case 'access_consent':
      return given?.consentTypes.some((row: Value) => row.consentType === first && row[second as string]);
    case 'access_globals': {
      const modes = first === 'readwrite' ? ['read', 'write'] : [first as string];
      return given?.keys.some((row: Value) => row.key === second && modes.every((mode) => row[mode]));
    }
    case 'inject_script':
      return given?.urls.some((pattern: string) => fitsPattern(pattern, first as string));
    case 'write_data_layer':
      return given?.keyPatterns.some((pattern: string) => fitsPattern(pattern, first as string));
    case 'logging':
      return true;
    default:
      return false;
  }
}

/** What each function of the sandbox needs a permission for, as arguments of `queryPermission`. Those without one need none. */
export const needs: Readonly<Record<string, (...args: Value[]) => string[][]>> = {
  callInWindow: (key) => [['access_globals', 'execute', key]],
  createQueue: (key) => [['access_globals', 'readwrite', key]],
  gtagSet: (values) => Object.keys(values).map((key) => ['write_data_layer', key]),
  injectScript: (url) => [['inject_script', url]],
  logToConsole: () => [['logging']],
  setDefaultConsentState: (state) => consentTypes(state),
  updateConsentState: (state) => consentTypes(state),
};
const consentTypes = (state: object) =>
  Object.keys(state)
    .filter((key) => key !== 'region' && key !== 'wait_for_update')
    .map((type) => ['access_consent', type, 'write']);

/** What the sandbox gives besides: https://developers.google.com/tag-platform/tag-manager/templates/api */
const library: Readonly<Record<string, Value>> = {
  JSON: {
    stringify: JSON.stringify,
    // Of a text that is no JSON it makes `undefined`, and throws nothing.
    parse: (text: string) => {
      try {
        return JSON.parse(text);
      } catch {}
    },
  },
  Object: { keys: Object.keys },
  getType: (value: Value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value),
  makeNumber: Number,
};

/** The globals of a page that sandboxed code does not have. */
const ABSENT = [
  'window',
  'self',
  'globalThis',
  'document',
  'console',
  'setTimeout',
  'fetch',
  'process',
  'JSON',
  'Object',
];

const checked = (condition: boolean, what: string, ...values: unknown[]) => {
  if (!condition) throw new Error(`${what}: ${values.map((value) => JSON.stringify(value)).join(' and ')}`);
};

/** Runs sandboxed code with the names that it has. */
const run = (code: string, names: Readonly<Record<string, Value>>): Value =>
  new Function(...Object.keys(names), ...ABSENT, `'use strict';return (() => {${code}\n})()`)(...Object.values(names));

/**
 * Runs one of the template's own tests.
 *
 * @returns The names of the functions that the template required.
 * @throws What the test asserts and does not find; and a call for which the template has no permission.
 */
export function runScenario({ code, permissions, setup }: Template, scenario: Scenario): string[] {
  const mocks = new Map<string, Value>();
  const calls = new Map<string, Value[][]>();
  const required = new Set<string>();
  const noted =
    (name: string, api: Api): Api =>
    (...args) => {
      calls.set(name, [...(calls.get(name) ?? []), args]);
      return api(...args);
    };
  const real = (name: string): Value => {
    if (name === 'queryPermission') return noted(name, (...query) => allows(permissions, ...(query as [string])));
    if (library[name]) return library[name];
    const need = needs[name];
    if (!need) throw new Error(`The sandbox has no ${name}.`);
    return noted(name, (...args) => {
      for (const query of need(...args)) checked(allows(permissions, ...(query as [string])), 'No permission', query);
      return name === 'createQueue' ? () => {} : undefined;
    });
  };
  const require = (name: string): Value => {
    required.add(name);
    if (!mocks.has(name)) return real(name);
    const mock = mocks.get(name);
    return noted(name, typeof mock === 'function' ? mock : () => mock);
  };
  run(`${setup}\n${scenario.code}`, {
    mock: (name: string, value: Value) => void mocks.set(name, value),
    runCode: (data: object) => {
      const done = (name: string) => noted(name, () => {});
      const whole = { ...data, gtmOnSuccess: done('gtmOnSuccess'), gtmOnFailure: done('gtmOnFailure') };
      return run(code, { require, data: whole });
    },
    assertApi: (name: string) => ({
      wasCalled: () => checked(calls.has(name), 'Not called', name),
      wasNotCalled: () => checked(!calls.has(name), 'Called', name),
      wasCalledWith: (...args: Value[]) =>
        checked(
          !!calls.get(name)?.some((made) => isDeepStrictEqual(made, args)),
          'Not called with',
          args,
          calls.get(name),
        ),
    }),
    assertThat: (value: Value) => ({
      isEqualTo: (wanted: Value) => checked(isDeepStrictEqual(value, wanted), 'Not equal', value, wanted),
      isTrue: () => checked(value === true, 'Not true', value),
    }),
  });
  return [...required];
}
