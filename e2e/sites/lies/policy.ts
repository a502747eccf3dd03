import { inBody, instead, script } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What may be wrong with the versions of a policy, and with what it lists. */

const versions =
  (next: string): Lie['server'] =>
  (server) =>
    server.reply('/policy-versions.js', {
      type: 'text/javascript',
      body: `export const NOTICE_DAYS = 30;
      export const versions = [
        { version: '2026-05-17', publishedAt: '2026-05-17', effectiveAt: '2026-05-17', url: 'privacy.html', change: '' },
        { version: '2026-12-15', url: 'privacy.html', change: 'A change', ${next} },
      ];`,
    });

export const shortNotice: Lie = {
  name: 'a version published a day too late',
  server: versions(`publishedAt: '2026-11-16', effectiveAt: '2026-12-15'`),
  shows: /what the page complains about.*not the 30 you promise/s,
};

export const heldBack: Lie = {
  name: 'a version nobody hears of before its day',
  edit: inBody('<style>#notice { display: none }</style>'),
  shows: /in November/,
};

export const atOnce: Lie = {
  name: 'a version that holds before its day',
  server: versions(`publishedAt: '2026-10-01', effectiveAt: '2026-11-01'`),
  shows: /in November.*2026-11-01/s,
};

export const staleDate: Lie = {
  name: 'a date somebody wrote by hand',
  edit: inBody(
    script(`{
      const time = document.querySelector('#in-force');
      if (time) new MutationObserver(() => {
        if (time.dateTime !== '2026-03-01') time.dateTime = '2026-03-01';
      }).observe(time, { attributes: true });
    }`),
  ),
  shows: /the date at the top.*2026-03-01/s,
};

export const wrongDeclaration: Lie = {
  name: 'a declaration that names another life',
  edit: instead('"kind": "cookie", "lifetime": "session"', '"kind": "cookie", "lifetime": [2, "week"]'),
  shows: /2 weeks/,
};

export const sessionDeclaration: Lie = {
  name: 'a declaration that calls seven days a session',
  edit: instead('"lifetime": [7, "day"]', '"lifetime": "session"'),
  shows: /until you close the tab or browser/,
};
