import type { Service, Source } from '../types.js';

/**
 * Necessary only where it protects a form that the visitor sends; on other pages it belongs to functional. It looks at how the
 * visitor behaves as soon as it loads. Its cookies, among them `hmt_id`, are of hcaptcha.com: third-party, they stay.
 */
export const service = {
  id: 'hcaptcha',
  name: 'hCaptcha',
  provider: 'Intuition Machines, Inc.',
  country: 'US',
  category: 'necessary',
  policyUrl: 'https://www.hcaptcha.com/privacy',
  hosts: ['hcaptcha.com', '*.hcaptcha.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://docs.hcaptcha.com/faq/',
    'https://docs.airlock.com/iam/latest/plugins/com.airlock.iam.flow.shared.application.configuration.captcha.HCaptchaConfig.html',
    'https://omorimods.com/static/privacy.html',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
