import type { Source, Tool } from '../types.js';

/**
 * The codes are those that OneTrust gives its usual groups; a site may have others. Social media is a group of its own there, and
 * advertising for us.
 */
export const tool = {
  id: 'onetrust',
  name: 'OneTrust',
  recognise: ['cdn.cookielaw.org', 'otSDKStub.js', 'OtAutoBlock.js', 'optanon.blob.core.windows.net'],
  categories: {
    C0001: 'necessary',
    C0002: 'analytics',
    C0003: 'functional',
    C0004: 'marketing',
    C0005: 'marketing',
  },
  markup: {
    selector: '[class*="optanon-category-"]',
    names: 'class',
    prefix: 'optanon-category-',
    separator: '-',
  },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://my.onetrust.com/articles/en_US/Knowledge/UUID-518074a1-a6da-81c3-be52-bae7685d9c94'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
