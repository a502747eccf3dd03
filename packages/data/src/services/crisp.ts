import type { Service, Source } from '../types.js';

/**
 * Six months are the vendor's default, renewed at each visit; a variable of the chatbox changes it. The name is `crisp-
 * client/session/` and an id, with its slashes encoded. The vendor says that no consent is needed, unless the site pushes data
 * to track visitors; the cookie is there before anybody opens the chat.
 */
export const service = {
  id: 'crisp',
  name: 'Crisp',
  provider: 'Crisp IM SAS',
  country: 'FR',
  category: 'functional',
  policyUrl: 'https://crisp.chat/en/privacy/',
  hosts: ['*.crisp.chat'],
  stores: [{ name: 'crisp-client*', kind: 'cookie', lifetime: [6, 'month'] }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.crisp.chat/en/article/crisp-cookie-policy-1147xor/',
    'https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/cookie-policies/',
    'https://crisp.chat/en/terms/',
    'https://www.easy-lms.com/about/cookies/item12791',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
