import { readFileSync } from 'node:fs';
import type { Service } from '@askfirst/data';
import { services as facts } from '@askfirst/data/services';
import { expect, test } from 'vitest';
import { googleAnalytics } from '../../src/entries/services.js';
import { isHost } from '../../src/policy/declared.js';
import { areValid } from '../../src/policy/valid.js';
import { readScriptOptions } from '../../src/script/options.js';

const PAGE = readFileSync(new URL('../../../../docs/tag-gateway.md', import.meta.url), 'utf8');
const SITE = new URL('https://www.example.com/');

/** The services in the first block of JSON, as the page shows it. */
function fromScriptTag(): readonly Service[] {
  const [, textContent] = /data-askfirst-config>\n(.*?)<\/script>/s.exec(PAGE) ?? [];
  const options = readScriptOptions({ querySelector: () => ({ textContent }) } as unknown as Document, {});
  expect(areValid(options)).toBe(true);
  return options.services ?? [];
}

/** What the TypeScript exports, as the page shows it. */
function fromNpm(): readonly Service[] {
  const [, code = ''] = /```ts\nimport { googleAnalytics } from 'askfirst\/services';\n(.*?)```/s.exec(PAGE) ?? [];
  return new Function('googleAnalytics', code.replace('export const services =', 'return'))(googleAnalytics);
}

test('the page about tags on your own host: both ways name the path of the script, and all that the catalogue names', () => {
  const [ga4, gtm] = fromScriptTag();
  const [ofApp] = fromNpm();
  expect(ofApp).toMatchObject({ id: ga4?.id, tagId: ga4?.tagId, script: ga4?.script });
  expect(areValid({ services: fromNpm() })).toBe(true);
  for (const service of [ga4, gtm, ofApp] as Service[]) {
    expect(isHost(service.hosts, new URL(service.script as string, SITE), SITE)).toBe(true);
    expect(isHost(service.hosts, SITE, SITE)).toBe(false);
    expect(service.hosts).toEqual(['/metrics/', ...(facts[service.id]?.hosts ?? [])]);
  }
});
