/** Host names of development: local names, and IPv4 addresses. */
const LOCAL = /(^|\.)(local(host)?|test)$|^[\d.]+$/;

/** Whether a developer looks at the page, not a visitor. */
export const inWorkshop = (): boolean => LOCAL.test(window.location.hostname);
