import type { Service, Source } from '../types.js';

/**
 * Its frame sets cookies of vimeo.com, among them `vuid` for two years, which are third-party and stay. With `dnt=1` in the
 * frame's address it sets no new ones, but those that are there are still sent.
 */
export const service = {
  id: 'vimeo',
  name: 'Vimeo',
  provider: 'Vimeo.com, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://vimeo.com/privacy',
  hosts: ['*.vimeo.com', '*.vimeocdn.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.vimeo.com/hc/en-us/articles/26080940921361',
    'https://law-innovation-tech.notion.site/Vimeo-35fa5962dbd0808a85d3f1d7d965f13e',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
