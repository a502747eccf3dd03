/** Whether a stored name is one that an entry of a declaration stands for: a `*` at its end stands for any rest. */
export const isName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** Whether one of a service's `hosts` stands for this host name: a leading `*.` stands for any subdomain. */
export const isHost = (hosts: readonly string[] | undefined, hostname: string): boolean =>
  !!hosts?.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
