import { UI } from '../../engines/harness/interface.js';
import { expect, type Tab } from '../../engines/harness/test.js';
import { promisesOf } from './promise.js';
import { jar } from './witness.js';

/** What the promises of FactoryOps AI have in common. */
export const promise = promisesOf('FactoryOps AI', 'marketing-site');

export const PAGES = ['', 'product.html', 'pricing.html', 'case-study.html', 'contact.html', 'privacy.html'];
export const GA_COOKIES = ['_ga', '_ga_EXAMPLE000'];
/** The answer, and nothing else. */
export const CHOICE = ['localStorage askfirst'];
/** The switch in the text of the privacy page. */
export const ANALYTICS = UI.inlineToggle('analytics');
export const FOOTER = ['footer [data-consent-open]'];

export const hasCookies = (tab: Tab, names: string[]) =>
  expect.poll(() => jar(tab), { intervals: [50, 100], timeout: 2_500 }).toEqual(names);
