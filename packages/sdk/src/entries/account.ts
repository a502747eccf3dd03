/** The choice follows the account: how it is joined, where it is kept, what the visitor is told. */
export { accountConsent } from '../account/account-consent.js';
export { accountEndpoint } from '../account/account-endpoint.js';
export { accountInRecords } from '../account/account-in-records.js';
export type { AccountTexts } from '../account/texts.js';
export type { AccountConsent, AccountOptions, AccountSource, AccountStore } from '../account/types.js';
export { accountTexts, type OwnWords } from '../account/words.js';
export { joinAccount, type Sides } from '../policy/join-account.js';
