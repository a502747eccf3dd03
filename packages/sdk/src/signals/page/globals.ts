import type { Env } from '../../env/env.js';

// biome-ignore lint/suspicious/noExplicitAny: what vendors put into the page.
type Global = any;

const globalsOf = ({ win }: Env) => win as unknown as Record<string, Global>;

/**
 * What the page has under a path of names. `undefined` if there is none, or if it is an element, which is a property of `window` by its id:
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
function find(env: Env, names: readonly string[]): Global {
  const found = names.reduce<Global>((owner, name) => owner?.[name], env.win);
  return found?.nodeType ? undefined : found;
}

/**
 * Calls a function of a vendor, if the page has it.
 *
 * @param path Its name in `window`, for example `posthog.opt_out_capturing`, or `_paq.push` for a queue.
 * @returns Whether the page has it.
 * @example call(env, 'clarity', 'consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' })
 */
export function call(env: Env, path: string, ...args: readonly unknown[]): boolean {
  const names = path.split('.');
  const last = names.pop() as string;
  const owner = find(env, names);
  const own = owner && find(env, [...names, last]);
  if (typeof own !== 'function') return false;
  Reflect.apply(own, owner, args);
  return true;
}

/** A global that the page has, or this one from now on. */
export function provide<T extends object>(env: Env, name: string, made: T): T {
  const found = find(env, [name]);
  const isSame = Array.isArray(made) ? typeof found?.push === 'function' : typeof found === typeof made && found;
  if (!isSame) globalsOf(env)[name] = made;
  return globalsOf(env)[name];
}

/** Puts a value that a vendor's script reads into the page. */
export const set = (env: Env, name: string, value: unknown): void => {
  globalsOf(env)[name] = value;
};

/** What {@link queueing} makes. */
type Queueing = ((...args: unknown[]) => void) & Record<string, Global>;

/**
 * The function under which a vendor's snippet takes calls: it keeps them in a list until the vendor's script has put a function in its
 * place. The page's own is kept.
 *
 * @param list Property of the function with the list.
 * @param taker Property of the function under which the script takes calls, if that is how the vendor does it.
 */
export function queueing(env: Env, name: string, list: string, taker = ''): Queueing {
  const made: Queueing = Object.assign(
    function () {
      // biome-ignore lint/complexity/noArguments: what vendors' scripts read is an `arguments` object.
      const args = arguments;
      if (made[taker]) Reflect.apply(made[taker], made, args);
      else made[list].push(args);
    },
    { [list]: [] },
  ) as Queueing;
  return provide(env, name, made);
}
