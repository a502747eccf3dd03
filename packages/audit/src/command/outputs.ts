/** The files that a command was asked to write. They are written anew while it works, so that what is killed leaves a report. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LongReport } from '../model.js';
import type { Promises } from '../promises/schema.js';
import { htmlParts } from '../report/html/html-report.js';
import { jsonParts } from '../report/json.js';
import { junitReport } from '../report/junit.js';
import { picturesOf } from '../report/pictures.js';
import { sarifReport } from '../report/sarif.js';
import { declarationOf } from '../write/declaration.js';
import { specOf } from '../write/spec.js';
import { writeParts } from '../write-parts.js';

/** Paths, by what is to be written there. */
export interface Outputs {
  readonly html?: string;
  readonly json?: string;
  readonly junit?: string;
  readonly sarif?: string;
  readonly declaration?: string;
  readonly spec?: string;
}

/** All of it or what was there before. */
export function writeWhole(path: string, parts: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeParts(`${path}.part`, parts);
  renameSync(`${path}.part`, path);
}

/** @param pictures The folder of the pictures. */
export function writeReports(report: LongReport, { html, json, junit, sarif }: Outputs, pictures: string): void {
  if (json) writeWhole(json, jsonParts(report));
  if (html) writeWhole(html, htmlParts(report, { pictureOf: picturesOf(report, pictures) }));
  if (junit) writeWhole(junit, [junitReport(report)]);
  if (sarif) writeWhole(sarif, [sarifReport(report)]);
}

/** What an owner starts from; it is written once, from the whole. @returns What the owner has to look at. */
export function writeStarts(report: LongReport, { declaration, spec }: Outputs, promises: Promises): readonly string[] {
  if (spec) writeWhole(spec, [specOf(report.visits, promises)]);
  if (!declaration) return [];
  const { services, review } = declarationOf(report.visits);
  writeWhole(declaration, [`${JSON.stringify({ services }, null, 2)}\n`]);
  return review;
}
