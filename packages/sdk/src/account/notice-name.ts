/** The element that the notice stands in. */
export const NOTICE = 'askfirst-account';
