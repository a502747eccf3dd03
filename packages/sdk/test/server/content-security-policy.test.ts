import { contentSecurityPolicy, type PolicyParts } from 'askfirst/server';
import { googleAnalytics } from 'askfirst/services';
import { expect, test } from 'vitest';

const nonce = 'dGVzdC1ub25jZQ==';
const SCRIPTS = `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'`;

test('no more than Askfirst needs, unless more is asked for', () => {
  expect(contentSecurityPolicy({ nonce })).toBe(SCRIPTS);
  expect(contentSecurityPolicy({ nonce, trustedTypes: true })).toBe(
    `${SCRIPTS}; require-trusted-types-for 'script'; trusted-types askfirst`,
  );
});

test('the hosts of the services, each once and whole', () => {
  const chat = {
    id: 'chat',
    name: 'Chat',
    provider: 'Us',
    category: 'functional',
    hosts: ['chat.example:8443', '*.google-analytics.com'],
  };
  const hosts =
    "'self' https://www.googletagmanager.com https://*.google-analytics.com https://analytics.google.com https://*.analytics.google.com https://chat.example:8443";
  expect(contentSecurityPolicy({ nonce, services: [googleAnalytics('G-TEST1'), chat] })).toBe(
    `${SCRIPTS}; connect-src ${hosts}; img-src ${hosts}; frame-src ${hosts}`,
  );
  const paths = [service('/metrics/'), service('cdn.example.net/a/'), service('*.example.org:8443/b'), service('/c/')];
  const whole = "'self' https://cdn.example.net https://*.example.org:8443";
  expect(contentSecurityPolicy({ nonce, services: paths })).toBe(
    `${SCRIPTS}; connect-src ${whole}; img-src ${whole}; frame-src ${whole}`,
  );
  expect(contentSecurityPolicy({ nonce, services: [] })).toBe(
    `${SCRIPTS}; connect-src 'self'; img-src 'self'; frame-src 'self'`,
  );
});

test('your own sources join the same directive, because a browser heeds only the first of a name', () => {
  const sources = {
    'img-src': ['data:', 'https://images.example'],
    'trusted-types': ['own'],
    'object-src': ["'none'"],
  };
  expect(contentSecurityPolicy({ nonce, services: [], trustedTypes: true, sources })).toBe(
    `${SCRIPTS}; connect-src 'self'; img-src 'self' data: https://images.example; frame-src 'self'; require-trusted-types-for 'script'; trusted-types askfirst own; object-src 'none'`,
  );
});

const service = (host: unknown) => ({
  id: 'heat',
  name: 'Heat',
  provider: 'Us',
  category: 'analytics',
  hosts: [host as string],
});

test.each<[string, unknown, string]>([
  ['no nonce', {}, '"undefined" is not a valid nonce. Make a new one for each response'],
  ['a nonce that begins a directive', { nonce: "a'; script-src *" }, 'is not a valid nonce'],
  ['a nonce with a line break', { nonce: 'abc\n' }, 'is not a valid nonce'],
  [
    'a host that begins a directive',
    { nonce, services: [service('a.example; script-src *')] },
    'in the service "heat" is not a valid host. Write it without https:// and query',
  ],
  [
    'a host that begins a header',
    { nonce, services: [service('a.example\r\nset-cookie: a=b')] },
    'is not a valid host',
  ],
  ['a host with its scheme', { nonce, services: [service('https://a.example')] }, 'is not a valid host'],
  ['a path that begins a directive', { nonce, services: [service('/a; script-src *')] }, 'is not a valid host'],
  ['every path', { nonce, services: [service('/')] }, 'is not a valid host'],
  ['every host', { nonce, services: [service('*')] }, 'is not a valid host'],
  ['a host that is none', { nonce, services: [service(undefined)] }, '"undefined" in the service "heat"'],
  [
    'a source that begins a directive',
    { nonce, sources: { 'img-src': ['data:; script-src *'] } },
    '"img-src" with "data:; script-src *" is not a valid directive with its sources.',
  ],
  ['two sources in one text', { nonce, sources: { 'img-src': ['data: blob:'] } }, 'one source per string'],
  [
    'a source that begins a policy',
    { nonce, sources: { 'img-src': ['data:,script-src'] } },
    'is not a valid directive',
  ],
  ['a text for a list', { nonce, sources: { 'img-src': 'data:' } }, 'Write a list'],
  ['services that are no list', { nonce, services: {} }, 'services has to be a list'],
  ['a directive that is none', { nonce, sources: { 'img-src *; x': ['data:'] } }, 'is not a valid directive'],
])('%s: one error that says how to fix it', (_, parts, message) => {
  expect(() => contentSecurityPolicy(parts as PolicyParts)).toThrow(message);
  expect(() => contentSecurityPolicy(parts as PolicyParts)).toThrow(/^\[askfirst\] contentSecurityPolicy: /);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a null in the services', { nonce: 'a', services: [null] }],
  ['a hole in the services', { nonce: 'a', services: [undefined] }],
  ['services that are no list', { nonce: 'a', services: {} }],
  ['hosts that are no list', { nonce: 'a', services: [{ id: 'x', hosts: 'a.example' }] }],
  ['a host that cannot be written', { nonce: 'a', services: [{ id: Symbol('x'), hosts: [Object.create(null)] }] }],
  ['a null in the sources', { nonce: 'a', sources: { 'img-src': ['data:', null] } }],
  ['sources that are null', { nonce: 'a', sources: null }],
  ['a directive that is null', { nonce: 'a', sources: { 'img-src': null } }],
  ['a directive of every object', { nonce: 'a', sources: { constructor: 'x' } }],
  ...['\0', '\x01', '\x1f', '\x7f', '\x85', '\u2028', 'ä', '\n', ';', ',', ' '].map((sign): [string, unknown] => [
    `a source with ${JSON.stringify(sign)}`,
    { nonce: 'a', sources: { 'img-src': [`https://a.example/${sign}`] } },
  ]),
  ['a nonce that cannot be written', { nonce: Object.create(null) }],
])('%s: one clear TypeError', (_, parts) => {
  expect(() => contentSecurityPolicy(parts as never)).toThrow(/^\[askfirst\] contentSecurityPolicy: .+\.$/s);
  expect(() => contentSecurityPolicy(parts as never)).toThrow(TypeError);
});

test('a directive that is called like a member of every object is one like any other', () => {
  expect(contentSecurityPolicy({ nonce: 'a', sources: { constructor: ['x'] } })).toContain('; constructor x');
});

test.each(['services', 'sources', 'trustedTypes'])('inherited %s are none of the server’s', (key) => {
  Object.defineProperty(Object.prototype, key, { value: [{ id: 'x', hosts: ['evil.example'] }], configurable: true });
  try {
    expect(contentSecurityPolicy({ nonce: 'a' })).toBe("script-src 'nonce-a' 'strict-dynamic'; style-src 'self'");
  } finally {
    delete (Object.prototype as Record<string, unknown>)[key];
  }
});
