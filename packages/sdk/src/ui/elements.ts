import type { View } from '../state/types.js';
import type * as Details from './details.js';

type Load = () => Promise<typeof Details>;

// An element can be defined only once per page and outlives every mount, so it shows the newest view there is.
let show: (host: HTMLElement) => Promise<() => void>;
const shown = new Map<HTMLElement, Promise<() => void>>();

const hide = (host: HTMLElement) => shown.get(host)?.then((stop) => stop());

/** Brings `<consent-preferences>` and `<consent-declaration>` to life. What they show comes with the details. */
export const showElements = (view: View, loadDetails: Load): (() => void) => {
  show = async (host) => (await loadDetails()).fillElement(host, view);
  for (const host of shown.keys()) shown.set(host, show(host));
  for (const name of ['consent-preferences', 'consent-declaration'])
    if (!customElements.get(name))
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            shown.set(this, show(this));
          }
          disconnectedCallback() {
            hide(this);
            shown.delete(this);
          }
        },
      );
  return () => shown.forEach((_, host) => hide(host));
};
