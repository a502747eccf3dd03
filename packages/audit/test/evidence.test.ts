import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openEvidence } from '../src/evidence/evidence.js';
import { harOf } from '../src/evidence/har.js';
import { MANIFEST } from '../src/evidence/manifest.js';
import { verifyEvidence } from '../src/evidence/verify.js';
import { brokenReport } from './sample.js';

const report = brokenReport();
let folder: string;
let chain: string;
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const edit = (name: string, change: (text: string) => string) => writeFileSync(path(name), change(read(name)));
const lines = (change: (lines: string[]) => string[]) =>
  edit(MANIFEST, (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);
const problems = () => verifyEvidence(folder).problems;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-evidence-'));
  const pictures = mkdtempSync(join(tmpdir(), 'audit-pictures-'));
  writeFileSync(join(pictures, 'untouched-opened.png'), 'a picture');
  const evidence = openEvidence(folder);
  for (const visit of report.visits) evidence.addVisit(visit, pictures);
  chain = evidence.close(report);
  return () => {
    for (const made of [folder, pictures]) rmSync(made, { recursive: true });
  };
});

test('holds requests, storage, pictures, plan, versions and times', () => {
  expect(verifyEvidence(folder)).toEqual({ isWhole: true, files: 5 * 3 + 1 + 3, chain, problems: [] });
  expect(read('visits/0001-untouched/untouched-opened.png')).toBe('a picture');
  expect(JSON.parse(read('report.json'))).toEqual(report);
  expect(JSON.parse(read('run.json'))).toMatchObject({ browser: report.browser, startedAt: report.startedAt });
  expect(JSON.parse(read('plan.json')).left).toHaveLength(1);
  expect(() => openEvidence(folder)).toThrow('name another one');
});

describe('detects', () => {
  test('a changed file', () => {
    edit('run.json', (text) => text.replace('Chromium', 'Chromiun'));
    expect(problems()).toEqual(['run.json was changed.']);
  });

  test('a removed file', () => {
    rmSync(path('plan.json'));
    expect(problems()).toEqual(['plan.json was removed.']);
  });

  test('an added file', () => {
    writeFileSync(path('visits/0001-untouched/more.json'), '{}');
    expect(problems()).toEqual(['visits/0001-untouched/more.json was added.']);
  });

  test('files in another order', () => {
    renameSync(path('plan.json'), path('x'));
    renameSync(path('run.json'), path('plan.json'));
    renameSync(path('x'), path('run.json'));
    expect(problems()).toEqual([
      'plan.json holds what run.json held: files were put in another order.',
      'run.json holds what plan.json held: files were put in another order.',
    ]);
  });

  test('lines in another order, removed, cut off, changed', () => {
    lines(([first, second, ...rest]) => [second as string, first as string, ...rest]);
    expect(problems()[0]).toContain('Line 1 of manifest.jsonl does not follow');
    lines(([first, second, ...rest]) => [second as string, first as string, ...rest]);
    expect(problems()).toEqual([]);
    const whole = read(MANIFEST);
    lines(([, ...rest]) => rest);
    expect(problems()).toContain('visits/0001-untouched/requests.har was added.');
    writeFileSync(path(MANIFEST), whole);
    lines((all) => all.slice(0, -1));
    expect(problems()).toEqual(['manifest.jsonl has no last line: the audit was killed, or its end was cut off.']);
    lines((all) => ['not a line', ...all.slice(1)]);
    expect(problems()[0]).toBe('Line 1 of manifest.jsonl was changed: it cannot be read.');
  });

  test('another folder, by the link that was kept', () => {
    expect(verifyEvidence(folder, chain).isWhole).toBe(true);
    expect(verifyEvidence(folder, 'of another day').problems[0]).toContain('The last link of the chain');
  });

  test('no evidence at all', () => {
    expect(() => verifyEvidence(tmpdir())).toThrow('There is no evidence');
  });
});

test('HAR: when, where to, what was sent, and why', () => {
  const [, rejected] = report.visits;
  const { log } = harOf(rejected as NonNullable<typeof rejected>);
  expect(log.version).toBe('1.2');
  expect(log.entries.at(-1)).toMatchObject({
    startedDateTime: '2026-11-28T10:00:02.600Z',
    request: {
      method: 'POST',
      queryString: [
        { name: 'v', value: '2' },
        { name: 'gcs', value: 'G111' },
      ],
      cookies: [{ name: '_ga', value: '' }],
    },
    response: { status: 200 },
    _causes: [{ kind: 'script' }, { kind: 'markup' }],
  });
});
