// A custom element is defined once per page, and outlives every mount, so it shows the newest view:
// https://html.spec.whatwg.org/multipage/custom-elements.html#dom-customelementregistry-define
let changed: (host: HTMLElement) => void;
const inPage = new Set<HTMLElement>();

/**
 * Defines `<consent-preferences>` and `<consent-declaration>`.
 *
 * @param follow Called for each in the page, and whenever one is added, moved or removed.
 */
export const showElements = (follow: (host: HTMLElement) => void): void => {
  changed = follow;
  inPage.forEach(follow);
  for (const name of ['consent-preferences', 'consent-declaration'])
    if (!customElements.get(name))
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            inPage.add(this);
            changed(this);
          }
          disconnectedCallback() {
            inPage.delete(this);
            changed(this);
          }
        },
      );
};
