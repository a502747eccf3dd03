import type { Source, Tool } from '../types.js';

/** It names services, as the site calls them in its settings there; it has no names for categories in the page. */
export const tool = {
  id: 'usercentrics',
  name: 'Usercentrics',
  recognise: ['web.cmp.usercentrics.eu', 'app.usercentrics.eu', 'privacy-proxy.usercentrics.eu'],
  categories: {},
  markup: {
    selector: '[data-usercentrics]',
    names: 'data-usercentrics',
    isOne: true,
    addresses: { 'uc-src': 'src', 'data-uc-src': 'src' },
  },
} as const satisfies Tool;

export const source: Source = {
  urls: [
    'https://support.usercentrics.com/hc/en-us/articles/18656524460700-Manually-blocking-services-prior-consent',
    'https://usercentrics.com/docs/web/implementation/ui/',
    'https://docs.usercentrics.com/#/smart-data-protector',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
