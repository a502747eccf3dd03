import { versionInForce } from '/askfirst/askfirst-acceptance.js';
import { formConsent } from '/askfirst/askfirst-forms.js';
import { versions } from './policy-versions.js';

/** The consent to product updates. The answers lie with the account: this site writes nothing into the browser. */
export const productUpdates = (store) =>
  formConsent({ purpose: 'product-updates', policyVersion: versionInForce(versions, Date.now())?.version, store });
