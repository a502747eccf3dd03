const MAX_ACCOUNTS = 500;

/**
 * Accounts of one example by their e-mail address. They live in memory and end with the server; no password is kept.
 *
 * @template T
 * @param {(email: string) => T} create What a new account looks like.
 */
export function createAccounts(create) {
  /** @type {Map<string, T>} */
  const accounts = new Map();
  return {
    find: (email) => accounts.get(email),
    findOrAdd(email) {
      if (!accounts.has(email)) accounts.set(email, create(email));
      if (accounts.size > MAX_ACCOUNTS) accounts.delete(accounts.keys().next().value);
      return accounts.get(email);
    },
    remove: (email) => accounts.delete(email),
  };
}
