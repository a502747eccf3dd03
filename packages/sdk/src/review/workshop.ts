/** Names and addresses that only one machine or one house knows: where pages are made. */
const LOCAL = /(^|\.)(local(host)?|test)$|^[\d.]+$/;

/** Whether a page is looked at by those who make it, and not by a visitor. */
export const inWorkshop = (): boolean => LOCAL.test(window.location.hostname);
