import { readFileSync } from 'node:fs';
import { expect } from '@askfirst/audit/playwright';
import type { Page } from '@playwright/test';
import { SITE } from '../engines/harness/test.js';
import { PAGES } from './harness/factoryops.js';
import { SCREENS } from './harness/m-factory.js';
import { promisesFile, visitsOf } from './harness/visited.js';
import * as common from './lies/common.js';
import * as factoryops from './lies/factoryops.js';
import { silent } from './lies/gpc.js';

/** An audit finds of three sites what their own specs prove, in less time and three engines: that they keep what `promises.json` lists. */

async function readAll(page: Page) {
  for (const path of PAGES) await page.goto(`${SITE}/${path}`);
}

visitsOf('FactoryOps AI', 'marketing-site')(
  'after Reject all no page sends anything, and the answer is all that is stored',
  {
    repeats: true,
    state: 'rejected',
    path: '',
    act: readAll,
    lies: [
      { ...factoryops.cookieMirror, shows: /The cookie askfirst/ },
      { ...common.storedId, shows: /The entry visitor_id in local storage/ },
      { ...factoryops.tagInNextPage, shows: /request to www\.googletagmanager\.com/ },
    ],
  },
  (seen) => {
    expect(seen).toHaveSentNothing();
    expect(seen).toStoreOnly(['localStorage askfirst']);
    expect(seen).toKeep(promisesFile('marketing-site'));
  },
);

visitsOf('FactoryOps AI', 'marketing-site')(
  'analytics runs after a yes alone, ends with the withdrawal, keeps the time that is declared, and takes no fingerprint',
  {
    repeats: true,
    state: 'withdrawn',
    path: 'privacy.html',
    act: readAll,
    lies: [
      { ...factoryops.cookieAgain, shows: /withdrawal-ends: The cookie _ga/ },
      { ...factoryops.greedyTag, shows: /asks to be kept for 3650 days/ },
      { ...common.audioReader, shows: /fingerprinting: .*audio\.startRendering/ },
    ],
  },
  (seen) => expect(seen).toKeep(promisesFile('marketing-site')),
);

visitsOf('OOretz Factory', 'ooretz')(
  'Global Privacy Control is shown as honoured, and nothing is stored or sent',
  {
    repeats: true,
    state: 'gpc',
    path: 'privacy.html',
    act: async (page) => void (await page.goto(`${SITE}/`)),
    lies: [{ ...silent, shows: /gpc: .* the page does not show that it is honoured/ }, common.webFont],
  },
  (seen) => {
    expect(seen).toHaveSentNothing();
    expect(seen).toStoreOnly([]);
    // The page about privacy says it, and no other.
    const promises = JSON.parse(readFileSync(promisesFile('ooretz'), 'utf8'));
    expect(seen).toKeep({ ...promises, gpc: 'shown' });
  },
);

visitsOf('M-Factory', 'spa-react')(
  'after Reject all no screen sends anything, and the answer and its log are all that is stored',
  {
    repeats: true,
    state: 'rejected',
    path: '#/en/studio',
    act: async (page) => {
      for (const screen of SCREENS) await page.goto(`${SITE}/#/en/${screen}`);
    },
    lies: [common.webFont, { ...common.scriptCookie, shows: /The cookie guest/ }],
  },
  (seen) => {
    expect(seen).toHaveSentNothing();
    expect(seen).toStoreOnly(['localStorage askfirst', 'localStorage askfirst.*']);
    expect(seen).toKeep(promisesFile('spa-react'));
  },
);
