/** Consent to what is not storage: a box in a form, a switch in the settings, and the proof of both. */
export { type FormConsent, type FormConsentOptions, type FormStore, formConsent } from '../forms/form-consent.js';
export { type FormAnswer, type FormProof, type FormRecord, parseFormRecord } from '../forms/form-record.js';
