/** Reads what a cookie asks for. Grammar: https://www.rfc-editor.org/rfc/rfc6265#section-5.2 */

export interface Asked {
  name: string;
  /** Seconds; undefined until the browser is closed, zero or less to remove it. */
  lifetime?: number;
  partitioned: boolean;
}

/**
 * @param header value of `Set-Cookie`, or what is assigned to `document.cookie`
 * @param at moment it was asked for, in milliseconds since 1970
 */
export function readSetCookie(header: string, at: number): Asked {
  const [pair = '', ...attributes] = header.split(';');
  // A value without a name is a cookie whose name is empty.
  const equals = pair.indexOf('=');
  const asked: Asked = { name: pair.slice(0, Math.max(0, equals)).trim(), partitioned: false };
  let expires: number | undefined;
  let maxAge: number | undefined;
  for (const attribute of attributes) {
    const [key = '', ...rest] = attribute.split('=');
    const value = rest.join('=').trim();
    switch (key.trim().toLowerCase()) {
      case 'max-age':
        if (/^-?\d+$/.test(value)) maxAge = Number(value);
        break;
      case 'expires':
        expires = (Date.parse(value) - at) / 1000;
        break;
      case 'partitioned':
        asked.partitioned = true;
        break;
    }
  }
  // Of both, Max-Age counts.
  const lifetime = maxAge ?? expires;
  if (lifetime !== undefined && !Number.isNaN(lifetime)) asked.lifetime = lifetime;
  return asked;
}
