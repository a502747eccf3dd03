import type { Env } from '../../env/env.js';

/** Elements that fetch as soon as they have an address. */
const LOADERS = {
  HTMLImageElement: 'src',
  HTMLScriptElement: 'src',
  HTMLIFrameElement: 'src',
  HTMLLinkElement: 'href',
} as const;
type Loader = keyof typeof LOADERS;

/**
 * Refuses requests of this page, which a vendor's script may have queued before the withdrawal. Each fails as it would without a
 * network. Requests by markup that a script writes (`innerHTML`), by workers, forms and navigations cannot be refused here.
 *
 * @param isRefused Called with the URL of each request.
 * @returns A function that restores everything.
 */
export function refuseRequests({ win, doc }: Env, isRefused: (url: URL) => boolean): () => void {
  const undo: Array<() => void> = [];
  // biome-ignore lint/suspicious/noExplicitAny: methods of very different objects.
  const replace = (owner: any, name: string, make: (original: any) => any) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (!found?.configurable) return;
    const part = found.set ? 'set' : 'value';
    Object.defineProperty(owner, name, { ...found, [part]: make(found[part]) });
    undo.push(() => Object.defineProperty(owner, name, found));
  };
  const refused = (address: unknown): boolean => {
    try {
      return isRefused(new URL(String((address as Request)?.url ?? address), doc.baseURI));
    } catch {
      return false;
    }
  };
  const fail = (target: EventTarget) => win.setTimeout(() => target.dispatchEvent(new win.Event('error')));

  replace(
    win,
    'fetch',
    (original) =>
      (...args: unknown[]) =>
        refused(args[0])
          ? Promise.reject(new win.TypeError('Failed to fetch: consent was withdrawn'))
          : original.apply(win, args),
  );
  replace(
    win.Navigator.prototype,
    'sendBeacon',
    (original) =>
      function (this: Navigator, ...args: unknown[]) {
        return !refused(args[0]) && original.apply(this, args);
      },
  );
  const dead = new WeakSet<XMLHttpRequest>();
  replace(
    win.XMLHttpRequest.prototype,
    'open',
    (original) =>
      function (this: XMLHttpRequest, ...args: unknown[]) {
        if (refused(args[1])) dead.add(this);
        else dead.delete(this);
        return original.apply(this, args);
      },
  );
  replace(
    win.XMLHttpRequest.prototype,
    'send',
    (original) =>
      function (this: XMLHttpRequest, ...args: unknown[]) {
        return dead.has(this) ? void fail(this) : original.apply(this, args);
      },
  );
  for (const [name, address] of Object.entries(LOADERS))
    replace(
      win[name as Loader].prototype,
      address,
      (original) =>
        function (this: HTMLElement, value: unknown) {
          if (refused(value)) fail(this);
          else original.call(this, value);
        },
    );
  replace(
    win.Element.prototype,
    'setAttribute',
    (original) =>
      function (this: Element, name: string, value: unknown) {
        const isAddress = Object.entries(LOADERS).some(
          ([type, address]) => name.toLowerCase() === address && this instanceof win[type as Loader],
        );
        if (isAddress && refused(value)) fail(this);
        else original.call(this, name, value);
      },
  );
  return () => {
    for (const restore of undo.splice(0)) restore();
  };
}
