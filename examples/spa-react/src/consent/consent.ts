import { createConsent, type Locale, type Options } from 'askfirst';
import { accountConsent, accountEndpoint, accountTexts } from 'askfirst/account';
import { route } from '../router.js';
import { policy } from './policy.js';
import { purposes } from './purposes.js';

const PROVIDER = 'M-Factory Studio';

export const options = {
  controller: { name: PROVIDER },
  policy: { url: '#/privacy', version: policy.version },
  region: 'TH',
  // No Google tag here.
  consentMode: false,
  services: [
    {
      id: 'account',
      name: 'M-Factory Account',
      provider: PROVIDER,
      category: 'necessary',
      stores: [{ name: 'm-factory-session', kind: 'cookie', lifetime: 'session' }],
    },
    {
      id: 'projects',
      name: 'M-Factory Projects',
      provider: PROVIDER,
      category: 'necessary',
      stores: [{ name: 'm-factory-projects', kind: 'localStorage', lifetime: 'persistent' }],
    },
    {
      id: 'consent-log',
      name: 'M-Factory Consent Log',
      provider: PROVIDER,
      category: 'necessary',
      stores: [{ name: 'askfirst.*', kind: 'localStorage', lifetime: 'persistent' }],
    },
    {
      id: 'payment',
      name: 'Siam Pay',
      provider: 'Siam Pay Example Co., Ltd.',
      category: 'necessary',
      hosts: ['js.siam-pay.example'],
    },
    {
      id: 'insights',
      name: 'M-Factory Insights',
      provider: PROVIDER,
      category: 'analytics',
      hosts: ['analytics.m-factory.example'],
    },
    {
      id: 'error-reports',
      name: 'M-Factory Error Reports',
      provider: PROVIDER,
      category: 'errors',
      hosts: ['errors.m-factory.example'],
    },
  ],
  ui: {
    layout: 'card',
    // Read anew at each start, in the language of that moment.
    get texts() {
      return {
        ...accountTexts(),
        categories: purposes[route.get().language] as Record<string, unknown> as Locale['categories'],
      };
    },
  },
} as const satisfies Options;

export const consent = createConsent(options);

/** The choice holds on every device on which the account is signed in. */
export const shared = accountConsent(consent, options, accountEndpoint('/api/m-factory/choice'));

/** The purposes that are asked about. */
export const asked = ['analytics', 'errors'] as const;
export type Purpose = (typeof asked)[number];

declare module 'askfirst/react' {
  interface Register {
    consent: typeof consent;
  }
}
