import type { Service, Source } from '../types.js';

/**
 * Its cookie `_GRECAPTCHA`, 6 months, is of Google's host: the page cannot remove it. www.recaptcha.net instead of www.google.com keeps
 * other cookies of google.com away. Version 3 watches behaviour on every page it is on: load it only where a form is sent. Since 2 April 2026
 * Google calls itself a processor for it.
 */
export const service = {
  id: 'google-recaptcha',
  name: 'Google reCAPTCHA',
  provider: 'Google',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['www.google.com', 'www.gstatic.com', 'www.recaptcha.net', 'recaptcha.google.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://cloud.google.com/recaptcha/docs/faq',
    'https://docs.airlock.com/iam/latest/plugins/com.airlock.iam.flow.shared.application.configuration.captcha.ReCaptchaConfig.html',
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://www.consentstack.io/vendors/recaptcha',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
