import type { Service, Source, TagFacts } from '../types.js';

/**
 * Has no consent call: once loaded, it records. Hotjar belongs to Contentsquare, whose own script is another service.
 */
export const service = {
  id: 'hotjar',
  name: 'Hotjar',
  provider: 'Hotjar Ltd',
  country: 'MT',
  category: 'analytics',
  policyUrl: 'https://www.hotjar.com/legal/policies/privacy/',
  hosts: ['*.hotjar.com', '*.hotjar.io'],
  stores: [
    { name: '_hjSessionUser_*', kind: 'cookie', lifetime: [365, 'day'] },
    { name: '_hjSession_*', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '_hjHasCachedUserAttributes', kind: 'cookie', lifetime: 'session' },
    { name: '_hjUserAttributesHash', kind: 'cookie', lifetime: [2, 'minute'] },
    { name: '_hjClosedSurveyInvites', kind: 'cookie', lifetime: [365, 'day'] },
    { name: '_hjDonePolls', kind: 'cookie', lifetime: [365, 'day'] },
    { name: '_hjMinimizedPolls', kind: 'cookie', lifetime: [365, 'day'] },
    { name: '_hjShownFeedbackMessage', kind: 'cookie', lifetime: [365, 'day'] },
    { name: '_hj*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'hjActiveViewportIds', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'hjViewportId', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://static.hotjar.com/c/hotjar-{id}.js?sv=6';

export const tag: TagFacts = {
  api: 'hotjar',
  early: false,
  id: { pattern: /^\d{4,10}$/, example: '1234567' },
};

export const source: Source = {
  urls: [
    'https://careerswales.gov.wales/node/785',
    'https://www.thirdway.com/cookie-policy',
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
