/** What a vendor's code sees: every call, in order, of anything under its name in `window`. */
export function vendor(name: string, calls: unknown[]): unknown {
  const at = (path: string): unknown =>
    new Proxy(() => {}, {
      get: (_, key) => (key === 'nodeType' || typeof key === 'symbol' ? undefined : at(`${path}.${String(key)}`)),
      set: (_, key, value) => calls.push([`${path}.${String(key)} =`, value]) > 0,
      apply(_, _this, args) {
        calls.push([path, ...args.map((arg) => (typeof arg === 'function' ? '() => …' : arg))]);
        // `wf.ready` and `Shopify.loadFeatures` call back.
        for (const arg of args) if (typeof arg === 'function') arg();
        return at(path);
      },
    });
  return at(name);
}

/** What a vendor is told, from a yes to its category alone. */
export interface Contract {
  /** A site's id, by which Askfirst loads the vendor's script. */
  readonly tagId?: string;
  readonly config?: object;
  /** The address that is requested after the yes. */
  readonly script?: string;
  /** What stands in `window` when the script arrives, by name. Lists and queues as their entries. */
  readonly queued?: Readonly<Record<string, unknown>>;
  /** What the vendor's code puts into `window`, and what it hears then. */
  readonly globals?: readonly string[];
  readonly ready?: readonly unknown[];
  /** If the site itself brings the vendor's code: what that hears once it is there. */
  readonly brought?: readonly unknown[];
  /** What the vendor hears at a withdrawal, and at a yes after it in the same page. */
  readonly withdrawn: readonly unknown[];
  readonly again: readonly unknown[];
}

/** A switch of two calls, the one that turns it on and the one that turns it off. */
export const switchOf = (name: string, on: string, off: string) => ({
  globals: [name.split('.')[0] as string],
  brought: [[on]],
  withdrawn: [[off]],
  again: [[on]],
});

/** No switch: its requests are refused after a withdrawal. */
export const none = { brought: [], withdrawn: [], again: [] };
