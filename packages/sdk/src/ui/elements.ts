// An element can be defined only once per page and outlives every mount, so it shows the newest view there is.
let changed: (host: HTMLElement) => void;
const inPage = new Set<HTMLElement>();

/**
 * Brings `<consent-preferences>` and `<consent-declaration>` to life.
 *
 * @param follow Called for each that is in the page, comes, is moved, or goes.
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
