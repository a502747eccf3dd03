import { service as matomo } from '@askfirst/data/services/matomo';
import { expect, test } from 'vitest';
import { closest } from '../../src/policy/declared.js';
import { withFacts } from '../../src/policy/with-facts.js';

const declared = (more: object) => withFacts({ id: 'matomo', category: 'analytics', ...more } as never, matomo);

test('software on a host of the site sends to a file beside its script, and other files of that host are none of it', () => {
  const own = new URL('https://shop.example/page');
  const isIts = (more: object, address: string) => !!closest([declared(more)], new URL(address, own), own)[0];
  for (const [script, endpoint, other] of [
    [
      'https://stats.example.com/matomo.js',
      'https://stats.example.com/matomo.php?idsite=1',
      'https://stats.example.com/logo.svg',
    ],
    [
      '//stats.example.com/m/matomo.js?v=1/2',
      'https://stats.example.com/m/matomo.php',
      'https://stats.example.com/matomo.php',
    ],
    ['/matomo.js', '/matomo.php?idsite=1', '/basket'],
    [
      'https://shop.example:8443/a/matomo.js',
      'https://shop.example:8443/a/matomo.php',
      'https://shop.example/a/matomo.php',
    ],
  ] as const) {
    expect([isIts({ script }, endpoint), isIts({ script }, other)], script).toEqual([true, false]);
    expect(isIts({ script, hosts: ['count.example'] }, endpoint), script).toBe(true);
  }
  expect(declared({}).hosts).toEqual(['*.matomo.cloud']);
});
