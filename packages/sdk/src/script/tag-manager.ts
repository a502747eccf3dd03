/**
 * For sites that have no place for Askfirst but a Tag Manager container: the template in `packages/gtm` adds this file to the page. A
 * template can add a script, but neither its attributes nor JSON before it.
 */
import type { Consent } from '../policy/types.js';

type Follow = (consent: Consent) => void;

const page = window as unknown as {
  askfirst?: { $consent?: { subscribe(follow: Follow): unknown } };
  askfirstTagManager?: unknown;
};
/** The template is given it by Tag Manager, and the policy of the page may ask for it. A picture of this name has none. */
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce;

/**
 * Adds Askfirst to the page, unless it is there already, and tells the template each change of consent.
 *
 * @param src Address of `askfirst.js`.
 * @param attributes Those of its script tag. Names that do not begin with `data-` are left out.
 * @param json What stands in `<script data-askfirst-config>`.
 * @param follow Called at once with the consent that holds, and after each change.
 * @param fail Called if Askfirst does not load.
 */
page.askfirstTagManager = (
  src: string,
  attributes: Readonly<Record<string, string>>,
  json: string | undefined,
  follow: Follow,
  fail: () => void,
): void => {
  const isHere = () => !!page.askfirst?.$consent?.subscribe(follow);
  if (isHere()) return;
  const add = (more: Readonly<Record<string, string>>) => {
    const script = document.createElement('script');
    for (const [name, value] of Object.entries(more))
      if (/^(data-|src$|type$)/.test(name)) script.setAttribute(name, value);
    script.nonce = nonce ?? '';
    return script;
  };
  if (json) {
    const config = add({ type: 'application/json', 'data-askfirst-config': '' });
    config.text = json;
    document.head.append(config);
  }
  const script = add({ ...attributes, src });
  script.onload = () => isHere() || fail();
  script.onerror = fail;
  document.head.append(script);
};
