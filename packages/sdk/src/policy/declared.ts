/** Whether a stored name matches the name in a declaration, where a `*` at the end stands for any text. */
export const isName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** Whether a host name matches one of a service's `hosts`, where a leading `*.` stands for any subdomain. */
export const isHost = (hosts: readonly string[] | undefined, hostname: string): boolean =>
  !!hosts?.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
