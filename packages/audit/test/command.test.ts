import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSite } from '../src/command/audit-command.js';
import { writeReports, writeStarts } from '../src/command/outputs.js';
import { run } from '../src/command/run.js';
import { openEvidence } from '../src/evidence/evidence.js';
import { strictPromises } from '../src/promises/schema.js';
import { brokenReport, keptReport } from './sample.js';

const folder = mkdtempSync(join(tmpdir(), 'audit-command-'));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

async function type(...args: string[]) {
  let [printed, complained] = ['', ''];
  const code = await run(args, {
    print: (text) => {
      printed += text;
    },
    complain: (text) => {
      complained += text;
    },
  });
  return { code, printed, complained };
}

describe('wrong use says what to change, with exit code 3', () => {
  test.each([
    [[], "missing required argument 'url'"],
    [['mailto://x'], 'is no address of a page'],
    [
      ['https://shop.example', '--states', 'rejected,asleep'],
      'There is no state "asleep". States: untouched, rejected,',
    ],
    [['https://shop.example', '--pages', '0'], 'It has to be at least 1.'],
    [['https://shop.example', '--depth', 'x'], 'It has to be a whole number.'],
    [['https://shop.example', '--viewport', 'wide'], 'such as 1280x800'],
    [['https://shop.example', '--page', '3'], '(Did you mean --pages?)'],
    [['https://shop.example', '--promises', path('none.json')], 'none.json cannot be read'],
    [['https://shop.example', '--prepare', path('none.mjs')], 'There is no file'],
    [['verify', folder], 'There is no evidence in'],
    [['compare', path('a.json'), path('b.json')], 'a.json is no report'],
  ])('%j', async (args, says) => {
    const { code, complained } = await type(...args);
    expect(complained).toContain(says);
    expect(code).toBe(3);
  });
});

test('help and its exit codes', async () => {
  const { code, printed } = await type('--help');
  expect(code).toBe(0);
  for (const word of ['--promises <file>', 'verify', 'compare', 'Exit codes: 0 every promise'])
    expect(printed).toContain(word);
});

test('without a scheme, https is meant', () => {
  expect(readSite('shop.example/x')).toBe('https://shop.example/x');
  expect(readSite('http://localhost:8080')).toBe('http://localhost:8080/');
});

test('compare: 0 if nothing came, 1 if something did', async () => {
  writeReports(keptReport(), { json: path('kept.json') }, folder);
  writeReports(brokenReport(), { json: path('broken.json') }, folder);
  expect(await type('compare', path('kept.json'), path('kept.json'))).toMatchObject({
    code: 0,
    printed: 'Nothing has changed.\n',
  });
  const { code, printed } = await type('compare', path('kept.json'), path('broken.json'));
  expect(code).toBe(1);
  expect(printed).toContain('cookie _ga, after Reject (1 page)');
  expect(await type('compare', path('broken.json'), path('kept.json'))).toMatchObject({ code: 0 });
  // The same cookie, but before anybody was asked.
  const [, rejected] = brokenReport().visits;
  writeReports({ ...keptReport(), visits: rejected ? [rejected] : [] }, { json: path('after-no.json') }, folder);
  const early = rejected && { ...rejected, cookies: rejected.cookies.map((each) => ({ ...each, at: 10 })) };
  writeReports({ ...keptReport(), visits: early ? [early] : [] }, { json: path('early.json') }, folder);
  expect(await type('compare', path('after-no.json'), path('early.json'))).toMatchObject({ code: 1 });
  expect(await type('compare', path('early.json'), path('after-no.json'))).toMatchObject({ code: 0 });
  const asJson = await type('compare', path('kept.json'), path('broken.json'), '--as-json');
  expect(JSON.parse(asJson.printed).broken).toHaveLength(1);
});

test('verify: 0 as written, 1 changed', async () => {
  const evidence = openEvidence(path('evidence'));
  const chain = evidence.close(keptReport());
  expect(await type('verify', path('evidence'), '--chain', chain)).toMatchObject({ code: 0 });
  writeFileSync(path('evidence/report.json'), '{}');
  expect(await type('verify', path('evidence'))).toMatchObject({ code: 1, printed: '✗ report.json was changed.\n' });
});

test('writes what was asked for', () => {
  const report = brokenReport();
  const paths = {
    html: path('new/r.html'),
    junit: path('r.xml'),
    sarif: path('r.sarif'),
    spec: path('r.spec.ts'),
    declaration: path('d.json'),
  };
  writeReports(report, paths, folder);
  expect(readFileSync(paths.html, 'utf8')).toContain('<!doctype html>');
  expect(writeStarts(report, paths, strictPromises)).toBeInstanceOf(Array);
  expect(JSON.parse(readFileSync(paths.declaration, 'utf8')).services).toBeInstanceOf(Array);
  expect(readFileSync(paths.spec, 'utf8')).toContain('toKeep');
});
