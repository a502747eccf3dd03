/** SARIF 2.1.0, which code hosts show beside a change. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Finding, LongReport } from '../model.js';
import { summarise } from './summary.js';
import { stateTitle } from './words.js';

/** The script that did it, or else the page: what a reader opens. */
function place({ causes, page }: Finding, site: string) {
  const cause = causes?.find(({ url }) => url);
  return {
    fileUri: cause?.url ?? page ?? site,
    startLine: cause?.line ?? 1,
    // Without a column, a whole line is meant.
    ...(cause?.column && { startColumn: cause.column }),
  };
}

export function sarifReport(report: LongReport): string {
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: report.tool.name,
    toolDriverVersion: report.tool.version,
  });
  for (const { promise, title, groups } of summarise(report).promises) {
    run.addRule(new SarifRuleBuilder().initSimple({ ruleId: promise, shortDescriptionText: `${title}.` }));
    for (const finding of groups.flatMap(({ findings }) => findings)) {
      if (finding.result === 'kept') continue;
      const { result, says, state, page, mend } = finding;
      const where = [page, state && stateTitle(state)].filter(Boolean).join(', ');
      run.addResult(
        new SarifResultBuilder().initSimple({
          level: result === 'broken' ? 'error' : 'note',
          messageText: [says, where && `(${where})`, mend].filter(Boolean).join(' '),
          ruleId: promise,
          ...place(finding, report.site),
        }),
      );
    }
  }
  const log = new SarifBuilder();
  log.addRun(run);
  return log.buildSarifJsonString({ indent: true });
}
