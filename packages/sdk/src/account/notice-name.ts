/** The element of the notice. A file of its own, so that who removes it need not load it. */
export const NOTICE = 'askfirst-account';
